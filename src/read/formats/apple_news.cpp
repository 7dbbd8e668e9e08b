#include "read/formats/apple_news.h"

#include "base/text.h"
#include "read/formats/apple_components.h"
#include "read/formats/find_any.h"

namespace longread {
namespace {

bool recognises(JsonValue root) {
    const JsonValue components = root.find("components");
    return components.is(JsonKind::array) && (components.first().find("role").is(JsonKind::string) ||
                                              root.find("componentTextStyles").exists());
}

// "By Ana Ruiz" as Ana Ruiz.
std::string_view without_by(std::string_view byline) {
    const bool has_by = equals_ignoring_ascii_case(byline.substr(0, 3), "by ");
    return trim(byline.substr(has_by ? 3 : 0));
}

void write_byline(JsonValue authors, AppleHead& head, AppleText& text, Converter& to) {
    to.out().begin_array("byline");
    for (const JsonValue author : authors) {
        if (!author.text().empty()) to.out().element(author.text());
    }
    head.author = authors.first().text();
    if (head.author.empty() && head.byline.exists()) {
        head.author = without_by(text.plain(head.byline));
        if (!head.author.empty()) to.out().element(head.author);
    }
    to.out().end_array();
}

void write_hero(const AppleHead& head, JsonValue metadata, AppleText& text, Converter& to) {
    const JsonValue component = head.picture;
    Picture hero = apple_picture(component, text);
    hero.src = find_picture(component, text).text();
    if (hero.src.empty()) hero.src = metadata.find("thumbnailURL").text();
    TextBuffer caption(hero.caption);
    for (const JsonValue& part : head.captions) {
        if (!caption.empty()) caption += ' ';
        caption += text.plain(part);
    }
    hero.caption = caption;
    write_picture("hero", hero, to.out());
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue components = root.find("components");
    if (!components.is(JsonKind::array)) {
        return to.error(Code::not_a_document, root, "no Apple News Format: it has no components");
    }
    const JsonValue metadata = root.find("metadata");
    AppleText text(root, to);
    AppleHead head;
    find_head(components, head, text, to.arena());
    // What readers of the app see, rather than what lists call the article.
    head.title_text = text.plain(head.title);
    if (head.title_text.empty()) head.title_text = root.find("title").text();
    to.text("id", root.find("identifier"));
    to.text("url", metadata.find("canonicalURL"));
    to.text("lang", root.find("language"));
    to.out().member("title", head.title_text);
    const std::string_view intro = text.plain(head.intro);
    to.out().member("dek", intro.empty() ? root.find("subtitle").text() : intro);
    write_byline(metadata.find("authors"), head, text, to);
    to.text("published", find_any(metadata, "datePublished dateCreated"));
    to.text("updated", metadata.find("dateModified"));
    to.out().begin_array("tags");
    for (const JsonValue word : metadata.find("keywords")) to.out().element(word.text());
    to.out().end_array();
    write_hero(head, metadata, text, to);
    HtmlBuilder html(to.arena());
    AppleComponents(html, head, text, to).write_all(components);
    to.html_body(html.html(), components);
    return std::nullopt;
}

}  // namespace

constexpr Adapter apple_news = {"apple-news", recognises, convert_article, nullptr};

}  // namespace longread
