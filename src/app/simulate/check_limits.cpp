#include "app/simulate/check_limits.h"

#include <algorithm>
#include <numeric>

namespace longread {
namespace {

constexpr std::int64_t minutes_of_day = 24 * 60;

// One ask among those before it.
class CheckedAsk {
  public:
    CheckedAsk(const Campaigns& campaigns, const std::vector<SeenAsk>& seen, std::size_t at)
        : campaigns_(campaigns), seen_(seen), at_(at), campaign_(campaigns.campaigns[seen[at].campaign]) {}

    void check(Breaches& breaches) const {
        const auto any = [](const SeenAsk&) { return true; };
        const auto own = [&](const SeenAsk& other) { return is_own(other); };
        const auto said = [](Answer answer) {
            return [answer](const SeenAsk& other) { return other.answer == answer; };
        };
        const auto broke = [&](Limit limit, bool is_broken) {
            breaches[static_cast<std::size_t>(limit)] += is_broken ? 1 : 0;
        };
        const Cap& cap = campaign_.cap;
        broke(Limit::budget_day, earlier(1, any) >= campaigns_.budget.day);
        broke(Limit::budget_week, earlier(7, any) >= campaigns_.budget.week);
        broke(Limit::cap, earlier(cap.days, own) >= cap.views);
        broke(Limit::gap, earlier(cap.min_gap_days, own) > 0);
        const std::int32_t pause = std::min(campaign_.dismissed_days, campaign_.opt_out_days);
        broke(Limit::not_now, earlier(pause, [&](const SeenAsk& other) {
                                  return is_own(other) && other.answer == Answer::dismissed;
                              }) > 0);
        broke(Limit::stop, earlier(campaign_.opt_out_days, said(Answer::stopped)) > 0);
        broke(Limit::donated, earlier(campaign_.after_donation_days, [&](const SeenAsk& other) {
                                  return other.answer == Answer::accepted &&
                                         campaign_of(other).kind == AskKind::donation;
                              }) > 0);
        broke(Limit::subscribed, has_subscribed());
    }

  private:
    [[nodiscard]] const Campaign& campaign_of(const SeenAsk& ask) const {
        return campaigns_.campaigns[ask.campaign];
    }

    // Whether the other counts for this one's cap.
    [[nodiscard]] bool is_own(const SeenAsk& other) const {
        return campaign_.cap.counts_own_alone ? other.campaign == seen_[at_].campaign
                                              : campaign_of(other).kind == campaign_.kind;
    }

    // How many of those before it lie less than so many days back.
    template <typename Counts>
    [[nodiscard]] std::int64_t earlier(std::int32_t days, Counts counts) const {
        std::int64_t count = 0;
        for (std::size_t i = at_; i-- > 0;) {
            if (seen_[at_].minute - seen_[i].minute >= days * minutes_of_day) break;
            if (counts(seen_[i])) ++count;
        }
        return count;
    }

    [[nodiscard]] bool has_subscribed() const {
        if (campaign_.kind != AskKind::newsletter) return false;
        for (std::size_t i = 0; i < at_; ++i) {
            const Campaign& other = campaign_of(seen_[i]);
            if (seen_[i].answer == Answer::accepted && other.kind == AskKind::newsletter &&
                (campaign_.list.empty() || other.list == campaign_.list))
                return true;
        }
        return false;
    }

    const Campaigns& campaigns_;
    const std::vector<SeenAsk>& seen_;
    std::size_t at_;
    const Campaign& campaign_;
};

}  // namespace

std::uint64_t sum_of(const Breaches& breaches) {
    return std::accumulate(breaches.begin(), breaches.end(), std::uint64_t{0});
}

void count_breaches(const Campaigns& campaigns, const std::vector<SeenAsk>& seen, Breaches& breaches) {
    for (std::size_t i = 0; i < seen.size(); ++i) CheckedAsk(campaigns, seen, i).check(breaches);
}

}  // namespace longread
