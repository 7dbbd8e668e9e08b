#include "read/formats/converter.h"

#include "base/text.h"

namespace longread {

void Converter::text(std::string_view name, JsonValue value) {
    const bool has_text = value.is(JsonKind::string) || value.is(JsonKind::integer);
    if (has_text && !value.text().empty()) out_.member(name, value.text());
}

void Converter::plain(std::string_view name, JsonValue html) {
    const std::string_view text = plain(html);
    if (!text.empty()) out_.member(name, text);
}

// A text without a character that HTML gives a meaning needs no parser.
std::string_view Converter::plain(JsonValue html) {
    const std::string_view text = html.text();
    if (text.find_first_of("<&") == std::string_view::npos) return trim(text);
    const Result<HtmlTree> tree = parsers_.html(text, {html.pointer(arena()), arena(), source_.notes()});
    if (!tree) {
        note(tree.error().code, html, tree.error().detail);
        return {};
    }
    TextBuffer plain;
    for (HtmlCursor at(*tree); !at.at_end(); at.advance()) {
        if (at.kind() == HtmlEventKind::text) plain += at.text();
        if (at.kind() == HtmlEventKind::open && at.tag() == Tag::br) plain += ' ';
    }
    return trim(arena().keep(plain));
}

void Converter::html_body(JsonValue html) { html_body(html.text(), html); }

void Converter::html_body(std::string_view html, JsonValue place) {
    if (html.empty()) return;
    out_.begin_object("body");
    out_.member("html", html);
    out_.member("_from", place.pointer(arena()));
    out_.end_object();
}

}  // namespace longread
