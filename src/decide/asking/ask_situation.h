// What a decision about asking depends on, and nothing else does: the article, the campaigns, what the device
// remembers, the time, the hosts that the page's markup names, and a number by chance.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/campaign.h"
#include "model/reader_state.h"
#include "model/surroundings.h"

namespace longread {

struct AskSituation {
    const Surroundings& around;
    const Campaigns& campaigns;
    const ReaderState& state;
    std::optional<Timestamp> now;
    std::string_view donate_hosts;      // separated by single spaces
    std::optional<std::uint32_t> draw;  // the reader's, or a new one; below `draws`
};

// A device whose clock stands outside of these years has none that could keep a promise of "not this week":
// nobody is asked on it, and nothing is remembered.
inline constexpr std::int64_t first_asking_second = 1'735'689'600;  // 2025-01-01T00:00:00Z
inline constexpr std::int64_t past_asking_second = 4'102'444'800;   // 2100-01-01T00:00:00Z

inline bool is_asking_time(const std::optional<Timestamp>& now) {
    return now && now->seconds >= first_asking_second && now->seconds < past_asking_second;
}

}  // namespace longread
