// Whether an experiment's groups are as large as they should be: a sample ratio that is not as it was set up
// says that something is wrong with the assignment, or with the counting, before any result is believed.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "app/simulate/tally.h"

namespace longread {

struct RatioGroup {
    std::string_view name;  // of the variant; empty: those who are held back
    bool is_held_back = false;
    std::uint64_t share = 0;    // of the shares of all groups
    std::uint64_t readers = 0;  // counted, each once
    double expected = 0;        // readers; filled in by check_ratio
};

enum class RatioVerdict : std::uint8_t { as_expected, not_as_expected, too_few };

struct RatioCheck {
    std::string_view campaign;
    std::vector<RatioGroup> groups;
    double statistic = 0;       // Pearson's chi-square
    std::uint32_t degrees = 0;  // of freedom: groups that have a share, less one
    double critical = 0;        // what chance exceeds once in a thousand
    RatioVerdict verdict{};
};

// At most 11 groups, two or more of them with a share. too_few: fewer than 5 readers are expected in a group,
// so chi-square says nothing (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.15).
RatioCheck check_ratio(std::string_view campaign, std::vector<RatioGroup> groups);

// A check for each campaign whose readers are in more than one group.
std::vector<RatioCheck> check_ratios(const Campaigns& campaigns, const Tally& tally);

}  // namespace longread
