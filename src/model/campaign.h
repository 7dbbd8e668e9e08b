// A donation campaign as its file says it: when, what is said, what may be given.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"
#include "model/block.h"

namespace longread {

struct DonationChoice {
    std::int64_t amount = 0;     // whole units of the campaign's currency
    std::string_view frequency;  // "once", "monthly", "annual"
    std::string_view label;
    bool recommended = false;
    List<std::string_view> benefits;
};

struct Variant {
    std::string_view id;
    std::string_view heading;
    Blocks body;
    List<DonationChoice> choices;
    std::string_view action_label;
    std::string_view action_url;  // may hold {amount}, {currency}, {frequency}
};

struct Campaign {
    std::string_view id;
    std::string_view currency;  // ISO 4217
    std::optional<Timestamp> start;
    std::optional<Timestamp> end;
    std::int64_t priority = 0;
    List<Variant> variants;
};

}  // namespace longread
