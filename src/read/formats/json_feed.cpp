#include "read/formats/json_feed.h"

#include "base/text.h"

namespace longread {
namespace {

bool recognises(JsonValue root) {
    return is_json_feed(root) || root.find("content_html").exists() || root.find("content_text").exists();
}

// The item's own value, else that of the whole feed.
JsonValue find_either(JsonValue item, JsonValue root, std::string_view key) {
    const JsonValue own = item.find(key);
    return own.exists() ? own : root.find(key);
}

void write_author(JsonValue author, Converter& to) {
    if (author.find("name").text().empty()) return;
    to.out().begin_object();
    to.text("name", author.find("name"));
    to.text("url", author.find("url"));
    to.out().end_object();
}

// 1.0 had one author; both spellings occur in one feed.
void write_byline(JsonValue item, JsonValue root, Converter& to) {
    to.out().begin_array("byline");
    const JsonValue authors = find_either(item, root, "authors");
    for (const JsonValue author : authors) write_author(author, to);
    if (authors.is_empty()) write_author(find_either(item, root, "author"), to);
    to.out().end_array();
}

void write_words(std::string_view name, JsonValue list, Converter& to) {
    to.out().begin_array(name);
    for (const JsonValue word : list) to.out().element(word.text());
    to.out().end_array();
}

// Plain text: an empty line ends a paragraph.
void write_plain_body(std::string_view text, Converter& to) {
    to.out().begin_array("body");
    while (!text.empty()) {
        const std::size_t end = text.find("\n\n");
        const std::string_view paragraph = trim(text.substr(0, end));
        if (!paragraph.empty()) to.out().element(paragraph);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
    }
    to.out().end_array();
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue item = is_json_feed(root) ? root.find("items").first() : root;
    if (!item.exists()) return to.error(Code::empty_body, root, "a feed without items");
    to.text("id", item.find("id"));
    to.text("url", item.find(item.find("url").exists() ? "url" : "external_url"));
    to.text("lang", find_either(item, root, "language"));
    to.text("title", item.find("title"));
    to.text("dek", item.find("summary"));
    write_byline(item, root, to);
    to.text("published", item.find("date_published"));
    to.text("updated", item.find("date_modified"));
    to.text("hero", item.find(item.find("image").exists() ? "image" : "banner_image"));
    write_words("tags", item.find("tags"), to);
    if (item.find("content_html").exists()) {
        to.html_body(item.find("content_html"));
    } else {
        write_plain_body(item.find("content_text").text(), to);
    }
    return std::nullopt;
}

}  // namespace

bool is_json_feed(JsonValue root) {
    return root.find("version").text().find("jsonfeed.org") != std::string_view::npos;
}

constexpr Adapter json_feed = {"json-feed", recognises, convert_article, nullptr};

}  // namespace longread
