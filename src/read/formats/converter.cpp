#include "read/formats/converter.h"

#include "base/text.h"

namespace longread {
namespace {

// Elements between which words do not run on, though no space stands there.
bool parts_words(Tag tag) {
    return tag == Tag::br || tag == Tag::p || tag == Tag::div || tag == Tag::li || tag == Tag::figcaption ||
           tag == Tag::td || tag == Tag::th || (tag >= Tag::h1 && tag <= Tag::h6);
}

}  // namespace

void Converter::text(const char* name, JsonValue value) {
    const bool has_text = value.is(JsonKind::string) || value.is(JsonKind::integer);
    if (has_text && !value.text().empty()) out_.member(name, value.text());
}

void Converter::plain(const char* name, JsonValue html) {
    const std::string_view text = plain(html);
    if (!text.empty()) out_.member(name, text);
}

// A text without a character that HTML gives a meaning needs no parser.
std::string_view Converter::plain_text(std::string_view html, JsonValue place) {
    if (html.find_first_of("<&") == std::string_view::npos) return trim(html);
    const Result<HtmlTree> tree = parsers_.html(html, {place.pointer(arena()), arena(), source_.notes()});
    if (!tree) {
        note(tree.error().code, place, tree.error().detail);
        return {};
    }
    TextBuffer plain;
    for (HtmlCursor at(*tree); !at.at_end();) {
        if (at.kind() == HtmlEventKind::text) plain += at.text();
        if (at.kind() == HtmlEventKind::open && at.tag() == Tag::dropped) {
            at.skip_element();
            continue;
        }
        if (at.kind() == HtmlEventKind::open && parts_words(at.tag())) plain += ' ';
        at.advance();
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
