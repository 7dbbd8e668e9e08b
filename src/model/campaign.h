// A donation campaign as its file says it: when, what is said, what may be given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "model/block.h"

namespace longread {

struct DonationChoice {
    std::int64_t amount = 0;  // whole units of the campaign's currency
    std::string frequency;    // "once", "monthly", "annual"
    std::string label;
    bool recommended = false;
    std::vector<std::string> benefits;
};

struct Variant {
    std::string id;
    std::string heading;
    std::vector<Block> body;
    std::vector<DonationChoice> choices;
    std::string action_label;
    std::string action_url;  // may hold {amount}, {currency}, {frequency}
};

struct Campaign {
    std::string id;
    std::string currency;  // ISO 4217
    std::optional<Timestamp> start;
    std::optional<Timestamp> end;
    std::int64_t priority = 0;
    std::vector<Variant> variants;
};

}  // namespace longread
