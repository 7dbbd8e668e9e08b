#include "decide/asking/choose_ask.h"

#include "decide/asking/assign_group.h"
#include "decide/asking/filters.h"

namespace longread {
namespace {

// The first condition before `end` that is not met; `end` where all are.
std::size_t find_failing(const Campaign& campaign, const AskSituation& situation, AskFilter end,
                         AskStep& step) {
    std::size_t at = 0;
    for (; at < static_cast<std::size_t>(end); ++at) {
        step = look_at(static_cast<AskFilter>(at), campaign, situation);
        if (!step.passed) break;
    }
    return at;
}

bool is_current(const Goal& goal, const Timestamp& now) {
    constexpr std::int64_t day_seconds = 86'400;
    if (!goal.as_of) return false;
    const std::int64_t age = now.seconds - goal.as_of->seconds;
    return age >= 0 && age < goal.max_age_days * day_seconds;
}

}  // namespace

std::optional<AskStep> find_obstacle(const Campaign& campaign, const AskSituation& situation) {
    AskStep step;
    const auto end = static_cast<AskFilter>(ask_filter_count);
    if (find_failing(campaign, situation, end, step) == ask_filter_count) return std::nullopt;
    return step;
}

const Campaign* choose_campaign(const AskSituation& situation) {
    const Campaign* best = nullptr;
    for (const Campaign& campaign : situation.campaigns.campaigns) {
        const bool is_first = best == nullptr || campaign.priority > best->priority;
        if (is_first && !find_obstacle(campaign, situation)) best = &campaign;
    }
    return best;
}

Prompt make_prompt(const Campaign& campaign, const AskSituation& situation, Arena& arena) {
    Prompt prompt;
    prompt.kind = campaign.kind;
    prompt.campaign = campaign.id;
    prompt.currency = campaign.currency;
    prompt.placement = campaign.placement;
    prompt.paragraph = campaign.paragraph;
    prompt.list = campaign.list;
    prompt.window_weeks = campaign.audience.window_weeks;
    prompt.opt_out_days = campaign.opt_out_days;
    if (is_current(campaign.goal, *situation.now)) prompt.goal = campaign.goal;
    prompt.variant = *find_variant(situation.draw.value_or(0), campaign);
    if (prompt.variant.shows_count)
        prompt.articles_read = count_articles(situation.state, {}, prompt.window_weeks, *situation.now);
    for (std::size_t filter = 0; filter < ask_filter_count; ++filter)
        prompt.why.add(look_at(static_cast<AskFilter>(filter), campaign, situation), arena);
    return prompt;
}

bool needs_draw(const AskSituation& situation) {
    const Campaign* const chosen = choose_campaign(situation);
    for (const Campaign& campaign : situation.campaigns.campaigns) {
        if (chosen != nullptr && campaign.priority < chosen->priority) continue;
        AskStep step;
        const std::size_t reached = find_failing(campaign, situation, AskFilter::holdback, step);
        if (reached == static_cast<std::size_t>(AskFilter::holdback) && is_experiment(campaign)) return true;
    }
    return false;
}

}  // namespace longread
