// One synthetic reader: page views over some days, each decided and remembered by the code that does so for a
// real page.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "app/simulate/made_articles.h"
#include "decide/asking/filters.h"

namespace longread {

struct Simulation {
    const Campaigns& campaigns;
    const Shelf& articles;
    std::string_view donate_hosts;
    Timestamp start;
    std::uint32_t days = 90;
    std::uint64_t seed = 1;
};

// What a reader said to an ask that was seen. Accepted: gave, subscribed or followed, by the campaign's kind.
enum class Answer : std::uint8_t { ignored, dismissed, accepted, stopped };
inline constexpr std::size_t answer_count = static_cast<std::size_t>(Answer::stopped) + 1;

// An ask that was seen: when, and by number of which campaign, in which variant.
struct SeenAsk {
    std::int64_t minute = 0;  // since 1970-01-01T00:00Z
    std::uint32_t campaign = 0;
    std::uint32_t variant = 0;
    Answer answer{};
};

// Of an experiment: the group that the reader's draw gives.
inline constexpr std::int32_t in_no_group = -2;  // the reader never came so far that it mattered
inline constexpr std::int32_t held_back = -1;    // else the number of the variant

struct ReaderOutcome {
    std::uint32_t page_views = 0;
    std::vector<SeenAsk> seen;         // in the order of time
    std::vector<std::int32_t> groups;  // by campaign
    // Page views before the first ask: those where nobody was asked, by the condition that stopped it; those
    // whose ask was never in sight.
    std::array<std::uint32_t, ask_filter_count> stopped_by{};
    std::uint32_t out_of_sight = 0;
};

// The reader with this number. The same for the same simulation, whatever other readers there are, and on any
// thread.
ReaderOutcome simulate_reader(const Simulation& simulation, std::uint32_t reader);

}  // namespace longread
