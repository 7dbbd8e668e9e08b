#include "decide/choose_prompt.h"

namespace longread {
namespace {

bool runs(const Campaign& campaign, const std::optional<Timestamp>& now) {
    if (!campaign.start && !campaign.end) return true;
    if (!now) return false;
    if (campaign.start && now->seconds < campaign.start->seconds) return false;
    return !campaign.end || now->seconds < campaign.end->seconds;
}

}  // namespace

std::optional<Prompt> choose_prompt(const Surroundings& around, const List<Campaign>& campaigns,
                                    const std::optional<Timestamp>& now) {
    if (around.sensitive) return std::nullopt;
    const Campaign* best = nullptr;
    for (const Campaign& campaign : campaigns) {
        if (campaign.variants.empty() || !runs(campaign, now)) continue;
        if (best == nullptr || campaign.priority > best->priority) best = &campaign;
    }
    if (best == nullptr) return std::nullopt;
    Prompt prompt;
    prompt.campaign = best->id;
    prompt.currency = best->currency;
    prompt.variant = best->variants[0];
    return prompt;
}

}  // namespace longread
