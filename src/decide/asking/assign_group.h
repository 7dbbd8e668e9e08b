// Experiments without an identifier: a number that chance gave the device, and a campaign's id, say which
// group the reader is in. The same in every build; README.md has vectors to check it by.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/campaign.h"

namespace longread {

inline constexpr std::int32_t buckets = 1000;

// 0 to 999: readers whose bucket is below a campaign's `holdback` never see it. Of all draws each bucket has
// 65 or 66.
std::int32_t find_bucket(std::uint32_t draw, std::string_view campaign);

// The variant that the reader sees, by weight; independent of the bucket. null where no variant has a weight.
const Variant* find_variant(std::uint32_t draw, const Campaign& campaign);

// Whether who sees the campaign, or what is seen of it, depends on the draw.
bool is_experiment(const Campaign& campaign);

}  // namespace longread
