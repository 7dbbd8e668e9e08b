#include "app/archive/analyse_documents.h"

#include <array>

#include "base/text.h"
#include "base/tidy_text.h"
#include "decide/related/copies.h"
#include "decide/related/rank_cards.h"
#include "read/formats/convert_document.h"
#include "read/read_article.h"
#include "read/read_cards.h"
#include "read/read_story.h"
#include "read/read_surroundings.h"

namespace longread {
namespace {

void append_text(TextBuffer& out, const Inlines& inlines) {
    for (const Inline& one : inlines) {
        out += one.text;
        if (one.kind == InlineKind::line_break) out += ' ';
        append_text(out, one.children);
    }
}

// All words of an article that are about its story.
void append_text(TextBuffer& out, const Blocks& blocks) {
    for (const Block& block : blocks) {
        if (block.kind != BlockKind::code) out += block.plain;
        append_text(out, block.text);
        for (const Image& image : block.images) {
            out += '\n';
            out += image.caption;
        }
        out += '\n';
        append_text(out, block.children);
    }
}

std::string_view first_label(const List<Link>& links) {
    return links.empty() ? std::string_view() : links[0].label;
}

// The picture of a line, a URL or an object.
std::string_view read_image(JsonValue root, DocumentReader& reader) {
    const JsonValue image = root.find("image");
    if (!image.is(JsonKind::object)) return reader.checked_url(image, UrlUse::image);
    return reader.url(image, image.find("src").exists() ? "src" : "url", UrlUse::image);
}

// The lists that other systems' documents hold posts in; the empty name is the document itself.
constexpr std::array<std::string_view, 3> post_lists = {"", "posts", "items"};

JsonValue find_posts(JsonValue root) {
    if (root.is(JsonKind::array)) return root;
    for (const std::string_view name : post_lists) {
        const JsonValue list = root.find(name);
        if (list.is(JsonKind::array)) return list;
    }
    return {};
}

// The text of a member of a list: up to the next one, or to the list's end.
std::string_view source_of(JsonValue item, JsonValue next, std::string_view source) {
    const std::size_t end = next.exists() ? next.offset() : source.size();
    std::string_view text = source.substr(item.offset(), end - item.offset());
    // Without the comma, or what closes the list and all around it: an object ends with its brace.
    if (next.exists()) return text.substr(0, text.rfind('}') + 1);
    std::size_t depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_text) {
            if (c == '\\') ++i;
            if (c == '"') in_text = false;
            continue;
        }
        if (c == '"') in_text = true;
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return text.substr(0, i + 1);
    }
    return text;
}

// Whether it is a story as read_story has it. A line that is nothing else is meant for one, a file only with
// a title.
bool is_plain_story(JsonValue root, bool is_line) {
    if (root.find("longread").exists() || !(is_line || root.find("title").is(JsonKind::string))) return false;
    return root.find("text").exists() || find_format(root, {}).empty();
}

}  // namespace

void DocumentAnalyser::add_notes(const SourceDocument& document, const Notes& notes) {
    for (const Note& note : notes) piece_.note(document.place, note);
}

void DocumentAnalyser::add(const SourceDocument& document) {
    if (trim(document.bytes).empty() && document.place.line > 0) return;
    Arena arena;
    const Result<JsonDocument> parsed = parse_json(document.bytes, arena);
    if (!parsed) {
        if (document.place.line == 0 && parsed.error().code == Code::html_not_json)
            return add_feed(document, arena);
        return piece_.note(document.place, parsed.error());
    }
    const JsonValue root = parsed->root();
    if (is_plain_story(root, document.place.line > 0)) {
        Notes notes;
        DocumentReader reader(document.bytes, base_url_, arena, notes);
        Result<Story> story = read_story(root, reader);
        if (story) {
            story->url = reader.url(root, "url", UrlUse::web);
            add_story(document, *story, read_image(root, reader), arena);
        } else {
            notes.add(story.error(), arena);
        }
        return add_notes(document, notes);
    }
    if (!add_posts(document, root, arena)) add_article(document, document.bytes, arena);
}

// Each post of a list as an article of its own, so that its text counts and not its excerpt alone.
bool DocumentAnalyser::add_posts(const SourceDocument& document, JsonValue root, Arena& arena) {
    const JsonValue posts = find_posts(root);
    if (!posts.exists()) return false;
    if (root.find("longread").exists()) {
        add_feed(document, arena);
        return true;
    }
    const std::string_view head = document.bytes.substr(0, posts.offset());
    for (const JsonValue post : posts) {
        Arena passing;
        const std::string_view text = source_of(post, post.next(posts), document.bytes);
        add_article(document, passing.join({head, "[", text, root.is(JsonKind::array) ? "]" : "]}"}),
                    passing);
    }
    return true;
}

void DocumentAnalyser::add_article(const SourceDocument& document, std::string_view source, Arena& arena) {
    Notes notes;
    const Result<std::string_view> own =
        convert_document(source, DocumentUse::article, {}, base_url_, parsers_, arena, notes);
    if (!own) return piece_.note(document.place, own.error());
    const Result<Article> article = read_article(*own, base_url_, parsers_, arena, notes);
    if (!article) return piece_.note(document.place, article.error());
    Notes passing;
    const Result<Surroundings> around = read_surroundings(*own, base_url_, arena, passing);
    TextBuffer text;
    append_text(text, article->body);
    Story story;
    story.url = article->url;
    if (around) {
        story.id = around->story.id;
        story.tags = around->story.tags;
    }
    if (story.id.empty()) story.id = story.url;
    story.title = article->title;
    story.dek = article->dek;
    story.text = text.view();
    story.lang = article->lang;
    story.section = first_label(article->kicker);
    story.published = article->published;
    if (story.id.empty() || story.title.empty()) {
        const std::string_view missing = story.id.empty() ? "id" : "title";
        return piece_.note(document.place, {Code::missing_field, {}, 0, 0, 0, missing});
    }
    add_story(document, story, article->hero.src, arena);
}

void DocumentAnalyser::add_feed(const SourceDocument& document, Arena& arena) {
    Notes notes;
    const Result<std::string_view> own =
        convert_document(document.bytes, DocumentUse::feed, {}, base_url_, parsers_, arena, notes);
    if (!own) return piece_.note(document.place, own.error());
    const Result<Feed> feed = read_feed(*own, base_url_, arena, notes);
    if (!feed) return piece_.note(document.place, feed.error());
    for (const Card& card : feed->items) add_story(document, story_of(card, arena), card.image.src, arena);
    add_notes(document, notes);
}

void DocumentAnalyser::add_story(const SourceDocument& document, const Story& story, std::string_view image,
                                 Arena& arena) {
    ArchiveStory card;
    card.id = story.id;
    // A story known by its id alone is one whose pages are: a URL relative to them.
    card.url = story.url.empty() ? resolve_url(story.id, base_url_, UrlUse::web, arena).value_or(story.id)
                                 : story.url;
    card.title = tidy_text(story.title, story.lang, arena);
    card.dek = tidy_text(story.dek, story.lang, arena);
    card.image = image;
    card.section = tidy_text(story.section, story.lang, arena);
    card.series = tidy_text(story.series, story.lang, arena);
    TextBuffer tags;
    for (const std::string_view tag : story.tags) {
        if (!tags.empty()) tags += '\n';
        tags += tidy_text(tag, story.lang, arena);
    }
    card.tags = tags.view();
    card.lang = story.lang;
    card.published = story.published ? story.published->seconds : 0;
    piece_.add(document.place, card, analyser_.count_terms(story, arena), sketch_of(story, arena));
}

}  // namespace longread
