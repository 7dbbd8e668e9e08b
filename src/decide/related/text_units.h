// Text taken apart for comparison: words where words are written apart, characters where they are not.
#pragma once

#include <cstddef>
#include <string_view>

namespace longread {

enum class UnitKind : unsigned char {
    word,
    hangul,     // a word with Korean syllables, of which the later parts may be endings
    character,  // one character of a script without spaces: Han, kana, Thai, Lao, Khmer, Myanmar
    hiragana,   // such a character, but one that says little
};

struct Unit {
    std::string_view letters;  // in lower case; good until the next unit is read; at most 64 bytes
    std::size_t begin = 0;     // in the text
    std::size_t end = 0;
    UnitKind kind{};
    [[nodiscard]] bool is_character() const { return kind >= UnitKind::character; }
};

// Reads the text from its begin. Anything that is_word (base/text.h) belongs to a word; soft hyphens within
// words are not there, nor is a possessive 's.
class UnitReader {
  public:
    explicit UnitReader(std::string_view text) : text_(text) {}
    // False at the end of the text.
    bool next(Unit& unit);

  private:
    void add_ascii_letters();
    void add_other_letters(Unit& unit);
    void add_letter(char32_t c);
    void skip_possessive();

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    char letters_[64];
};

}  // namespace longread
