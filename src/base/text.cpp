#include "base/text.h"

namespace longread {

bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

void append_escaped(TextBuffer& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    std::size_t end = text.size();
    const auto no_break_at = [text](std::size_t i) { return text[i] == '\xC2' && text[i + 1] == '\xA0'; };
    while (begin < end) {
        if (is_ascii_space(text[begin])) {
            ++begin;
        } else if (end - begin >= 2 && no_break_at(begin)) {
            begin += 2;
        } else {
            break;
        }
    }
    while (end > begin) {
        if (is_ascii_space(text[end - 1])) {
            --end;
        } else if (end - begin >= 2 && no_break_at(end - 2)) {
            end -= 2;
        } else {
            break;
        }
    }
    return text.substr(begin, end - begin);
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

void append_lower_ascii(TextBuffer& out, std::string_view text) {
    for (const char c : text) out += lower_ascii(c);
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower_ascii(a[i]) != lower_ascii(b[i])) return false;
    }
    return true;
}

std::string_view take_word(std::string_view& list) {
    const std::size_t end = list.find(' ');
    const std::string_view word = list.substr(0, end);
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    return word;
}

int word_index(std::string_view list, std::string_view word, Letters letters) {
    for (int index = 0; !list.empty(); ++index) {
        const std::string_view one = take_word(list);
        if (letters == Letters::any_case ? equals_ignoring_ascii_case(one, word) : one == word) return index;
    }
    return -1;
}

Decimal::Decimal(std::int64_t value) {
    // Built from the negative side, which has one value more.
    std::int64_t rest = value < 0 ? value : -value;
    do {
        digits_[--begin_] = static_cast<char>('0' - rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0) digits_[--begin_] = '-';
}

}  // namespace longread
