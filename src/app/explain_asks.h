// The decision about asking, told in words to those who write campaigns.
#pragma once

#include "app/answer.h"
#include "base/result.h"
#include "model/choices.h"

namespace longread {

// Of the request's article, campaigns, state, time, donate_hosts and random: every condition of every
// campaign on a line of its own, and what is decided. Lives in the arena. Errors: the article or the
// campaigns cannot be read; notes: what was dropped of the campaigns.
Result<std::string_view> explain_asks(const Request& request, Arena& arena, Notes& notes);

// What a condition is called: "budget-day".
std::string_view filter_name(AskFilter filter);

}  // namespace longread
