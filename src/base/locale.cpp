#include "base/locale.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::string_view narrow_space = "\u202F";

// Every table below is one literal per language in the order of Language, its words in a fixed order or
// behind a key: that costs no pointers and compresses well.
constexpr std::string_view month_names[] = {
    "January February March April May June July August September October November December",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "",
};

// D: day, M: name of the month, N: number of the month, Y: year.
constexpr std::string_view date_patterns[] = {
    "M D, Y", "D de M de Y", "D M Y", "D. M Y", "D M Y", "Y年N月D日",
};

constexpr std::string_view separators[] = {",", ".", narrow_space, ".", ",", ","};

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

std::string_view month_name(std::int32_t month, Language language) {
    std::string_view list = month_names[index_of(language)];
    for (std::int32_t i = 1; i < month; ++i) take_word(list);
    return take_word(list);
}

// Up to the first hyphen or underscore; the rest of the tag stays behind.
std::string_view take_subtag(std::string_view& tag) {
    const std::size_t end = tag.find_first_of("-_");
    const std::string_view subtag = tag.substr(0, end);
    tag.remove_prefix(end == std::string_view::npos ? tag.size() : end + 1);
    return subtag;
}

Plural plural_of_arabic(std::uint64_t n) {
    if (n <= 2) return static_cast<Plural>(n);
    const std::uint64_t last = n % 100;
    if (last < 3) return Plural::other;
    return last <= 10 ? Plural::few : Plural::many;
}

}  // namespace

Language find_language(std::string_view tag) {
    const int index = word_index("en es fr de ar ja", take_subtag(tag), Letters::any_case);
    return index < 0 ? Language::en : static_cast<Language>(index);
}

bool is_right_to_left(std::string_view tag) {
    const std::string_view primary = take_subtag(tag);
    while (!tag.empty()) {
        const std::string_view subtag = take_subtag(tag);
        if (subtag.size() == 1) break;  // extensions and private use: no scripts there
        if (subtag.size() == 4 && (subtag[0] | 0x20) >= 'a') {
            return has_word("arab hebr syrc thaa nkoo adlm rohg aran", subtag);
        }
    }
    return has_word("ar fa he iw ur ug ps sd yi ji dv ckb arc nqo rhg", primary);
}

Plural plural_of(std::int64_t n, Language language) {
    const std::uint64_t size = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    if (language == Language::ar) return plural_of_arabic(size);
    if (language == Language::ja) return Plural::other;
    if (size == 1 || (size == 0 && language == Language::fr)) return Plural::one;
    const bool has_many = language == Language::es || language == Language::fr;
    return has_many && size != 0 && size % 1'000'000 == 0 ? Plural::many : Plural::other;
}

void append_number(TextBuffer& out, std::int64_t n, Language language) {
    const Decimal decimal(n);
    std::string_view digits = decimal;
    if (n < 0) {
        if (language == Language::ar) out += "\u200E";
        out += '-';
        digits.remove_prefix(1);
    }
    const bool grouped = language != Language::es || digits.size() > 4;  // Spanish groups from 10.000 on
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (grouped && i > 0 && (digits.size() - i) % 3 == 0) out += separators[index_of(language)];
        out += digits[i];
    }
}

void append_date(TextBuffer& out, const CivilDate& date, Language language) {
    for (const char c : date_patterns[index_of(language)]) {
        switch (c) {
            case 'D': out += Decimal(date.day); break;
            case 'M': out += month_name(date.month, language); break;
            case 'N': out += Decimal(date.month); break;
            case 'Y': out += Decimal(date.year); break;
            default: out += c;
        }
    }
}

}  // namespace longread
