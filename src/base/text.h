// Text as documents and markup need it: white space, ASCII letters, lists of words, HTML's escapes, numbers.
// What knows of code points is in unicode.h.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text_buffer.h"
#include "base/unicode.h"

namespace longread {

// Space, tab, line feed, carriage return, form feed (HTML's white space).
bool is_ascii_space(char c);

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
