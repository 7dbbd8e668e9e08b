#include "read/formats/ghost.h"

#include "base/text.h"
#include "read/formats/foreign_html.h"
#include "read/formats/foreign_story.h"

namespace longread {
namespace {

JsonValue find_list(JsonValue root) {
    const JsonValue posts = root.find("posts");
    return posts.is(JsonKind::array) ? posts : root.find("pages");
}

// {"errors": [{"message", "type"}]}: why there is none.
JsonValue find_refusal(JsonValue root) { return root.find("errors").first().find("message"); }

// What import files have around each thing.
JsonValue unwrap(JsonValue value) {
    const JsonValue data = value.find("data");
    return data.is(JsonKind::object) ? data : value;
}

bool is_post(JsonValue value) {
    const JsonValue post = unwrap(value);
    if (post.find("ID").exists()) return false;  // WordPress.com
    for (const char* const key : {"html", "plaintext", "lexical", "mobiledoc", "feature_image", "uuid"}) {
        if (post.find(key).exists()) return true;
    }
    return post.find("title").is(JsonKind::string) && post.find("slug").exists();
}

// A post by itself has no envelope to know it by, but names that no other system uses.
bool is_bare_post(JsonValue root) {
    if (!root.find("title").is(JsonKind::string)) return false;
    for (const char* const key : {"feature_image", "comment_id", "mobiledoc", "lexical", "custom_excerpt"}) {
        if (root.find(key).exists()) return true;
    }
    return root.find("html").exists() && root.find("published_at").exists();
}

bool recognises(JsonValue root) {
    const JsonValue list = find_list(root);
    if (list.is(JsonKind::array)) return list.is_empty() || is_post(list.first());
    return find_refusal(root).is(JsonKind::string) || is_bare_post(root);
}

// What its cards are without its style and script.
constexpr std::string_view cards =
    "kg-callout-card aside kg-toggle-card details kg-toggle-heading summary kg-blockquote-alt "
    "blockquote.pullquote "
    "kg-audio-card figure kg-audio-title figcaption kg-audio-thumbnail - kg-audio-player - "
    "kg-video-overlay - kg-video-player-container - kg-bookmark-thumbnail - kg-bookmark-icon - "
    "kg-bookmark-card aside kg-file-card aside kg-file-card-filename - kg-file-card-icon - kg-signup-card -";

// Films have an empty picture of another host over their own, which their figure names. Of two attributes the
// first counts.
std::string_view with_posters(std::string_view html, Arena& arena) {
    constexpr std::string_view spacer = "img.spacergif.org";
    if (html.find(spacer) == std::string_view::npos) return html;
    TextBuffer out;
    std::size_t done = 0;
    std::string_view thumbnail;
    for (HtmlTagText tag = find_tag_text(html, 0); tag.exists(); tag = find_tag_text(html, tag.end)) {
        const std::string_view text = html.substr(tag.begin, tag.end - tag.begin);
        if (tag.name == "figure") thumbnail = attribute_text(text, "data-kg-thumbnail");
        if (tag.name != "video" || text.find(spacer) == std::string_view::npos) continue;
        out += html.substr(done, tag.begin - done);
        out += "<video poster=\"";
        out += thumbnail;
        out += '"';
        done = tag.begin + tag.name.size() + 1;
    }
    out += html.substr(done);
    return arena.keep(out);
}

// Its cards as what they are.
std::string_view with_cards(std::string_view html, Arena& arena) {
    // The site and the author of a bookmark stand in one line.
    html = replace_all(html, "<span class=\"kg-bookmark-publisher", " <span class=\"kg-bookmark-publisher",
                       arena);
    return replace_by_class(with_posters(html, arena), cards, arena);
}

// The site's own address, which files of a site leave open, is where the document is.
std::string_view at_site(std::string_view text, Arena& arena) {
    return replace_all(text, "__GHOST_URL__", {}, arena);
}

void add_person(JsonValue item, ForeignStory& story, Converter& to) {
    const JsonValue author = unwrap(item);
    const ForeignPerson person{
        author.find("name").text(), either(author.find("url").text(), item.find("url").text()),
        author.find("bio").text(), at_site(author.find("profile_image").text(), to.arena())};
    if (!person.name.empty()) story.byline.add(person, to.arena());
}

void read_byline(JsonValue post, ForeignStory& story, Converter& to) {
    for (const JsonValue item : post.find("authors")) add_person(item, story, to);
    if (story.byline.empty()) add_person(post.find("primary_author"), story, to);
    if (story.byline.empty()) add_person(post.find("author"), story, to);
}

// Internal tags are notes among editors.
bool is_public(JsonValue tag) {
    const std::string_view name = tag.find("name").text();
    return !name.empty() && name[0] != '#' && tag.find("visibility").text() != "internal";
}

ForeignLink read_tag(JsonValue tag) { return {tag.find("name").text(), tag.find("url").text()}; }

void read_tags(JsonValue post, ForeignStory& story, Arena& arena) {
    const JsonValue primary = post.find("primary_tag");
    if (is_public(primary)) story.kicker = read_tag(primary);
    for (const JsonValue item : post.find("tags")) {
        const JsonValue tag = unwrap(item);
        if (is_public(tag) && tag.find("name").text() != story.kicker.label) {
            story.tags.add(read_tag(tag), arena);
        }
    }
}

void read_story(JsonValue item, ForeignStory& story, Converter& to) {
    const JsonValue post = unwrap(item);
    const std::string_view own_url = either(post.find("canonical_url").text(), post.find("url").text());
    story.id = post.find("id").text();
    story.url = at_site(either(own_url, item.find("url").text()), to.arena());
    story.lang = language_of(post.find("locale").text(), to.arena());
    story.title = trim(post.find("title").text());
    // Ghost's own excerpt is the beginning of the text.
    story.dek = trim(either(post.find("custom_excerpt").text(), post.find("excerpt").text()));
    story.published = post.find("published_at").text();
    story.updated = post.find("updated_at").text();
    read_tags(post, story, to.arena());
    read_byline(post, story, to);
    story.picture.src = at_site(post.find("feature_image").text(), to.arena());
    story.picture.alt = post.find("feature_image_alt").text();
    story.picture.has_alt = post.find("feature_image_alt").is(JsonKind::string);
    story.picture.caption = to.plain(post.find("feature_image_caption"));
}

std::optional<Error> write_post(JsonValue item, Converter& to) {
    const JsonValue post = unwrap(item);
    ForeignStory story;
    read_story(item, story, to);
    const JsonValue access = post.find("access");
    if (access.is(JsonKind::boolean) && !access.boolean()) {
        to.note(Code::missing_field, access, "the rest is not for all readers");
    }
    const JsonValue html = post.find("html");
    if (!trim(html.text()).empty()) {
        if (post.find("custom_excerpt").text().empty()) story.dek = {};
        const std::string_view text = with_cards(html.text(), to.arena());
        return write_article(story, at_site(text, to.arena()), html, to);
    }
    // The plain text, which requests for other fields have, and the excerpt where there is neither.
    const JsonValue plain = post.find("plaintext");
    TextBuffer paragraphs;
    append_paragraphs(paragraphs, plain.text());
    return write_article(story, to.arena().keep(paragraphs), plain.exists() ? plain : item, to);
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue refusal = find_refusal(root);
    if (refusal.exists()) return to.error(Code::not_a_document, root, refusal.text());
    const JsonValue list = find_list(root);
    return write_post(list.is(JsonKind::array) ? list.first() : root, to);
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    const JsonValue refusal = find_refusal(root);
    if (refusal.exists()) return to.error(Code::not_a_document, root, refusal.text());
    return write_cards(find_list(root), read_story, to);
}

}  // namespace

constexpr Adapter ghost = {"ghost", recognises, convert_article, convert_feed};

}  // namespace longread
