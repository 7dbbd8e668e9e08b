// What is counted of many readers: sums alone, so that any order of adding gives the same.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "app/simulate/check_limits.h"
#include "app/simulate/simulate_reader.h"

namespace longread {

// Why a reader was never asked: what came of most of the page views; a condition by its number, or one of
// these. Where as many had an ask that was out of sight, that.
inline constexpr std::size_t never_viewed = ask_filter_count;        // no page view
inline constexpr std::size_t never_in_sight = ask_filter_count + 1;  // an ask was there, but not in sight
inline constexpr std::size_t reason_count = ask_filter_count + 2;

struct VariantTally {
    std::uint64_t asks = 0;
    std::uint64_t readers = 0;   // who saw it, each once
    std::uint64_t assigned = 0;  // whom the draw gave it, when it first mattered; each once
};

struct CampaignTally {
    std::vector<VariantTally> variants;
    std::uint64_t readers = 0;    // who saw any variant
    std::uint64_t held_back = 0;  // whom the draw keeps from it, when it first mattered
};

class Tally {
  public:
    Tally(const Campaigns& campaigns, const Timestamp& start, std::uint32_t days);

    void add(const Campaigns& campaigns, const ReaderOutcome& outcome);
    void add(const Tally& other);

    // Smallest number of asks that so many of 100 readers have at most.
    [[nodiscard]] std::uint64_t asks_at(std::uint32_t of_hundred) const;
    // The same of whole hours between two asks.
    [[nodiscard]] std::uint64_t hours_at(std::uint32_t of_hundred) const;

    std::uint64_t readers = 0;
    std::uint64_t page_views = 0;
    std::uint64_t asks = 0;
    std::vector<std::uint64_t> readers_by_asks;  // [n]: readers that were asked n times
    std::array<std::uint64_t, reason_count> never_asked{};
    std::vector<CampaignTally> campaigns;
    std::vector<std::uint64_t> asks_by_day;  // from the start
    std::array<std::uint64_t, answer_count> answers{};
    std::vector<std::uint64_t> gaps_by_hours;  // between an ask and the reader's next, in whole hours
    std::int64_t shortest_gap = -1;            // minutes; -1: nobody was asked twice
    Breaches breaches{};

  private:
    void add_exposure(const Campaigns& campaigns, const ReaderOutcome& outcome);
    void add_gaps(const std::vector<SeenAsk>& seen);

    std::int64_t start_minute_;
};

}  // namespace longread
