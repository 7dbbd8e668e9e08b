// The conditions of an ask, each a small function, in the one order in which they are looked at (README.md).
#pragma once

#include "decide/asking/ask_situation.h"
#include "model/choices.h"

namespace longread {

inline constexpr std::size_t ask_filter_count = static_cast<std::size_t>(AskFilter::variant) + 1;

// Looks at one condition of a campaign. What is found of times is in whole days.
AskStep look_at(AskFilter filter, const Campaign& campaign, const AskSituation& situation);

// How many articles the reader has read in so many weeks, this one among them; with `tags`, only those that
// have one of them. 0 where the reader wants none to be counted.
std::int64_t count_articles(const ReaderState& state, const List<std::string_view>& tags, std::int32_t weeks,
                            const Timestamp& now);

}  // namespace longread
