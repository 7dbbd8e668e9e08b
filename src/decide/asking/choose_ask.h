// Whether to ask this reader for something below this article, for what, and in which words.
#pragma once

#include <optional>

#include "decide/asking/ask_situation.h"
#include "model/choices.h"

namespace longread {

// The first condition that the campaign does not meet; nullopt: it meets all.
std::optional<AskStep> find_obstacle(const Campaign& campaign, const AskSituation& situation);

// Of the campaigns that meet all conditions the one with the highest priority, the first of equals. null:
// nobody is asked.
const Campaign* choose_campaign(const AskSituation& situation);

// What is drawn of a campaign that meets all conditions. Figures of a goal that are older than they may be,
// that lie in the future or have no date are left out.
Prompt make_prompt(const Campaign& campaign, const AskSituation& situation, Arena& arena);

// Whether the decision depends on a draw: a campaign is an experiment that nothing else keeps from being
// chosen.
bool needs_draw(const AskSituation& situation);

}  // namespace longread
