#include "read/formats/json_feed.h"

#include "base/text.h"
#include "read/formats/excerpt.h"
#include "read/formats/foreign_html.h"
#include "read/formats/foreign_story.h"

namespace longread {
namespace {

bool has_content(JsonValue item) {
    return item.find("content_html").exists() || item.find("content_text").exists();
}

// Feeds that get their version wrong still have items with contents.
bool is_any_feed(JsonValue root) { return is_json_feed(root) || has_content(root.find("items").first()); }

bool recognises(JsonValue root) { return is_any_feed(root) || has_content(root); }

// The item's own value, else that of the whole feed.
JsonValue find_either(JsonValue item, JsonValue root, const char* key) {
    const JsonValue own = item.find(key);
    return own.exists() ? own : root.find(key);
}

void add_author(JsonValue author, ForeignStory& story, Converter& to) {
    const ForeignPerson person{
        author.find("name").text(), author.find("url").text(), {}, author.find("avatar").text()};
    if (!person.name.empty()) story.byline.add(person, to.arena());
}

// 1.0 had one author; both spellings occur in one feed.
void add_authors(JsonValue from, ForeignStory& story, Converter& to) {
    for (const JsonValue author : from.find("authors")) add_author(author, story, to);
    if (story.byline.empty()) add_author(from.find("author"), story, to);
}

void read_story(JsonValue item, JsonValue root, ForeignStory& story, Converter& to) {
    story.id = item.find("id").text();
    story.url = either(item.find("url").text(), item.find("external_url").text());
    story.lang = language_of(find_either(item, root, "language").text(), to.arena());
    story.title = item.find("title").text();
    story.dek = item.find("summary").text();
    add_authors(item, story, to);
    if (story.byline.empty()) add_authors(root, story, to);
    story.published = item.find("date_published").text();
    story.updated = item.find("date_modified").text();
    story.picture.src = either(item.find("image").text(), item.find("banner_image").text());
    for (const JsonValue tag : item.find("tags")) {
        if (!tag.text().empty()) story.tags.add({tag.text(), {}}, to.arena());
    }
}

// A sound or a film becomes a player; of those with one title, which are the same in other forms, the first.
void put_attachment(JsonValue attachment, TextBuffer& html) {
    const std::string_view type = attachment.find("mime_type").text().substr(0, 6);
    const std::string_view url = attachment.find("url").text();
    if ((type != "audio/" && type != "video/") || url.empty()) return;
    const std::string_view tag = type.substr(0, 5);
    const std::string_view title = attachment.find("title").text();
    html += "<figure><";
    html += tag;
    html += " src=\"";
    append_escaped(html, url);
    html += "\"></";
    html += tag;
    html += "><figcaption>";
    append_escaped(html, title);
    html += "</figcaption></figure>";
}

void put_attachments(JsonValue list, TextBuffer& html) {
    std::string_view before;
    for (const JsonValue attachment : list) {
        const std::string_view title = attachment.find("title").text();
        if (title.empty() || title != before) put_attachment(attachment, html);
        before = title;
    }
}

// The page that a link blog's item is about, unless its text links to it.
void put_external_link(JsonValue item, TextBuffer& html) {
    const std::string_view url = item.find("external_url").text();
    if (url.empty() || !item.find("url").exists() || html.view().find(url) != std::string_view::npos) return;
    html += "<p><a href=\"";
    append_escaped(html, url);
    html += "\">";
    const std::size_t scheme = url.find("://");
    append_escaped(html, scheme == std::string_view::npos ? url : url.substr(scheme + 3));
    html += "</a></p>";
}

JsonValue find_body(JsonValue item) {
    const JsonValue html = item.find("content_html");
    return html.text().empty() ? item.find("content_text") : html;
}

std::string_view read_body(JsonValue item, Arena& arena) {
    TextBuffer html;
    const JsonValue body = find_body(item);
    if (body.key() == "content_html") {
        html += body.text();
    } else {
        append_paragraphs(html, body.text());
    }
    put_attachments(item.find("attachments"), html);
    if (!html.empty()) put_external_link(item, html);
    return arena.keep(html);
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const bool is_feed = is_any_feed(root);
    const JsonValue item = is_feed ? root.find("items").first() : root;
    ForeignStory story;
    read_story(item, is_feed ? root : JsonValue(), story, to);
    const JsonValue place = find_body(item);
    return write_article(story, read_body(item, to.arena()), place.exists() ? place : root, to);
}

// A feed that says its version rightly is read as it is. In others a story without a title has the beginning
// of its text for one.
void read_card(JsonValue item, ForeignStory& story, Converter& to) {
    read_story(item, {}, story, to);
    if (!story.title.empty()) return;
    const JsonValue body = find_body(item);
    story.title = teaser_of(body.key() == "content_html" ? to.plain(body) : trim(body.text()), to.arena());
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    to.plain("title", root.find("title"));
    return write_cards(root.find("items"), read_card, to);
}

}  // namespace

bool is_json_feed(JsonValue root) {
    return root.find("version").text().find("jsonfeed.org") != std::string_view::npos;
}

constexpr Adapter json_feed = {"json-feed", recognises, convert_article, convert_feed};

}  // namespace longread
