#include "base/unicode.h"

namespace longread {
namespace {

constexpr char32_t replacement = 0xFFFD;

// First and last code point of every stretch from U+00AA to U+FFFF that is punctuation, symbol or space.
constexpr char16_t gaps[] = {
    0x00AB, 0x00B1, 0x00B4, 0x00B4, 0x00B6, 0x00B8, 0x00BB, 0x00BB, 0x00BF, 0x00BF,  // « ± ´ ¶ » ¿
    0x00D7, 0x00D7, 0x00F7, 0x00F7, 0x02C2, 0x02C5, 0x02D2, 0x02DF, 0x037E, 0x037E,  // × ÷ and Greek ;
    0x0384, 0x0385, 0x0387, 0x0387, 0x055A, 0x055F, 0x0589, 0x058F, 0x05BE, 0x05BE,  // Armenian, maqaf
    0x05C0, 0x05C0, 0x05C3, 0x05C3, 0x05C6, 0x05C6, 0x05F3, 0x05F4, 0x0600, 0x060F,  // geresh, Arabic , ;
    0x061B, 0x061F, 0x066A, 0x066D, 0x06D4, 0x06D4, 0x06DD, 0x06DE, 0x06E9, 0x06E9,  // Arabic ? %
    0x0700, 0x070D, 0x0964, 0x0965, 0x0970, 0x0970, 0x0DF4, 0x0DF4, 0x0E3F, 0x0E3F,  // danda, baht
    0x0E4F, 0x0E4F, 0x0E5A, 0x0E5B, 0x10FB, 0x10FB, 0x1360, 0x1368, 0x166D, 0x166E,  // Thai, Georgian
    0x1680, 0x1680, 0x17D4, 0x17DB, 0x1800, 0x180A, 0x2000, 0x200B, 0x200E, 0x206F,  // all but the joiners
    0x207A, 0x207E, 0x208A, 0x208E, 0x20A0, 0x20CF, 0x2190, 0x2BFF, 0x2CF9, 0x2CFF,  // currency, arrows
    0x2E00, 0x2E7F, 0x2FF0, 0x3004, 0x3008, 0x3020, 0x3030, 0x3030, 0x3036, 0x3037,  // CJK brackets
    0x303D, 0x303F, 0x309B, 0x309C, 0x30A0, 0x30A0, 0x30FB, 0x30FB, 0x3200, 0x33FF,  // middle dot, squares
    0x4DC0, 0x4DFF, 0xD800, 0xF8FF, 0xFD3E, 0xFD3F, 0xFE10, 0xFE19, 0xFE30, 0xFE6F,  // private use
    0xFEFF, 0xFEFF, 0xFF01, 0xFF0F, 0xFF1A, 0xFF20, 0xFF3B, 0xFF40, 0xFF5B, 0xFF65,  // full-width
    0xFFE0, 0xFFFF,
};

unsigned byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

bool is_ascii_word(char32_t c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t offset) {
    const unsigned first = byte_at(text, offset);
    if (first < 0x80) return {first, 1};
    const std::uint32_t size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (size == 0 || text.size() - offset < size) return {replacement, 1};
    char32_t value = first & (0x7FU >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        const unsigned next = byte_at(text, offset + i);
        if ((next & 0xC0U) != 0x80U) return {replacement, 1};
        value = value << 6U | (next & 0x3FU);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {replacement, 1};
    return {value, size};
}

void append_utf8(TextBuffer& out, char32_t code_point) {
    char32_t c = code_point;
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = replacement;
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    const unsigned extra = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;  // bytes after the first
    const unsigned mark = 0xFFU << (7 - extra) & 0xFFU;          // 110, 1110 or 11110, then zeros
    out += static_cast<char>(mark | c >> (6 * extra));
    for (unsigned i = extra; i-- > 0;) out += static_cast<char>(0x80U | (c >> (6 * i) & 0x3FU));
}

std::uint32_t utf16_length(std::string_view text) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        length += c.value >= 0x10000 ? 2 : 1;
        i += c.size;
    }
    return length;
}

bool is_word(char32_t c) {
    if (c < 0x80) return is_ascii_word(c);
    if (c < 0xAA) return false;
    if (c > 0xFFFF) return c < 0x1D000 || (c >= 0x1E000 && c < 0x1F000) || (c >= 0x20000 && c < 0xE0000);
    for (std::size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i += 2) {
        if (c < gaps[i]) return true;
        if (c <= gaps[i + 1]) return false;
    }
    return true;
}

}  // namespace longread
