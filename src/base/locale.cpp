#include "base/locale.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
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

// A currency's code and, directly behind it, how the language writes it; every other currency is written as
// its code.
constexpr std::string_view currency_symbols[] = {
    "USD$ EUR€ GBP£ JPY¥ AUDA$ BRLR$ CADCA$ CNYCN¥ HKDHK$ ILS₪ INR₹ KRW₩ MXNMX$ NZDNZ$ PHP₱ TWDNT$ VND₫",
    "USDUS$ EUR€ VND₫",
    "USD$US EUR€ GBP£GB ARS$AR AUD$AU BRLR$ CAD$CA CLP$CL COP$CO ILS₪ INR₹ KRW₩ MXN$MX NZD$NZ SGD$SG VND₫",
    "USD$ EUR€ GBP£ JPY¥ AUDAU$ BRLR$ CADCA$ CNYCN¥ HKDHK$ ILS₪ INR₹ KRW₩ MXNMX$ NZDNZ$ TWDNT$ VND₫",
    "USDUS$ EUR€ GBPUK£ JPYJP¥ AUDAU$ BRLR$ CADCA$ CNYCN¥ HKDHK$ ILS₪ INR₹ KRW₩ MXNMX$ NZDNZ$ TWDNT$ VND₫ "
    "AEDد.إ.\u200F BHDد.ب.\u200F DZDد.ج.\u200F EGPج.م.\u200F IQDد.ع.\u200F JODد.أ.\u200F KWDد.ك.\u200F "
    "MADد.م.\u200F QARر.ق.\u200F SARر.س.\u200F TNDد.ت.\u200F",
    "USD$ EUR€ GBP£ JPY￥ AUDA$ BRLR$ CADCA$ CNY元 HKDHK$ ILS₪ INR₹ KRW₩ MXNMX$ NZDNZ$ TWDNT$ VND₫",
};

constexpr std::string_view separators[] = {",", ".", narrow_space, ".", ",", ","};

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

std::string_view month_name(std::int32_t month, Language language) {
    std::string_view list = month_names[index_of(language)];
    for (std::int32_t i = 1; i < month; ++i) take_word(list);
    return take_word(list);
}

// The code itself where the language has no symbol for it.
std::string_view currency_symbol(std::string_view currency, Language language) {
    std::string_view list = currency_symbols[index_of(language)];
    while (currency.size() == 3 && !list.empty()) {
        const std::string_view word = take_word(list);
        if (word.substr(0, 3) == currency) return word.substr(3);
    }
    return currency;
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

void append_money(TextBuffer& out, std::int64_t units, std::string_view currency, Language language) {
    const std::string_view symbol = currency_symbol(currency, language);
    if (language != Language::en && language != Language::ja) {
        if (language == Language::ar) out += "\u200F";
        append_number(out, units, language);
        out += no_break_space;
        out += symbol;
        return;
    }
    if (units < 0) out += '-';
    out += symbol;
    // A symbol that ends in a letter keeps its distance: "CHF 25".
    const char last = symbol.empty() ? '$' : symbol.back();
    const bool apart = symbol == currency || symbol == "元" || (last >= 'A' && last <= 'Z');
    if (apart && !symbol.empty()) out += no_break_space;
    append_number(out, units < 0 ? -units : units, language);
}

}  // namespace longread
