// HTML of other systems while it is still text: what their own pages would have made of it before a browser
// saw it (paragraphs, shortcodes), and questions that need no tree. None of it is trusted: the text goes on
// to the parser and the policy.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "base/text_buffer.h"
#include "read/formats/converter.h"

namespace longread {

// A tag or comment in a text.
struct HtmlTagText {
    std::size_t begin = std::string_view::npos;  // of its '<'; npos: there is none
    std::size_t end = std::string_view::npos;    // just past its '>'
    std::string_view name;                       // "p", "/p", "!" for what is no element
    [[nodiscard]] bool exists() const { return begin != std::string_view::npos; }
};

// The tag that begins at the '<' at `at`, where one does; the first tag that begins at or after `from`.
HtmlTagText tag_text_at(std::string_view html, std::size_t at);
HtmlTagText find_tag_text(std::string_view html, std::size_t from);

// The value of an attribute as it is written, entities and all; empty where there is none.
std::string_view attribute_text(std::string_view tag, std::string_view name);

// The address of the first picture of a body that is more than a pixel or an emoji, without entities.
std::string_view first_picture(std::string_view html, JsonValue place, Converter& to);

// Whether two addresses are of one picture: scheme, query, and what names a size ("-1024x768", "-scaled",
// "/size/w600") do not count.
bool is_same_picture(std::string_view one, std::string_view other);

// Plain text as HTML: an empty line ends a paragraph, other line ends stay.
void append_paragraphs(TextBuffer& html, std::string_view text);

// The text itself where it is HTML already, else as append_paragraphs would have it.
std::string_view plain_or_html(std::string_view text, Arena& arena);

// What old editors stored without <p>: empty lines become paragraphs and single ones breaks, as WordPress has
// it. HTML that has paragraphs stays as it is.
std::string_view with_paragraphs(std::string_view html, Arena& arena);

// All places of one text replaced by another.
std::string_view replace_all(std::string_view text, std::string_view from, std::string_view by, Arena& arena);

// Elements of a system's own, told by their classes, as what they mean. The table is pairs of words: a class,
// and the tag that takes the element's place, perhaps with a class ("figure.pullquote"), or "-" where it goes
// with all that it holds.
std::string_view replace_by_class(std::string_view html, std::string_view table, Arena& arena);

}  // namespace longread
