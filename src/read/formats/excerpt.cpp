#include "read/formats/excerpt.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t teaser_size = 320;  // bytes: two or three lines of a card
constexpr std::size_t beginning = 8'192;  // bytes of HTML in which an excerpt would be found

// Where the link begins with which themes end an excerpt, or the end.
std::size_t find_more_link(std::string_view html) {
    for (const std::string_view mark : {"more-link", "read-more", "readmore", "moretag"}) {
        const std::size_t at = html.find(mark);
        if (at == std::string_view::npos) continue;
        const std::size_t tag = html.rfind("<a", at);
        if (tag != std::string_view::npos && html.find('>', tag) > at) return tag;
    }
    return html.size();
}

bool drop_end(std::string_view& text, std::string_view end) {
    if (text.size() < end.size()) return false;
    const std::size_t rest = text.size() - end.size();
    if (!equals_ignoring_ascii_case(text.substr(rest), end)) return false;
    text = trim(text.substr(0, rest));
    return true;
}

// Whether the text ended in what says that more is to come. An ellipsis alone may be the author's.
bool drop_ends(std::string_view& text) {
    bool any = false;
    for (const std::string_view end : {"[…]", "[...]", "(more…)", "continue reading", "read more"}) {
        any = drop_end(text, end) || any;
    }
    for (const std::string_view arrow : {"→", "»"}) drop_end(text, arrow);
    return any;
}

// Words of a text, one after the other, so that white space does not count.
bool begins_with_words(std::string_view text, std::string_view words) {
    std::size_t at = 0;
    for (const char c : words) {
        if (is_ascii_space(c)) continue;
        while (at < text.size() && is_ascii_space(text[at])) ++at;
        if (at == text.size() || text[at++] != c) return false;
    }
    return true;
}

}  // namespace

Excerpt read_excerpt(std::string_view html, JsonValue place, Converter& to) {
    Excerpt excerpt;
    const std::size_t end = find_more_link(html);
    excerpt.text = to.plain_text(html.substr(0, end), place);
    excerpt.is_cut = end < html.size();
    while (drop_ends(excerpt.text)) excerpt.is_cut = true;
    constexpr std::string_view ellipsis = "…";
    while (excerpt.is_cut && drop_end(excerpt.text, ellipsis)) continue;
    if (excerpt.is_cut && !excerpt.text.empty()) excerpt.text = to.arena().join({excerpt.text, ellipsis});
    return excerpt;
}

bool repeats_beginning(std::string_view excerpt, std::string_view html, JsonValue place, Converter& to) {
    return begins_with_words(to.plain_text(html.substr(0, beginning), place), excerpt);
}

std::string_view teaser_of(std::string_view text, Arena& arena) {
    if (text.size() <= teaser_size) return text;
    std::size_t size = text.rfind(' ', teaser_size);
    if (size == std::string_view::npos || size < teaser_size / 2) {
        size = teaser_size;
        while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    }
    return arena.join({trim(text.substr(0, size)), "…"});
}

}  // namespace longread
