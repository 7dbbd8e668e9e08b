#include "decide/related/text_units.h"

#include "base/fold_case.h"
#include "base/text.h"

namespace longread {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

UnitKind kind_of(char32_t c) {
    if (c < 0xE00) return UnitKind::word;
    if (is_within(c, 0x3041, 0x309F)) return UnitKind::hiragana;
    if (is_within(c, 0xAC00, 0xD7A3)) return UnitKind::hangul;
    const bool is_character = c < 0xF00 || is_within(c, 0x1000, 0x109F) || is_within(c, 0x1780, 0x17FF) ||
                              is_within(c, 0x3005, 0x30FF) || is_within(c, 0x31F0, 0x31FF) ||
                              is_within(c, 0x3400, 0x9FFF) || is_within(c, 0xF900, 0xFAFF) ||
                              is_within(c, 0xFF66, 0xFF9F) || is_within(c, 0x20000, 0x3FFFF);
    return is_character ? UnitKind::character : UnitKind::word;
}

}  // namespace

void UnitReader::add_letter(char32_t c) {
    if (c < 0x80) {
        if (size_ < sizeof letters_) letters_[size_++] = static_cast<char>(c);
        return;
    }
    const std::size_t extra = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;  // bytes after the first
    if (size_ + extra >= sizeof letters_) {
        size_ = sizeof letters_;  // else the rest of the word might still find room
        return;
    }
    letters_[size_++] = static_cast<char>((0xFF00U >> (extra + 1)) | c >> (6 * extra));
    for (std::size_t i = extra; i-- > 0;)
        letters_[size_++] = static_cast<char>(0x80U | (c >> (6 * i) & 0x3FU));
}

void UnitReader::skip_possessive() {
    const std::string_view rest = text_.substr(at_);
    const std::size_t mark = rest.substr(0, 1) == "'" ? 1 : rest.substr(0, 3) == "\u2019" ? 3 : 0;
    if (mark == 0 || rest.size() == mark || lower_ascii(rest[mark]) != 's') return;
    if (rest.size() == mark + 1 || !is_word(decode_at(rest, mark + 1).value)) at_ += mark + 1;
}

bool UnitReader::next(Unit& unit) {
    CodePoint c;
    for (;; at_ += c.size) {
        if (at_ >= text_.size()) return false;
        c = decode_at(text_, at_);
        if (is_word(c.value)) break;
    }
    size_ = 0;
    unit.begin = at_;
    unit.kind = kind_of(c.value);
    const bool is_character = unit.is_character();
    do {
        if (c.value != soft_hyphen) add_letter(fold_case(c.value));
        if (kind_of(c.value) == UnitKind::hangul) unit.kind = UnitKind::hangul;
        at_ += c.size;
        if (is_character || at_ >= text_.size()) break;
        c = decode_at(text_, at_);
    } while (c.value == soft_hyphen || (is_word(c.value) && kind_of(c.value) < UnitKind::character));
    unit.end = at_;
    unit.letters = {letters_, size_};
    if (!is_character) skip_possessive();
    return true;
}

}  // namespace longread
