#include "read/formats/ghost.h"

#include "base/text.h"
#include "read/formats/excerpt.h"
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
    for (const std::string_view key :
         {"html", "plaintext", "lexical", "mobiledoc", "feature_image", "uuid"}) {
        if (post.find(key).exists()) return true;
    }
    return post.find("title").is(JsonKind::string) && post.find("slug").exists();
}

// A post by itself has no envelope to know it by, but names that no other system uses.
bool is_bare_post(JsonValue root) {
    if (!root.find("title").is(JsonKind::string)) return false;
    for (const std::string_view key :
         {"feature_image", "comment_id", "mobiledoc", "lexical", "custom_excerpt"}) {
        if (root.find(key).exists()) return true;
    }
    return root.find("html").exists() && root.find("published_at").exists();
}

bool recognises(JsonValue root) {
    const JsonValue list = find_list(root);
    if (list.is(JsonKind::array)) return list.is_empty() || is_post(list.first());
    return find_refusal(root).is(JsonKind::string) || is_bare_post(root);
}

// The site's own address, which files of a site leave open, is where the document is.
std::string_view at_site(std::string_view text, Arena& arena) {
    return replace_all(text, "__GHOST_URL__", {}, arena);
}

void read_byline(JsonValue post, ForeignStory& story, Converter& to) {
    JsonValue authors = post.find("authors");
    for (const JsonValue item : authors) {
        const JsonValue author = unwrap(item);
        ForeignPerson person{author.find("name").text(), author.find("url").text(), author.find("bio").text(),
                             at_site(author.find("profile_image").text(), to.arena())};
        if (!person.name.empty()) story.byline.add(person, to.arena());
    }
    if (!story.byline.empty()) return;
    const JsonValue only =
        post.find("primary_author").is(JsonKind::object) ? post.find("primary_author") : post.find("author");
    const ForeignPerson person{unwrap(only).find("name").text(), only.find("url").text(), {}, {}};
    if (!person.name.empty()) story.byline.add(person, to.arena());
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

ForeignPicture read_picture(JsonValue post, Converter& to) {
    ForeignPicture picture;
    picture.src = at_site(post.find("feature_image").text(), to.arena());
    picture.alt = post.find("feature_image_alt").text();
    picture.has_alt = post.find("feature_image_alt").is(JsonKind::string);
    picture.caption = to.plain(post.find("feature_image_caption"));
    return picture;
}

ForeignStory read_story(JsonValue item, Converter& to) {
    const JsonValue post = unwrap(item);
    ForeignStory story;
    story.id = post.find("id").text();
    story.url =
        either(post.find("canonical_url").text(), either(post.find("url").text(), item.find("url").text()));
    story.url = at_site(story.url, to.arena());
    story.lang = language_of(post.find("locale").text(), to.arena());
    story.title = trim(post.find("title").text());
    story.dek = trim(post.find("custom_excerpt").text());
    story.published = post.find("published_at").text();
    story.updated = post.find("updated_at").text();
    read_tags(post, story, to.arena());
    read_byline(post, story, to);
    story.picture = read_picture(post, to);
    return story;
}

ForeignStory read_card(JsonValue item, Converter& to) {
    ForeignStory story = read_story(item, to);
    if (story.dek.empty()) story.dek = trim(unwrap(item).find("excerpt").text());
    return story;
}

void note_access(JsonValue post, Converter& to) {
    const JsonValue access = post.find("access");
    if (access.is(JsonKind::boolean) && !access.boolean()) {
        to.note(Code::partial_text, access, post.find("visibility").text());
    }
}

// The HTML; where there is none, as in requests for other fields, the plain text.
std::string_view read_body(JsonValue post, JsonValue& place, Converter& to) {
    place = post.find("html");
    if (!trim(place.text()).empty()) return at_site(place.text(), to.arena());
    place = post.find("plaintext");
    TextBuffer html;
    append_paragraphs(html, place.text());
    return to.arena().keep(html);
}

std::optional<Error> write_article(JsonValue item, Converter& to) {
    const JsonValue post = unwrap(item);
    ForeignStory story = read_story(item, to);
    note_access(post, to);
    JsonValue place;
    const std::string_view html = read_body(post, place, to);
    if (!html.empty()) {
        if (is_same_picture(first_picture(html, place, to), story.picture.src)) story.picture = {};
        write_story(story, DocumentUse::article, to);
        to.html_body(html, place);
        return std::nullopt;
    }
    const std::string_view excerpt = read_card(item, to).dek;
    if (excerpt.empty()) return to.error(Code::empty_body, post, "a post without \"html\"");
    story.dek = {};
    write_story(story, DocumentUse::article, to);
    write_short_body(excerpt, story.url, to);
    return std::nullopt;
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue refusal = find_refusal(root);
    if (refusal.exists()) return to.error(Code::not_a_document, root, refusal.text());
    const JsonValue list = find_list(root);
    if (!list.is(JsonKind::array)) return write_article(root, to);
    if (list.is_empty()) return to.error(Code::empty_body, root, "a list without posts");
    return write_article(list.first(), to);
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    const JsonValue refusal = find_refusal(root);
    if (refusal.exists()) return to.error(Code::not_a_document, root, refusal.text());
    const JsonValue list = find_list(root);
    if (!list.exists()) return to.error(Code::not_a_document, root, "one post, where a list is expected");
    write_cards(list, read_card, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter ghost = {"ghost", recognises, convert_article, convert_feed};

}  // namespace longread
