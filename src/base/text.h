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

// Space, tab, line feed, carriage return, form feed (HTML's white space).
bool is_ascii_space(char c);

// A letter, digit or mark of any script, as far as word boundaries need it: ASCII letters and digits, and
// everything from U+00AA up that is not punctuation, symbol, emoji, space, private or U+FFFD in the blocks
// that news text uses. The two joiners (U+200C, U+200D), which stand inside Persian and Indic words, count as
// marks.
bool is_word(char32_t c);

// Appends text as it may stand in HTML, between tags or in a value within double quotes.
void append_escaped(TextBuffer& out, std::string_view text);

// Without HTML white space and U+00A0 at both ends.
std::string_view trim(std::string_view text);

// ASCII letters in lower case, all else as it is.
char lower_ascii(char c);
void append_lower_ascii(TextBuffer& out, std::string_view text);
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

enum class Letters : bool { as_written, any_case };

// The place of a word in a list of words separated by single spaces, counted in words; -1: not there.
int word_index(std::string_view list, std::string_view word, Letters letters = Letters::as_written);
// Whether it is there, in capitals or small letters.
inline bool has_word(std::string_view list, std::string_view word) {
    return word_index(list, word, Letters::any_case) >= 0;
}
// Takes the first word off such a list.
std::string_view take_word(std::string_view& list);

// A whole number in decimal digits, with a hyphen-minus where it is below zero.
class Decimal {
  public:
    explicit Decimal(std::int64_t value);
    operator std::string_view() const { return {digits_ + begin_, sizeof digits_ - begin_}; }  // NOLINT

  private:
    char digits_[20];
    std::size_t begin_ = sizeof digits_;
};

}  // namespace longread
