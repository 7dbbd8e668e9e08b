#include "render/markup.h"

#include "base/text.h"
#include "base/url.h"

namespace longread {

Tag Markup::heading(int below) const {
    const int level = level_ + below < 6 ? level_ + below : 6;
    return static_cast<Tag>(static_cast<int>(Tag::h1) + level - 1);
}

void Markup::open(Tag tag, std::string_view css_class, std::string_view part) {
    tree_.open(tag);
    optional(Attr::class_, css_class);
    optional(Attr::part, part);
}

void Markup::attribute(Attr attr, std::string_view prefix, std::string_view value) {
    TextBuffer both(prefix);
    both += value;
    tree_.attribute(attr, both);
}

void Markup::attribute(Attr attr, std::int64_t value) { tree_.attribute(attr, Decimal(value)); }

void Markup::optional(Attr attr, std::string_view value) {
    if (!value.empty()) tree_.attribute(attr, value);
}

void Markup::element(Tag tag, std::string_view css_class, std::string_view content) {
    open(tag, css_class);
    text(content);
    close();
}

void Markup::own_words() {
    const std::string_view code =
        std::string_view("enesfrdearja").substr(static_cast<std::size_t>(language_) * 2, 2);
    if (lang_.substr(0, 2) == code) return;
    attribute(Attr::lang, code);
    attribute(Attr::dir, language_ == Language::ar ? "rtl" : "ltr");
}

void Markup::own_element(Tag tag, std::string_view css_class, std::string_view words) {
    open(tag, css_class);
    own_words();
    text(words);
    close();
}

void Markup::optional_element(Tag tag, std::string_view css_class, std::string_view content) {
    if (!content.empty()) element(tag, css_class, content);
}

void Markup::open_link(std::string_view url, std::string_view css_class) {
    open(Tag::a, css_class);
    attribute(Attr::href, url);
    const std::string_view origin = url_origin(url);
    if (!origin.empty() && origin != origin_) attribute(Attr::rel, "noopener noreferrer");
}

void Markup::caption(std::string_view caption, std::string_view credit) {
    if (caption.empty() && credit.empty()) return;
    open(Tag::figcaption, "figcaption");
    if (!caption.empty()) {
        open(Tag::span, "caption", "caption");
        text(caption);
        close();
    }
    if (!caption.empty() && !credit.empty()) text(" ");
    if (!credit.empty()) {
        open(Tag::span, "credit", "credit");
        text(credit);
        close();
    }
    close();
}

}  // namespace longread
