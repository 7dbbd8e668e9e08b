// UTF-8 text, one code point at a time, without a locale. Everything that came through parse_json or a parser
// is valid UTF-8; bytes that are not are read as U+FFFD, one byte at a time, and never run past the end.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text_buffer.h"

namespace longread {

// A code point and the bytes it takes (1 to 4).
struct CodePoint {
    char32_t value = 0;
    std::uint32_t size = 1;
};

// The code point that starts at text[offset]; offset < text.size().
CodePoint decode_at(std::string_view text, std::size_t offset);

// Appends one code point; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(TextBuffer& out, char32_t code_point);

// Length as JavaScript counts it.
std::uint32_t utf16_length(std::string_view text);

// A letter, digit or mark of any script, as far as word boundaries need it: ASCII letters and digits, and
// everything from U+00AA up that is not punctuation, symbol, emoji, space, private or U+FFFD in the blocks
// that news text uses. The two joiners (U+200C, U+200D), which stand inside Persian and Indic words, count as
// marks.
bool is_word(char32_t c);

}  // namespace longread
