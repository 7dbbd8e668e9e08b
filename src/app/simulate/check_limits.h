// Whether the limits of a campaign file were kept, counted anew from what a reader has seen: none of it is
// the code that decides.
#pragma once

#include <array>
#include <cstdint>

#include "app/simulate/simulate_reader.h"

namespace longread {

enum class Limit : std::uint8_t { budget_day, budget_week, cap, gap, not_now, stop, donated, subscribed };
inline constexpr std::size_t limit_count = static_cast<std::size_t>(Limit::subscribed) + 1;

// Asks that should not have been, by the limit that each broke.
using Breaches = std::array<std::uint64_t, limit_count>;
std::uint64_t sum_of(const Breaches& breaches);

// Adds those of one reader, whose asks are in the order of time. Of "not now" the first length of its silence
// counts; later ones are longer.
void count_breaches(const Campaigns& campaigns, const std::vector<SeenAsk>& seen, Breaches& breaches);

}  // namespace longread
