#include "base/money.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

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

// The code itself where the language has no symbol for it.
std::string_view currency_symbol(std::string_view currency, Language language) {
    std::string_view list = currency_symbols[static_cast<std::size_t>(language)];
    while (currency.size() == 3 && !list.empty()) {
        const std::string_view word = take_word(list);
        if (word.substr(0, 3) == currency) return word.substr(3);
    }
    return currency;
}

}  // namespace

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
