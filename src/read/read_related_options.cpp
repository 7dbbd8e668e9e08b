#include "read/read_related_options.h"

#include "base/text.h"

namespace longread {
namespace {

void read_number(std::string_view digits, std::int32_t most, std::int32_t& value) {
    std::int32_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9' || number > most) return;
        number = number * 10 + (c - '0');
    }
    if (!digits.empty() && number <= most) value = number;
}

}  // namespace

RelatedOptions read_related_options(std::string_view text) {
    RelatedOptions options;
    while (!text.empty()) {
        const std::string_view word = take_word(text);
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view value = word.substr(equals + 1);
        if (word.substr(0, equals) == "half-life") read_number(value, 36'500, options.half_life_days);
        if (word.substr(0, equals) == "floor") read_number(value, 1000, options.floor);
    }
    return options;
}

}  // namespace longread
