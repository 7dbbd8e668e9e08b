// Synthetic readers: the same whoever lets them live, never asked too often, and told of truly.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "app/simulate/figures.h"
#include "app/simulate/habits.h"
#include "app/simulate/sample_ratio.h"
#include "app/simulate/simulate_readers.h"
#include "app/simulate/write_report.h"
#include "decide/asking/assign_group.h"
#include "platform/cli_workers.h"
#include "read/read_campaigns.h"
#include "test_arena.h"

namespace longread {
namespace {

const Timestamp start_of_test{1'772'323'200, 0, true};  // 2026-03-01T00:00:00Z

Campaigns campaigns_of(const std::string& members) {
    Notes notes;
    const auto read = read_campaigns(kept("{\"longread\":1," + members + "}"), {}, test_arena(), notes);
    EXPECT_TRUE(read) << members;
    EXPECT_TRUE(notes.empty()) << members;
    return read ? *read : Campaigns();
}

// Three that fill each other's gaps: an experiment with a holdback, a newsletter in three variants of which
// one is not shown, and an ask to follow.
Campaigns three_campaigns() {
    return campaigns_of(
        R"("budget":{"day":1,"week":2},"exclusions":[{"tags":["Obituary"]},{"path":"/sponsored/"}],
        "campaigns":[
        {"id":"tide","priority":5,"holdback":100,"audience":{"min_articles":2},"cap":{"views":3,"days":20,"min_gap_days":2},
         "variants":[{"id":"boat","weight":2,"action":{"url":"https://give.example/"}},
                     {"id":"quay","weight":1,"action":{"url":"https://give.example/"}}]},
        {"id":"letter","kind":"newsletter","priority":3,"list":"weekly","placement":{"after_paragraph":3},
         "audience":{"tags":["Energy","Islands"],"not_tags":["Sport"],"languages":["en","de"]},
         "variants":[{"id":"a","weight":1},{"id":"b","weight":1},{"id":"c","weight":0}]},
        {"id":"follow","kind":"follow","cap":{"views":2,"days":60},"placement":"foot-bar","variants":[{}]}])");
}

struct Trial {
    Campaigns campaigns;
    std::uint32_t readers = 2000;
    std::uint32_t days = 60;
    std::uint64_t seed = 1;
    std::string_view hosts = "give.example";
};

Tally tally_of(const Trial& run, Workers& workers) {
    const Shelf shelf(make_articles(run.campaigns, start_of_test, run.days, test_arena()), run.campaigns,
                      test_arena());
    return simulate_readers({run.campaigns, shelf, run.hosts, start_of_test, run.days, run.seed}, run.readers,
                            workers);
}

Tally tally_of(const Trial& run) {
    OneWorker alone;
    return tally_of(run, alone);
}

// All that is told, in both forms.
std::string told_of(const Trial& run, const Tally& tally) {
    const Shelf shelf(make_articles(run.campaigns, start_of_test, run.days, test_arena()), run.campaigns,
                      test_arena());
    const Simulation simulation{run.campaigns, shelf, run.hosts, start_of_test, run.days, run.seed};
    const auto figures = make_figures(simulation, {"campaigns.json", {}}, tally);
    return write_summary(figures) + write_report(simulation, figures, tally);
}

class Backwards final : public Workers {
  public:
    void run(std::uint32_t tasks, const std::function<void(std::uint32_t)>& task) override {
        for (std::uint32_t i = tasks; i > 0; --i) task(i - 1);
    }
};

TEST(Simulate, TheSameSeedGivesTheSameFiguresAndAnotherOthers) {
    Trial run{three_campaigns()};
    const Tally first = tally_of(run);
    const std::string told = told_of(run, first);
    EXPECT_GT(first.asks, 1000U);
    EXPECT_EQ(told_of(run, tally_of(run)), told);
    run.seed = 2;
    const Tally other = tally_of(run);
    EXPECT_NE(other.page_views, first.page_views);
    EXPECT_NE(other.asks, first.asks);
}

TEST(Simulate, WhoeverDoesTheWorkTheFiguresAreTheSame) {
    const Trial run{three_campaigns()};
    const std::string told = told_of(run, tally_of(run));
    Backwards backwards;
    EXPECT_EQ(told_of(run, tally_of(run, backwards)), told);
    for (const std::uint32_t count : {2U, 5U}) {
        Threads threads(count);
        EXPECT_EQ(told_of(run, tally_of(run, threads)), told) << count;
    }
}

TEST(Simulate, AReaderIsTheSameAmongFewAndAmongMany) {
    const Campaigns campaigns = three_campaigns();
    const Shelf shelf(make_articles(campaigns, start_of_test, 60, test_arena()), campaigns, test_arena());
    const Simulation simulation{campaigns, shelf, "give.example", start_of_test, 60, 1};
    std::uint64_t page_views = 0;
    std::uint64_t asks = 0;
    for (std::uint32_t reader = 0; reader < 100; ++reader) {
        const ReaderOutcome outcome = simulate_reader(simulation, reader);
        page_views += outcome.page_views;
        asks += outcome.seen.size();
    }
    Trial run{campaigns};
    run.readers = 100;
    const Tally tally = tally_of(run);
    EXPECT_EQ(tally.page_views, page_views);
    EXPECT_EQ(tally.asks, asks);
}

TEST(Simulate, SumsAgree) {
    const Trial run{three_campaigns()};
    const Tally tally = tally_of(run);
    std::uint64_t readers = 0;
    std::uint64_t asks = 0;
    for (std::size_t i = 0; i < tally.readers_by_asks.size(); ++i) {
        readers += tally.readers_by_asks[i];
        asks += tally.readers_by_asks[i] * i;
    }
    EXPECT_EQ(readers, run.readers);
    EXPECT_EQ(asks, tally.asks);
    std::uint64_t never = 0;
    for (const std::uint64_t count : tally.never_asked) never += count;
    EXPECT_EQ(never, tally.readers_by_asks[0]);
    std::uint64_t by_variant = 0;
    for (const CampaignTally& campaign : tally.campaigns) {
        std::uint64_t of_variants = 0;
        for (const VariantTally& variant : campaign.variants) {
            by_variant += variant.asks;
            of_variants += variant.readers;
        }
        EXPECT_EQ(of_variants, campaign.readers) << "each reader sees one variant of a campaign";
    }
    EXPECT_EQ(by_variant, tally.asks);
    std::uint64_t by_day = 0;
    for (const std::uint64_t count : tally.asks_by_day) by_day += count;
    EXPECT_EQ(by_day, tally.asks);
    EXPECT_EQ(tally.asks_by_day.size(), run.days);
    std::uint64_t gaps = 0;
    for (const std::uint64_t count : tally.gaps_by_hours) gaps += count;
    EXPECT_EQ(gaps, tally.asks - (readers - tally.readers_by_asks[0]));
    EXPECT_GE(tally.shortest_gap, 24 * 60) << "the budget is one a day";
    EXPECT_EQ(tally.campaigns[1].variants[2].asks, 0U) << "a variant without weight";
}

TEST(Simulate, LimitsHold) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Trial run{three_campaigns()};
        run.seed = seed;
        run.days = 366;
        run.readers = 500;
        const Tally tally = tally_of(run);
        EXPECT_EQ(tally.breaches, Breaches{}) << seed;
        EXPECT_GT(tally.asks, 1000U);
        for (const std::uint64_t answer : tally.answers)
            EXPECT_GT(answer, 0U) << "nothing was put to the test";
    }
}

// Asks so many minutes after each other, of campaigns by number.
Breaches breaches_of(const Campaigns& campaigns, std::initializer_list<SeenAsk> seen) {
    Breaches breaches{};
    count_breaches(campaigns, seen, breaches);
    return breaches;
}

std::uint64_t count_of(const Breaches& breaches, Limit limit) {
    return breaches[static_cast<std::size_t>(limit)];
}

TEST(CheckLimits, EachBrokenLimitIsCounted) {
    constexpr std::int64_t day = 24 * 60;
    const Campaigns all = three_campaigns();
    const Answer none = Answer::ignored;
    EXPECT_EQ(breaches_of(all, {{0, 0, 0, none}, {3 * day, 1, 0, none}, {7 * day, 2, 0, none}}), Breaches{});
    const Breaches same_day = breaches_of(all, {{0, 0, 0, none}, {day - 1, 1, 0, none}});
    EXPECT_EQ(count_of(same_day, Limit::budget_day), 1U);
    EXPECT_EQ(breaches_of(all, {{0, 0, 0, none}, {day, 1, 0, none}}), Breaches{});
    const Breaches same_week =
        breaches_of(all, {{0, 0, 0, none}, {2 * day, 1, 0, none}, {7 * day - 1, 2, 0, none}});
    EXPECT_EQ(count_of(same_week, Limit::budget_week), 1U);
    EXPECT_EQ(count_of(same_week, Limit::budget_day), 0U);
    const Breaches above_cap = breaches_of(
        all, {{0, 0, 0, none}, {6 * day, 0, 0, none}, {12 * day, 0, 0, none}, {20 * day - 1, 0, 0, none}});
    EXPECT_EQ(count_of(above_cap, Limit::cap), 1U);
    const Breaches in_gap = breaches_of(all, {{0, 0, 0, none}, {2 * day - 1, 0, 0, none}});
    EXPECT_EQ(count_of(in_gap, Limit::gap), 1U);
    const Breaches not_now = breaches_of(all, {{0, 0, 0, Answer::dismissed}, {7 * day - 1, 0, 0, none}});
    EXPECT_EQ(count_of(not_now, Limit::not_now), 1U);
    const Breaches stop = breaches_of(all, {{0, 2, 0, Answer::stopped}, {90 * day - 1, 0, 0, none}});
    EXPECT_EQ(count_of(stop, Limit::stop), 1U);
    const Breaches gave = breaches_of(all, {{0, 0, 0, Answer::accepted}, {90 * day - 1, 1, 0, none}});
    EXPECT_EQ(count_of(gave, Limit::donated), 1U);
    const Breaches subscribed = breaches_of(all, {{0, 1, 0, Answer::accepted}, {300 * day, 1, 0, none}});
    EXPECT_EQ(count_of(subscribed, Limit::subscribed), 1U);
}

std::size_t commonest_reason(const Tally& tally) {
    const auto& reasons = tally.never_asked;
    return static_cast<std::size_t>(std::max_element(reasons.begin(), reasons.end()) - reasons.begin());
}

TEST(Simulate, WhoIsNeverAskedHasAReason) {
    const std::string variants = R"("variants":[{"action":{"url":"https://give.example/"}}]}])";
    Trial run{campaigns_of(R"("campaigns":[{"id":"c",)" + variants)};
    run.hosts = "elsewhere.example";
    EXPECT_EQ(commonest_reason(tally_of(run)), static_cast<std::size_t>(AskFilter::host));
    run.hosts = "give.example";
    EXPECT_EQ(commonest_reason(tally_of(run)), never_in_sight);
    run.campaigns = campaigns_of(R"("campaigns":[{"id":"c","holdback":1000,)" + variants);
    EXPECT_EQ(commonest_reason(tally_of(run)), static_cast<std::size_t>(AskFilter::holdback));
    run.campaigns = campaigns_of(R"("campaigns":[{"id":"c","end":"2026-01-01T00:00:00Z",)" + variants);
    EXPECT_EQ(commonest_reason(tally_of(run)), static_cast<std::size_t>(AskFilter::schedule));
    run.campaigns = campaigns_of(R"("campaigns":[{"id":"c","audience":{"min_articles":1000},)" + variants);
    const Tally tally = tally_of(run);
    EXPECT_EQ(tally.asks, 0U);
    EXPECT_EQ(commonest_reason(tally), static_cast<std::size_t>(AskFilter::articles_read));
    EXPECT_GT(tally.never_asked[never_viewed], 0U);
}

TEST(SampleRatio, ChiSquareByHand) {
    const auto check = [](std::uint64_t one, std::uint64_t other, std::uint64_t share) {
        return check_ratio("c", {{"a", false, share, one, 0}, {"b", false, 1, other, 0}});
    };
    const RatioCheck near = check(60, 40, 1);  // 10 * 10 / 50, twice
    EXPECT_DOUBLE_EQ(near.statistic, 4);
    EXPECT_EQ(near.degrees, 1U);
    EXPECT_DOUBLE_EQ(near.critical, 10.828);
    EXPECT_EQ(near.verdict, RatioVerdict::as_expected);
    const RatioCheck far = check(600, 400, 1);
    EXPECT_DOUBLE_EQ(far.statistic, 40);
    EXPECT_EQ(far.verdict, RatioVerdict::not_as_expected);
    EXPECT_EQ(check(600, 400, 3).verdict, RatioVerdict::not_as_expected);
    EXPECT_DOUBLE_EQ(check(750, 250, 3).statistic, 0);
    EXPECT_EQ(check(9, 0, 1).verdict, RatioVerdict::too_few);
    EXPECT_EQ(check(0, 0, 1).verdict, RatioVerdict::too_few);
    EXPECT_EQ(
        check_ratio("c", {{"a", false, 1, 50, 0}, {"b", false, 1, 50, 0}, {"none", false, 0, 1, 0}}).verdict,
        RatioVerdict::not_as_expected);
}

// The ratio of a campaign whose readers have these draws.
RatioCheck ratio_of_draws(const Campaign& campaign,
                          const std::function<std::uint32_t(std::uint32_t)>& draw_of) {
    Campaigns all;
    all.campaigns.add(campaign, test_arena());
    Tally tally(all, start_of_test, 1);
    for (std::uint32_t reader = 0; reader < 10'000; ++reader) {
        ReaderOutcome outcome;
        const std::uint32_t draw = draw_of(reader);
        const bool is_kept = find_bucket(draw, campaign.id) < campaign.holdback;
        const auto variant = find_variant(draw, campaign) - campaign.variants.begin();
        outcome.groups = {is_kept ? held_back : static_cast<std::int32_t>(variant)};
        tally.add(all, outcome);
    }
    return check_ratios(all, tally).at(0);
}

TEST(SampleRatio, ABiasedAssignmentIsFlagged) {
    const Campaign campaign = three_campaigns().campaigns[0];
    Chance chance(1, 1);
    const RatioCheck fair = ratio_of_draws(campaign, [&](std::uint32_t) { return chance.below(draws); });
    EXPECT_EQ(fair.verdict, RatioVerdict::as_expected) << fair.statistic;
    EXPECT_EQ(fair.degrees, 2U);
    const RatioCheck biased =
        ratio_of_draws(campaign, [](std::uint32_t reader) { return reader % 10 * 6000; });
    EXPECT_EQ(biased.verdict, RatioVerdict::not_as_expected) << biased.statistic;
    // A fault that loses one reader of ten, but only of those who are held back.
    const RatioCheck lost = ratio_of_draws(campaign, [&](std::uint32_t reader) {
        std::uint32_t draw = chance.below(draws);
        while (reader % 2 == 0 && find_bucket(draw, campaign.id) < campaign.holdback)
            draw = chance.below(draws);
        return draw;
    });
    EXPECT_EQ(lost.verdict, RatioVerdict::not_as_expected) << lost.statistic;
}

TEST(SampleRatio, OfSimulatedReadersIsAsExpected) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Trial run{three_campaigns()};
        run.seed = seed;
        run.readers = 5000;
        const auto checks = check_ratios(run.campaigns, tally_of(run));
        ASSERT_EQ(checks.size(), 2U) << "the third campaign is no experiment";
        EXPECT_EQ(checks[0].groups.size(), 3U);
        EXPECT_TRUE(checks[0].groups[2].is_held_back);
        EXPECT_EQ(checks[1].degrees, 1U) << "a variant without weight is no group";
        for (const RatioCheck& check : checks)
            EXPECT_EQ(check.verdict, RatioVerdict::as_expected) << check.campaign << " " << check.statistic;
    }
}

TEST(SimulateReport, HostileNamesAreText) {
    Trial run{three_campaigns()};
    run.readers = 50;
    const std::string_view name = "</title></svg><script>alert(1)</script>\"'&\x1b[2J\nLimits: all";
    run.campaigns.campaigns[1].id = name;
    run.campaigns.campaigns[1].variants[0].id = name;
    const Tally tally = tally_of(run);
    const Shelf shelf(make_articles(run.campaigns, start_of_test, run.days, test_arena()), run.campaigns,
                      test_arena());
    const Simulation simulation{run.campaigns, shelf, run.hosts, start_of_test, run.days, run.seed};
    const auto figures = make_figures(simulation, {name, name}, tally);
    const std::string report = write_report(simulation, figures, tally);
    EXPECT_EQ(report.find("<script"), std::string::npos);
    EXPECT_EQ(report.find("</title></svg>"), std::string::npos);
    EXPECT_NE(report.find("&lt;script&gt;"), std::string::npos);
    const std::string summary = write_summary(figures);
    EXPECT_EQ(summary.find('\x1b'), std::string::npos);
    EXPECT_EQ(summary.find("\nLimits: all\n"), std::string::npos);
    EXPECT_NE(summary.find("alert(1)"), std::string::npos);
}

TEST(SimulateReport, NeedsNothingElse) {
    const Trial run{three_campaigns()};
    const std::string told = told_of(run, tally_of(run));
    const std::string report = told.substr(told.find("<!DOCTYPE html>"));
    for (const char* word :
         {"<script", "<link", "<img", "src=", "href=", "url(", "@import", "http:", "https:"})
        EXPECT_EQ(report.find(word), std::string::npos) << word;
    for (const char* word :
         {"<caption>", "<figcaption>", "role=\"img\"", "prefers-color-scheme: dark", "<desc "})
        EXPECT_NE(report.find(word), std::string::npos) << word;
}

TEST(SimulateArticles, HaveTheCampaignsWords) {
    const Campaigns campaigns = three_campaigns();
    const auto articles = make_articles(campaigns, start_of_test, 90, test_arena());
    EXPECT_EQ(articles.size(), earlier_articles + 90 * articles_a_day);
    std::size_t wanted = 0;
    std::size_t unwanted = 0;
    std::size_t german = 0;
    std::size_t sponsored = 0;
    for (const Surroundings& around : articles) {
        for (const std::string_view tag : around.story.tags) {
            if (tag == "Energy") ++wanted;
            if (tag == "Obituary" || tag == "Sport") ++unwanted;
        }
        german += around.story.lang == "de" ? 1U : 0U;
        sponsored += around.story.url.find("/sponsored/") != std::string_view::npos ? 1U : 0U;
    }
    EXPECT_GT(wanted, articles.size() / 4);
    EXPECT_GT(german, articles.size() / 4);
    EXPECT_GT(unwanted, 0U);
    EXPECT_LT(unwanted, articles.size() / 10);
    EXPECT_GT(sponsored, 0U);
}

TEST(SimulateArticles, NobodyReadsWhatIsNotOut) {
    const Campaigns campaigns = three_campaigns();
    const Shelf shelf(make_articles(campaigns, start_of_test, 90, test_arena()), campaigns, test_arena());
    Chance chance(1, 1);
    for (std::int64_t day = 0; day < 90; ++day) {
        const Timestamp now{start_of_test.seconds + day * 86'400, 0, true};
        for (int i = 0; i < 50; ++i) {
            const Surroundings& around = shelf.pick(now, chance).around;
            EXPECT_LE(around.subject.published->seconds, now.seconds);
        }
    }
}

TEST(SimulateArticles, ExclusionsThatMayHoldAreKept) {
    const Campaigns campaigns = campaigns_of(
        R"("exclusions":[{"tags":["Other"]},{"tags":["Energy"],"start":"2030-01-01T00:00:00Z"},{"path":"/b"},
        {"tags":["Energy"],"path":"/a"},{"end":"2026-01-01T00:00:00Z"}],"campaigns":[{"id":"c","kind":"follow","variants":[{}]}])");
    Surroundings around;
    around.story.url = "https://news.example/a/1";
    around.story.tags = list_of<std::string_view>({"energy"});
    Chance chance(1, 1);
    const Shelf shelf({around}, campaigns, test_arena());
    const Campaigns& kept_ones = shelf.pick(start_of_test, chance).campaigns;
    ASSERT_EQ(kept_ones.exclusions.size(), 3U);
    EXPECT_EQ(kept_ones.exclusions[0].start->seconds, 1'893'456'000);
    EXPECT_EQ(kept_ones.exclusions[1].path, "/a");
    EXPECT_TRUE(kept_ones.exclusions[2].end);
    EXPECT_EQ(kept_ones.campaigns.begin(), campaigns.campaigns.begin());
}

TEST(SimulateArticles, OfAFeedAreAsPagesHaveThem) {
    Card card;
    card.tags = list_of<std::string_view>({"Energy"});
    card.kicker = list_of<Link>({{"Islands", {}}});
    Feed feed;
    feed.items.add(card, test_arena());
    const auto articles = articles_of(feed, test_arena());
    ASSERT_EQ(articles.size(), 1U);
    EXPECT_EQ(articles[0].story.tags.size(), 2U);
    EXPECT_EQ(articles[0].story.tags[1], "Islands");
    EXPECT_EQ(articles[0].story.lang, "en");
    EXPECT_EQ(card.tags.size(), 1U);
    // Without a date it is always out.
    Chance chance(1, 1);
    EXPECT_EQ(Shelf(articles, {}, test_arena()).pick(start_of_test, chance).around.story.tags[0], "Energy");
}

TEST(SimulateHabits, SharesAreOfAThousand) {
    std::uint32_t readers = 0;
    for (const ReadingHabit& habit : reading_habits) {
        readers += habit.share;
        EXPECT_GT(habit.most_articles, 0U);
        EXPECT_LE(visit_seconds + habit.most_articles * article_seconds, 86'400U)
            << "visits end on their day";
    }
    EXPECT_EQ(readers, 1000U);
    for (const AnswerShares& shares : answer_shares)
        EXPECT_LE(shares.accepts + shares.dismisses + shares.stops, 1000U);
}

TEST(SimulateChance, EveryNumberIsAsLikely) {
    Chance chance(7, 7);
    std::array<std::uint32_t, 10> counts{};
    for (int i = 0; i < 100'000; ++i) ++counts[chance.below(10)];
    for (const std::uint32_t count : counts) EXPECT_NEAR(count, 10'000, 500);  // 5 standard deviations
}

}  // namespace
}  // namespace longread
