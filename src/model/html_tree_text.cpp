#include "base/text_buffer.h"
#include "model/html_tree.h"

namespace longread {
namespace {

// Text as an HTML parser would have read it, so that a tree which is printed and parsed again is the same:
// line breaks become '\n' and zero bytes vanish.
std::string_view keep_text(std::string_view text, Arena& arena) {
    constexpr auto none = std::string_view::npos;
    if (text.find('\r') == none && text.find('\0') == none) return arena.keep(text);
    TextBuffer out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_break = text[i] == '\r';
        if (is_break && text.substr(i + 1, 1) == "\n") continue;
        if (text[i] != '\0') out += is_break ? '\n' : text[i];
    }
    return arena.keep(out);
}

}  // namespace

void HtmlTree::attribute(Attr attr, std::string_view value) {
    add(HtmlEventKind::attribute, static_cast<std::uint8_t>(attr), keep_text(value, *arena_));
}

void HtmlTree::text(std::string_view text) {
    const std::string_view kept = keep_text(text, *arena_);
    if (!kept.empty()) add(HtmlEventKind::text, 0, kept);
}

}  // namespace longread
