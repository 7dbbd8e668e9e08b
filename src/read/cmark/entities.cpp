// Takes the place of cmark's houdini_html_u.c and its table of 2,125 named characters: those that prose has
// stand here, and the HTML parser at hand, which has them all, is asked for the others.
// tests/unit/cmark_parts_test.cpp holds the functions against upstream's.
#include <houdini.h>

#include <string_view>

#include "base/text.h"
#include "read/cmark/memory.h"

namespace {

// A name is that of the next code point after ' ', of N itself after "#N". What a page that forbids every
// parser can still show.
constexpr std::string_view named_characters =
    "#9Tab NewLine#34quot#38amp apos#59semi lt#62gt#160nbsp iexcl cent pound curren yen brvbar sect uml copy"
    " ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14"
    " frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml"
    "#204Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute"
    " Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc"
    " euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute"
    " ucirc uuml yacute thorn yuml#338OElig oelig#352Scaron scaron#376Yuml#8194ensp emsp#8201thinsp#8211ndash"
    " mdash#8216lsquo rsquo sbquo#8220ldquo rdquo bdquo#8224dagger Dagger bull#8230hellip#8240permil"
    "#8249lsaquo rsaquo#8364euro#8482trade#8592larr uarr rarr darr#8722minus";

constexpr std::size_t longest_name = 31;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_name(char c) { return is_letter(c) || is_digit(c); }

// The value of a hexadecimal digit; 16 for all else.
unsigned hex_value(char c) {
    if (is_digit(c)) return static_cast<unsigned>(c - '0');
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? static_cast<unsigned>(lower - 'a') + 10 : 16;
}

// The code point whose name stands at `name_at`.
char32_t value_of(std::size_t name_at) {
    std::size_t at = named_characters.rfind('#', name_at);
    char32_t value = 0;
    while (is_digit(named_characters[++at])) value = value * 10 + hex_value(named_characters[at]);
    for (; at < name_at; ++at) value += named_characters[at] == ' ' ? 1U : 0U;
    return value;
}

// Of a common name; 0 where it is none. No name has a letter behind a digit.
char32_t find_common(std::string_view name) {
    for (std::size_t at = 0; (at = named_characters.find(name, at)) != std::string_view::npos; ++at) {
        const std::size_t end = at + name.size();
        if (is_letter(named_characters[at - 1])) continue;
        if (end < named_characters.size() && is_name(named_characters[end])) continue;
        return value_of(at);
    }
    return 0;
}

void append(cmark_strbuf* out, std::string_view text) {
    cmark_strbuf_put(out, reinterpret_cast<const unsigned char*>(text.data()),
                     static_cast<bufsize_t>(text.size()));
}

// "#65;" or "#x41;", without the '&': the bytes it takes, 0 where it is none.
std::size_t read_number(cmark_strbuf* out, std::string_view text) {
    const bool is_hex = text.size() > 1 && (text[1] | 0x20) == 'x';
    const unsigned base = is_hex ? 16 : 10;
    const std::size_t start = is_hex ? 2 : 1;
    std::size_t at = start;
    char32_t value = 0;
    for (; at < text.size() && hex_value(text[at]) < base; ++at) {
        if (value <= 0x10FFFF) value = value * base + hex_value(text[at]);
    }
    const std::size_t digits = at - start;
    if (digits == 0 || digits > (is_hex ? 6 : 7) || at == text.size() || text[at] != ';') return 0;
    longread::TextBuffer bytes;
    longread::append_utf8(bytes, value == 0 ? U'\uFFFD' : value);
    append(out, bytes);
    return at + 1;
}

std::size_t read_name(cmark_strbuf* out, std::string_view text) {
    const std::size_t size = text.substr(0, longest_name + 1).find(';');
    if (size == std::string_view::npos || size == 0 || !is_letter(text[0])) return 0;
    const std::string_view name = text.substr(0, size);
    if (const char32_t common = find_common(name)) {
        longread::TextBuffer bytes;
        longread::append_utf8(bytes, common);
        append(out, bytes);
        return size + 1;
    }
    for (const char c : name)
        if (!is_name(c)) return 0;
    const std::string_view value = longread::MarkdownMemory::of(out->mem).find_character(name);
    append(out, value);
    return value.empty() ? 0 : size + 1;
}

std::string_view view(const std::uint8_t* text, bufsize_t size) {
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

}  // namespace

bufsize_t houdini_unescape_ent(cmark_strbuf* out, const std::uint8_t* source, bufsize_t size) {
    const std::string_view text = view(source, size);
    const bool is_number = !text.empty() && text[0] == '#';
    return static_cast<bufsize_t>(is_number ? read_number(out, text) : read_name(out, text));
}

void houdini_unescape_html_f(cmark_strbuf* out, const std::uint8_t* source, bufsize_t size) {
    std::string_view text = view(source, size);
    while (!text.empty()) {
        const std::size_t plain = text.substr(0, text.find('&')).size();
        append(out, text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) return;
        text.remove_prefix(1);
        const bufsize_t taken = houdini_unescape_ent(out, reinterpret_cast<const std::uint8_t*>(text.data()),
                                                     static_cast<bufsize_t>(text.size()));
        if (taken == 0) append(out, "&");
        text.remove_prefix(static_cast<std::size_t>(taken));
    }
}

int houdini_unescape_html(cmark_strbuf* out, const std::uint8_t* source, bufsize_t size) {
    if (view(source, size).find('&') == std::string_view::npos) return 0;
    houdini_unescape_html_f(out, source, size);
    return 1;
}
