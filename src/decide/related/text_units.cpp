#include "decide/related/text_units.h"

#include <cstdint>

#include "base/fold_case.h"
#include "base/text.h"

namespace longread {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

// Letters and digits of ASCII, a bit each, by the seven bits of their code.
constexpr std::uint64_t ascii_word_bits[] = {0x03FF'0000'0000'0000, 0x07FF'FFFE'07FF'FFFE};

bool is_ascii_word_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 && (ascii_word_bits[byte >> 6U] >> (byte & 63U) & 1U) != 0;
}

bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Kana and Han: most of a Japanese or Chinese text, and known without looking through tables.
bool is_common_character(char32_t c) {
    return is_within(c, 0x4E00, 0x9FFF) || is_within(c, 0x3041, 0x3096) || is_within(c, 0x30A1, 0x30FA);
}

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

void UnitReader::add_ascii_letters() {
    for (; is_ascii_word_at(text_, at_); ++at_) {
        if (size_ == sizeof letters_) continue;
        const char c = text_[at_];
        letters_[size_++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
}

bool UnitReader::next(Unit& unit) {
    CodePoint c;
    for (;; at_ += c.size) {
        if (at_ >= text_.size()) return false;
        if (is_ascii_word_at(text_, at_)) break;
        c = decode_at(text_, at_);
        if (c.value >= 0x80 && (is_common_character(c.value) || is_word(c.value))) break;
    }
    size_ = 0;
    unit.begin = at_;
    unit.kind = UnitKind::word;
    add_ascii_letters();
    if (at_ < text_.size() && (text_[at_] & 0x80) != 0) add_other_letters(unit);
    unit.end = at_;
    unit.letters = {letters_, size_};
    if (!unit.is_character()) skip_possessive();
    return true;
}

// From here on the word has letters beyond ASCII, or it is a character that stands alone.
void UnitReader::add_other_letters(Unit& unit) {
    while (at_ < text_.size()) {
        const CodePoint c = decode_at(text_, at_);
        const bool is_common = is_common_character(c.value);
        if (c.value != soft_hyphen && !is_common && !is_word(c.value)) return;
        const UnitKind kind = kind_of(c.value);
        if (kind >= UnitKind::character && at_ > unit.begin) return;
        if (kind != UnitKind::word) unit.kind = kind;
        if (c.value != soft_hyphen) add_letter(is_common ? c.value : fold_case(c.value));
        at_ += c.size;
        if (unit.is_character()) return;
        add_ascii_letters();
    }
}

}  // namespace longread
