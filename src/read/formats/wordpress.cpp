#include "read/formats/wordpress.h"

#include "base/text.h"
#include "read/formats/excerpt.h"
#include "read/formats/foreign_html.h"
#include "read/formats/foreign_story.h"
#include "read/formats/foreign_time.h"
#include "read/formats/shortcodes.h"

namespace longread {
namespace {

// v2 has {"rendered": html}, v1.1 the HTML itself.
JsonValue rendered(JsonValue object, const char* key) {
    const JsonValue value = object.find(key);
    const JsonValue inner = value.find("rendered");
    return inner.exists() ? inner : value;
}

// Comments and media have much of what posts have.
bool is_post(JsonValue value) {
    if (value.find("author_name").exists() || value.find("media_type").exists()) return false;
    for (const char* const key : {"title", "content", "excerpt"}) {
        if (value.find(key).find("rendered").exists()) return true;
    }
    const bool is_v1 = value.find("ID").exists() && value.find("content").exists();
    return is_v1 || (value.find("featured_media").exists() && value.find("link").exists());
}

// {"code", "message", "data": {"status"}}; v1.1: {"error", "message"}.
bool is_refusal(JsonValue root) {
    const bool has_code = root.find("code").is(JsonKind::string) || root.find("error").is(JsonKind::string);
    return has_code && root.find("message").is(JsonKind::string);
}

// The list that the document is or holds; not there where it is a post by itself.
JsonValue find_list(JsonValue root) { return root.is(JsonKind::array) ? root : root.find("posts"); }

bool recognises(JsonValue root) {
    const JsonValue list = find_list(root);
    if (list.exists()) return is_post(list.first()) || root.find("found").is(JsonKind::integer);
    return is_post(root) || is_refusal(root);
}

// The first of what _embed has put in under that name, where it is a thing and no error.
JsonValue find_embedded(JsonValue post, const char* key) {
    const JsonValue value = post.find("_embedded").find(key).first();
    return value.find("code").exists() ? JsonValue() : value;
}

// Gravatar is a third party, which the publisher's page does not name.
std::string_view own_avatar(std::string_view url) {
    return url.find("gravatar.com/") == std::string_view::npos ? url : std::string_view();
}

void add_person(JsonValue author, ForeignStory& story, Converter& to) {
    ForeignPerson person;
    person.name = to.plain(author.find("name"));
    if (person.name.empty()) return;
    person.url = either(author.find("link").text(), author.find("URL").text());
    person.bio = to.plain(author.find("description"));
    person.image =
        own_avatar(either(author.find("avatar_urls").find("96").text(), author.find("avatar_URL").text()));
    story.byline.add(person, to.arena());
}

// Authors that a plugin keeps as terms are all of them; the post's own author is one of those.
void read_byline(JsonValue post, ForeignStory& story, Converter& to) {
    if (!story.byline.empty()) return;
    const JsonValue embedded = post.find("_embedded").find("author");
    for (const JsonValue author : embedded) {
        if (author.find("code").exists()) to.note(Code::missing_field, author, author.find("message").text());
        add_person(author, story, to);
    }
    if (!story.byline.empty()) return;
    add_person(post.find("author"), story, to);
    const JsonValue yoast = post.find("yoast_head_json").find("author");
    if (!story.byline.empty() || yoast.text().empty()) return;
    ForeignPerson person;
    person.name = to.plain(yoast);
    story.byline.add(person, to.arena());
}

ForeignLink read_term(JsonValue term, Converter& to) {
    return {to.plain(term.find("name")), term.find("link").text()};
}

void add_term(JsonValue term, ForeignStory& story, Converter& to) {
    const std::string_view taxonomy = term.find("taxonomy").text();
    const ForeignLink link = read_term(term, to);
    if (link.label.empty()) return;
    if (taxonomy == "author") {
        add_person(term, story, to);
    } else if (taxonomy == "post_tag") {
        story.tags.add(link, to.arena());
    } else if (taxonomy == "category" && story.kicker.label.empty() &&
               term.find("slug").text() != "uncategorized") {
        story.kicker = link;
    }
}

// v1.1 has maps from the name to the term.
void read_terms(JsonValue post, ForeignStory& story, Converter& to) {
    for (const JsonValue taxonomy : post.find("_embedded").find("wp:term")) {
        for (const JsonValue term : taxonomy) add_term(term, story, to);
    }
    for (const JsonValue tag : post.find("tags")) {
        if (tag.is(JsonKind::object)) story.tags.add(read_term(tag, to), to.arena());
    }
    const JsonValue category = post.find("categories").first();
    if (category.is(JsonKind::object)) story.kicker = read_term(category, to);
}

// Sizes that show the whole picture: thumbnails are cut to a square.
bool has_same_shape(std::int64_t width, std::int64_t height, const ForeignPicture& picture) {
    const std::int64_t difference = width * picture.height - height * picture.width;
    const std::int64_t scale = width * picture.height;
    return (difference < 0 ? -difference : difference) * 50 <= scale;
}

std::string_view read_sizes(JsonValue sizes, const ForeignPicture& picture, Arena& arena) {
    TextBuffer srcset;
    bool has_full = false;
    for (const JsonValue size : sizes) {
        const std::int64_t width = number_of(size.find("width"));
        if (!has_same_shape(width, number_of(size.find("height")), picture)) continue;
        has_full = has_full || width == picture.width;
        add_candidate(srcset, size.find("source_url").text(), width);
    }
    if (!srcset.empty() && !has_full) add_candidate(srcset, picture.src, picture.width);
    return arena.keep(srcset);
}

void read_media(JsonValue media, ForeignPicture& picture, Converter& to) {
    const JsonValue details = media.find("media_details");
    if (media.find("media_type").text() == "file") return;
    picture.src = media.find("source_url").text();
    picture.width = number_of(details.find("width"));
    picture.height = number_of(details.find("height"));
    picture.srcset = read_sizes(details.find("sizes"), picture, to.arena());
    picture.has_alt = media.find("alt_text").exists();
    picture.alt = to.plain(media.find("alt_text"));
    picture.caption = to.plain(rendered(media, "caption"));
    picture.credit = to.plain(details.find("image_meta").find("credit"));
}

void read_picture(JsonValue post, ForeignPicture& picture, Converter& to) {
    read_media(find_embedded(post, "wp:featuredmedia"), picture, to);
    if (picture.src.empty()) {
        picture.src =
            either(post.find("jetpack_featured_media_url").text(), post.find("featured_image").text());
    }
    if (!picture.src.empty()) return;
    const JsonValue shared = post.find("yoast_head_json").find("og_image").first();
    picture.src = shared.find("url").text();
    picture.width = number_of(shared.find("width"));
    picture.height = number_of(shared.find("height"));
}

// Of plugins alone: Polylang's, or what Yoast says of the page.
std::string_view read_lang(JsonValue post, Arena& arena) {
    const JsonValue yoast = post.find("yoast_head_json");
    std::string_view lang = either(post.find("lang").text(), yoast.find("og_locale").text());
    for (const JsonValue node : yoast.find("schema").find("@graph")) {
        lang = either(node.find("inLanguage").text(), lang);
    }
    return language_of(lang, arena);
}

void read_story(JsonValue post, ForeignStory& story, Converter& to) {
    story.id = either(post.find("id").text(), post.find("ID").text());
    story.url = either(post.find("link").text(), post.find("URL").text());
    story.lang = read_lang(post, to.arena());
    story.title = to.plain(rendered(post, "title"));
    story.published = join_times(post.find("date").text(), post.find("date_gmt").text(), to.arena());
    story.updated = join_times(post.find("modified").text(), post.find("modified_gmt").text(), to.arena());
    read_terms(post, story, to);
    read_byline(post, story, to);
    read_picture(post, story.picture, to);
    const JsonValue excerpt = rendered(post, "excerpt");
    story.dek = read_excerpt(excerpt.text(), excerpt, to).text;
}

std::optional<Error> write_post(JsonValue post, Converter& to) {
    ForeignStory story;
    read_story(post, story, to);
    if (post.find("content").find("protected").boolean()) {
        to.note(Code::missing_field, post.find("content"), "the rest is behind a password");
    }
    const JsonValue content = rendered(post, "content");
    std::string_view html = expand_shortcodes(trim(content.text()), content, to);
    // A file and its button to download it stand side by side.
    html = replace_all(html, "</a><a ", "</a> <a ", to.arena());
    // An excerpt that WordPress has cut from the text is no summary of it.
    const JsonValue excerpt = rendered(post, "excerpt");
    if (!html.empty() && read_excerpt(excerpt.text(), excerpt, to).is_cut) story.dek = {};
    return write_article(story, with_paragraphs(html, to.arena()), content.exists() ? content : post, to);
}

std::optional<Error> refusal(JsonValue root, Converter& to) {
    return to.error(Code::not_a_document, root, root.find("message").text());
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    if (is_refusal(root)) return refusal(root, to);
    const JsonValue list = find_list(root);
    return write_post(list.exists() ? list.first() : root, to);
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    if (is_refusal(root)) return refusal(root, to);
    return write_cards(find_list(root), read_story, to);
}

}  // namespace

constexpr Adapter wordpress = {"wordpress", recognises, convert_article, convert_feed};

}  // namespace longread
