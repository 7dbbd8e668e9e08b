// Whatever the clock does, nobody is asked more often than campaigns and budget say: a reader is simulated
// who remembers by the document alone, and every ask is checked against a log of our own that forgets
// nothing.
#include <gtest/gtest.h>

#include <vector>

#include "decide/asking/choose_ask.h"
#include "decide/asking/remember_asks.h"
#include "read/read_state.h"
#include "test_arena.h"

namespace longread {
namespace {

constexpr std::int64_t day_minutes_of_test = 1440;

// Numbers by chance, the same in every run (xorshift64).
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed * 2 + 1) {}
    std::int64_t below(std::int64_t limit) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::int64_t>(state_ % static_cast<std::uint64_t>(limit));
    }

  private:
    std::uint64_t state_;
};

struct View {
    std::int64_t minute = 0;
    const Campaign* campaign = nullptr;
};

Campaign make_campaign(std::string_view id, AskKind kind, std::int64_t priority, Cap cap) {
    Campaign campaign;
    campaign.id = id;
    campaign.kind = kind;
    campaign.priority = priority;
    campaign.cap = cap;
    campaign.audience.max_article_age_days = 0;
    Variant variant;
    variant.action_url = "https://give.example/";
    campaign.variants.add(variant, test_arena());
    return campaign;
}

Campaigns make_campaigns(Chance& chance) {
    Campaigns all;
    const auto cap = [&](std::int32_t views, std::int32_t days, std::int32_t gap) {
        return Cap{views, days, gap, chance.below(2) == 0};
    };
    all.campaigns = list_of<Campaign>({make_campaign("a", AskKind::donation, 2, cap(2, 10, 1)),
                                       make_campaign("b", AskKind::donation, 1, cap(4, 30, 0)),
                                       make_campaign("c", AskKind::newsletter, 3, cap(6, 20, 2)),
                                       make_campaign("d", AskKind::follow, 0, cap(30, 365, 0))});
    all.budget.day = static_cast<std::int32_t>(1 + chance.below(3));
    all.budget.week = static_cast<std::int32_t>(3 + chance.below(6));
    return all;
}

// Minutes since 1970: mostly on by minutes to days; sometimes back, into 1970, beyond 2100.
std::int64_t move_clock(std::int64_t minute, Chance& chance) {
    constexpr std::int64_t start = 29'500'000;  // 2026
    const std::int64_t how = chance.below(1000);
    if (minute < 28'928'160 || minute >= 68'374'080) return start + chance.below(100 * day_minutes_of_test);
    if (how == 0) return chance.below(1000);
    if (how == 1) return 68'374'080 + chance.below(day_minutes_of_test);
    if (how < 12) return minute - chance.below(40 * day_minutes_of_test);
    if (how < 40) return minute + chance.below(60 * day_minutes_of_test);
    return minute + chance.below(600);
}

class Checked {
  public:
    void saw(const Campaign& campaign, std::int64_t minute, const Campaigns& all) {
        const auto within = [&](std::int64_t days, auto counts) {
            std::int64_t count = 0;
            for (const View& view : views_)
                count += minute - view.minute < days * day_minutes_of_test && counts(*view.campaign) ? 1 : 0;
            return count;
        };
        const auto any = [](const Campaign& /*other*/) { return true; };
        const auto own = [&](const Campaign& other) {
            return campaign.cap.counts_own_alone ? &other == &campaign : other.kind == campaign.kind;
        };
        if (within(1, any) >= all.budget.day || within(7, any) >= all.budget.week ||
            within(campaign.cap.days, own) >= campaign.cap.views ||
            (campaign.cap.min_gap_days > 0 && within(campaign.cap.min_gap_days, own) > 0))
            ++broken;
        views_.push_back({minute, &campaign});
    }

    int broken = 0;
    [[nodiscard]] std::size_t asks() const { return views_.size(); }

  private:
    std::vector<View> views_;
};

// Returns the asks; `broken` counts those that came too soon.
std::size_t simulate_reader(std::uint64_t seed, int views, int& broken) {
    Chance chance(seed);
    const Campaigns campaigns = make_campaigns(chance);
    Surroundings around;
    around.newsletter.action = "https://news.example/letters";
    Checked checked;
    ReaderState state;
    std::int64_t minute = 29'500'000;
    for (int view = 0; view < views; ++view) {
        Arena arena;
        minute = move_clock(minute, chance);
        const Timestamp now{minute * 60 + chance.below(60),
                            static_cast<std::int32_t>(chance.below(27) * 60 - 720), true};
        const AskSituation situation{around, campaigns, state, now, "give.example", std::nullopt};
        const Campaign* const chosen = choose_campaign(situation);
        if (chosen == nullptr) continue;
        checked.saw(*chosen, minute, campaigns);
        add_ask(state, {minute, chosen->kind, hash_address(chosen->id), false}, arena);
        if (chance.below(40) == 0)
            add_ask(state, {minute, chosen->kind, hash_address(chosen->id), true}, arena);
        TextBuffer document;
        append_reader_state(document, state);
        EXPECT_LE(document.size(), most_state_bytes);
        state = read_state(kept(document), test_arena());
    }
    broken += checked.broken;
    return checked.asks();
}

TEST(AskingProperty, LimitsHoldOverAMillionViewsWhateverTheClockDoes) {
    int broken = 0;
    std::size_t asks = 0;
    for (std::uint64_t reader = 1; reader <= 1000; ++reader) asks += simulate_reader(reader, 1000, broken);
    EXPECT_EQ(broken, 0);
    EXPECT_GT(asks, 10'000U) << "a simulation that never asks proves nothing";
    std::cout << asks << " asks in 1,000,000 views\n";
}

}  // namespace
}  // namespace longread
