#include "app/simulate/sample_ratio.h"

#include "decide/asking/assign_group.h"

namespace longread {
namespace {

// Exceeded by chance with a probability of 0.001, for 1 to 10 degrees of freedom (NIST/SEMATECH e-Handbook of
// Statistical Methods, 1.3.6.7.4). A campaign has at most 10 variants, and those who are held back.
constexpr double critical_values[] = {10.828, 13.816, 16.266, 18.467, 20.515,
                                      22.458, 24.322, 26.125, 27.877, 29.588};
constexpr double least_expected = 5;

std::vector<RatioGroup> groups_of(const Campaign& campaign, const CampaignTally& tally) {
    std::vector<RatioGroup> groups;
    const auto shown = static_cast<std::uint64_t>(buckets - campaign.holdback);
    std::uint64_t weights = 0;
    for (std::size_t i = 0; i < campaign.variants.size(); ++i) {
        const Variant& variant = campaign.variants[i];
        const auto weight = static_cast<std::uint64_t>(variant.weight);
        weights += weight;
        groups.push_back({variant.id, false, shown * weight, tally.variants[i].assigned, 0});
    }
    const auto kept = static_cast<std::uint64_t>(campaign.holdback);
    if (kept > 0) groups.push_back({{}, true, kept * weights, tally.held_back, 0});
    return groups;
}

std::size_t count_shares(const std::vector<RatioGroup>& groups) {
    std::size_t count = 0;
    for (const RatioGroup& group : groups) count += group.share > 0 ? 1 : 0;
    return count;
}

}  // namespace

RatioCheck check_ratio(std::string_view campaign, std::vector<RatioGroup> groups) {
    RatioCheck check;
    check.campaign = campaign;
    check.groups = std::move(groups);
    check.degrees = static_cast<std::uint32_t>(count_shares(check.groups) - 1);
    check.critical = critical_values[check.degrees - 1];
    std::uint64_t shares = 0;
    std::uint64_t readers = 0;
    for (const RatioGroup& group : check.groups) {
        shares += group.share;
        readers += group.readers;
    }
    for (RatioGroup& group : check.groups) {
        group.expected =
            static_cast<double>(readers) * static_cast<double>(group.share) / static_cast<double>(shares);
        if (group.share > 0) {
            const double off = static_cast<double>(group.readers) - group.expected;
            if (group.expected < least_expected) check.verdict = RatioVerdict::too_few;
            if (group.expected > 0) check.statistic += off * off / group.expected;
        }
    }
    if (check.verdict == RatioVerdict::as_expected && check.statistic > check.critical)
        check.verdict = RatioVerdict::not_as_expected;
    // A group that has no share should have nobody, however few there are.
    for (const RatioGroup& group : check.groups) {
        if (group.share == 0 && group.readers > 0) check.verdict = RatioVerdict::not_as_expected;
    }
    return check;
}

std::vector<RatioCheck> check_ratios(const Campaigns& campaigns, const Tally& tally) {
    std::vector<RatioCheck> checks;
    for (std::size_t i = 0; i < campaigns.campaigns.size(); ++i) {
        const Campaign& campaign = campaigns.campaigns[i];
        std::vector<RatioGroup> groups = groups_of(campaign, tally.campaigns[i]);
        if (count_shares(groups) > 1) checks.push_back(check_ratio(campaign.id, std::move(groups)));
    }
    return checks;
}

}  // namespace longread
