// The conditions of an ask, one by one, and the decision that they make together.
#include <gtest/gtest.h>

#include "decide/asking/assign_group.h"
#include "decide/asking/choose_ask.h"
#include "decide/asking/count_asks.h"
#include "decide/asking/filters.h"
#include "decide/asking/remember_asks.h"
#include "decide/reading_weeks.h"
#include "test_arena.h"

namespace longread {
namespace {

constexpr std::string_view noon = "2026-11-23T12:00:00Z";  // a Monday

// A situation in which the campaign passes; each test changes what it is about.
struct Scene {
    Surroundings around;
    Campaigns campaigns;
    ReaderState state;
    std::optional<Timestamp> now = parse_time(noon);
    std::string_view donate_hosts = "pay.example give.example";
    std::optional<std::uint32_t> draw;

    Scene() {
        around.story.url = "https://news.example/world/a";
        around.story.lang = "en-GB";
        around.subject.published = parse_time(noon);
        around.newsletter.action = "https://news.example/letters";
        around.story.tags = list_of<std::string_view>({"Tides", "World"});
        around.story.kicker = list_of<Link>({{"World", ""}});
        add("c");
    }

    Campaign& add(std::string_view id, std::int64_t priority = 0) {
        Campaign campaign;
        campaign.id = id;
        campaign.priority = priority;
        Variant variant;
        variant.id = "v";
        variant.action_url = "https://give.example/?a={amount}";
        campaign.variants.add(variant, test_arena());
        return campaigns.campaigns.add(campaign, test_arena());
    }
    Campaign& campaign() { return campaigns.campaigns[0]; }
    [[nodiscard]] AskSituation situation() const {
        return {around, campaigns, state, now, donate_hosts, draw};
    }
    AskStep step(AskFilter filter) { return look_at(filter, campaign(), situation()); }
    bool passes(AskFilter filter) { return step(filter).passed; }
    [[nodiscard]] std::string_view chosen() const {
        const Campaign* const best = choose_campaign(situation());
        return best == nullptr ? "nobody" : best->id;
    }
    // Something that happened so many minutes ago.
    void happened(std::int64_t minutes_ago, bool dismissed = false, AskKind kind = AskKind::donation,
                  std::string_view id = "c") {
        add_ask(state, {now->seconds / 60 - minutes_ago, kind, hash_address(id), dismissed}, test_arena());
    }
};

std::optional<Timestamp> days_before(std::string_view time, std::int64_t days) {
    std::optional<Timestamp> then = parse_time(time);
    then->seconds -= days * 86'400;
    return then;
}

TEST(AskFilters, AllPassInAnOrdinaryScene) {
    Scene scene;
    for (std::size_t filter = 0; filter < ask_filter_count; ++filter)
        EXPECT_TRUE(scene.passes(static_cast<AskFilter>(filter))) << filter;
    EXPECT_EQ(scene.chosen(), "c");
}

TEST(AskFilters, ClockMustBeRight) {
    Scene scene;
    for (const std::string_view time : {"2025-01-01T00:00:00Z", "2099-12-31T23:59:59Z"}) {
        scene.now = parse_time(time);
        EXPECT_TRUE(scene.passes(AskFilter::clock)) << time;
    }
    for (const std::string_view time :
         {"", "1970-01-01T00:00:00Z", "2024-12-31T23:59:59Z", "2100-01-01T00:00:00Z"}) {
        scene.now = parse_time(time);
        EXPECT_FALSE(scene.passes(AskFilter::clock)) << time;
        EXPECT_EQ(scene.chosen(), "nobody") << time;
    }
}

TEST(AskFilters, ScheduleHasZones) {
    Scene scene;
    scene.campaign().start = parse_time("2026-12-01T00:00:00+01:00");
    scene.campaign().end = parse_time("2027-01-01");
    const auto at = [&](std::string_view time) {
        scene.now = parse_time(time);
        return scene.passes(AskFilter::schedule);
    };
    EXPECT_FALSE(at("2026-11-30T22:59:59Z"));
    EXPECT_TRUE(at("2026-11-30T23:00:00Z"));
    EXPECT_TRUE(at("2026-12-31T18:59:59-05:00"));
    EXPECT_FALSE(at("2026-12-31T19:00:00-05:00"));
}

TEST(AskFilters, ExclusionsHoldWhereAllOfThemIsMet) {
    Scene scene;
    Exclusion& rule = scene.campaigns.exclusions.add({}, test_arena());
    rule.tags = list_of<std::string_view>({"war", "tides"});
    EXPECT_FALSE(scene.passes(AskFilter::exclusion));
    EXPECT_EQ(scene.step(AskFilter::exclusion).word, "tides");
    rule.path = "/sport/";
    EXPECT_TRUE(scene.passes(AskFilter::exclusion));
    rule.path = "/world/";
    EXPECT_FALSE(scene.passes(AskFilter::exclusion));
    rule.sections = list_of<std::string_view>({"world"});
    EXPECT_FALSE(scene.passes(AskFilter::exclusion));
    rule.end = days_before(noon, 1);
    EXPECT_TRUE(scene.passes(AskFilter::exclusion));
    scene.campaigns.exclusions.add({}, test_arena()).sections = list_of<std::string_view>({"WORLD"});
    EXPECT_FALSE(scene.passes(AskFilter::exclusion));
}

TEST(AskFilters, SensitiveArticlesUnlessTheCampaignMayStandThere) {
    Scene scene;
    scene.around.sensitive = true;
    EXPECT_FALSE(scene.passes(AskFilter::sensitive));
    scene.campaign().audience.exclude_sensitive = false;
    EXPECT_TRUE(scene.passes(AskFilter::sensitive));
}

TEST(AskFilters, SectionsAndTags) {
    Scene scene;
    Audience& audience = scene.campaign().audience;
    audience.sections = list_of<std::string_view>({"sport", "world"});
    EXPECT_EQ(scene.step(AskFilter::section).word, "world");
    audience.not_sections = list_of<std::string_view>({"World"});
    EXPECT_FALSE(scene.passes(AskFilter::section));
    audience.not_sections = {};
    audience.sections = list_of<std::string_view>({"sport"});
    EXPECT_FALSE(scene.passes(AskFilter::section));
    audience.tags = list_of<std::string_view>({"TIDES"});
    EXPECT_TRUE(scene.passes(AskFilter::tag));
    audience.not_tags = list_of<std::string_view>({"money", "world"});
    EXPECT_FALSE(scene.passes(AskFilter::tag));
    EXPECT_EQ(scene.step(AskFilter::tag).word, "world");
    audience.not_tags = list_of<std::string_view>({"money"});
    audience.tags = list_of<std::string_view>({"money"});
    EXPECT_FALSE(scene.passes(AskFilter::tag));
}

TEST(AskFilters, LanguagesWithTheirRegions) {
    Scene scene;
    const auto fits = [&](std::string_view wanted) {
        scene.campaign().audience.languages = list_of({wanted});
        return scene.passes(AskFilter::language);
    };
    EXPECT_TRUE(fits("en"));
    EXPECT_TRUE(fits("EN-gb"));
    EXPECT_FALSE(fits("en-US"));
    EXPECT_FALSE(fits("e"));
    EXPECT_FALSE(fits("en-GB-x"));
}

TEST(AskFilters, OldArticlesAreLeftAlone) {
    Scene scene;
    scene.around.subject.published = days_before(noon, 364);
    EXPECT_TRUE(scene.passes(AskFilter::article_age));
    scene.around.subject.published = days_before(noon, 365);
    EXPECT_FALSE(scene.passes(AskFilter::article_age));
    EXPECT_EQ(scene.step(AskFilter::article_age).found, 365);
    scene.around.subject.published = {};
    EXPECT_FALSE(scene.passes(AskFilter::article_age)) << "who knows how old it is";
    scene.campaign().audience.max_article_age_days = 0;
    EXPECT_TRUE(scene.passes(AskFilter::article_age));
}

TEST(AskFilters, HostsThatThePageNames) {
    Scene scene;
    const auto leads_to = [&](std::string_view url) {
        scene.campaign().variants[0].action_url = url;
        return scene.passes(AskFilter::host);
    };
    EXPECT_TRUE(leads_to("https://give.example/"));
    EXPECT_TRUE(leads_to("https://pay.example/x?y"));
    for (const std::string_view url :
         {"https://give.example:8443/", "http://give.example/", "https://www.give.example/",
          "https://evil.example/", "https://give.example.evil.example/", "/give", "//give.example/", "",
          "https://give.exampl/"}) {
        EXPECT_FALSE(leads_to(url)) << url;
    }
    scene.donate_hosts = "";
    EXPECT_FALSE(leads_to("https://give.example/"));
    scene.campaign().kind = AskKind::newsletter;
    EXPECT_TRUE(leads_to("")) << "no money goes anywhere";
}

TEST(AskFilters, EveryVariantMustLeadToANamedHost) {
    Scene scene;
    Variant other;
    other.action_url = "https://evil.example/";
    scene.campaign().variants.add(other, test_arena());
    EXPECT_FALSE(scene.passes(AskFilter::host));
    EXPECT_EQ(scene.step(AskFilter::host).word, "evil.example");
}

TEST(AskFilters, SilenceAndDonationsEndOnTheirDay) {
    Scene scene;
    const std::int64_t now = scene.now->seconds / 60;
    scene.state.silent = now - 90 * day_minutes + 1;
    scene.state.donated = scene.state.silent;
    EXPECT_FALSE(scene.passes(AskFilter::opted_out));
    EXPECT_FALSE(scene.passes(AskFilter::donated));
    EXPECT_EQ(scene.step(AskFilter::donated).found, 89);
    scene.state.silent = now - 90 * day_minutes;
    scene.state.donated = scene.state.silent;
    EXPECT_TRUE(scene.passes(AskFilter::opted_out));
    EXPECT_TRUE(scene.passes(AskFilter::donated));
    scene.state.silent = now + 1000 * day_minutes;
    EXPECT_FALSE(scene.passes(AskFilter::opted_out)) << "the clock was set back";
}

TEST(AskFilters, EachNotNowIsGoodForTwiceAsLong) {
    Scene scene;
    int before = 0;
    for (const std::int64_t days : {7, 14, 28, 56, 90, 90}) {
        scene.state.asks = {};
        for (int i = 0; i < before; ++i) scene.happened(400 * day_minutes, true);
        ++before;
        scene.happened(days * day_minutes - 1, true);
        EXPECT_FALSE(scene.passes(AskFilter::dismissed)) << days;
        EXPECT_EQ(scene.step(AskFilter::dismissed).limit, days);
        scene.state.asks.back().minute -= 1;
        EXPECT_TRUE(scene.passes(AskFilter::dismissed)) << days;
    }
}

TEST(AskFilters, NotNowIsForAllAsksOfTheKind) {
    Scene scene;
    scene.happened(10, true, AskKind::donation, "other");
    EXPECT_FALSE(scene.passes(AskFilter::dismissed));
    scene.campaign().cap.counts_own_alone = true;
    EXPECT_TRUE(scene.passes(AskFilter::dismissed));
    scene.campaign().cap.counts_own_alone = false;
    scene.campaign().kind = AskKind::follow;
    EXPECT_TRUE(scene.passes(AskFilter::dismissed));
}

TEST(AskFilters, WhereNoFormIsNobodyIsAskedToSubscribe) {
    Scene scene;
    scene.around.newsletter = {};
    EXPECT_TRUE(scene.passes(AskFilter::subscribed));
    scene.campaign().kind = AskKind::newsletter;
    EXPECT_FALSE(scene.passes(AskFilter::subscribed));
}

TEST(AskFilters, SubscribersAreNotAskedAgain) {
    Scene scene;
    scene.campaign().kind = AskKind::newsletter;
    EXPECT_TRUE(scene.passes(AskFilter::subscribed));
    add_subscription(scene.state, "daily", test_arena());
    EXPECT_FALSE(scene.passes(AskFilter::subscribed)) << "the campaign is for whatever there is";
    scene.campaign().list = "weekly";
    EXPECT_TRUE(scene.passes(AskFilter::subscribed));
    scene.campaign().list = "daily";
    EXPECT_FALSE(scene.passes(AskFilter::subscribed));
    scene.campaign().kind = AskKind::donation;
    EXPECT_TRUE(scene.passes(AskFilter::subscribed));
}

TEST(AskFilters, ArticlesReadInWeeks) {
    Scene scene;
    const std::int32_t monday = monday_of(*scene.now);
    for (std::int32_t week = 5; week >= 0; --week) {
        for (int i = 0; i < 2; ++i)
            count_article(scene.state.weeks, monday - 7 * week,
                          list_of<std::string_view>({i == 0 ? "Sea" : "Sky"}), test_arena());
    }
    Audience& audience = scene.campaign().audience;
    audience.min_articles = 8;
    EXPECT_TRUE(scene.passes(AskFilter::articles_read));
    EXPECT_EQ(scene.step(AskFilter::articles_read).found, 8);
    audience.min_articles = 9;
    EXPECT_FALSE(scene.passes(AskFilter::articles_read));
    audience.window_weeks = 5;
    EXPECT_TRUE(scene.passes(AskFilter::articles_read));
    audience.max_articles = 9;
    EXPECT_FALSE(scene.passes(AskFilter::articles_read));
    audience.articles_tags = list_of<std::string_view>({"sea"});
    EXPECT_EQ(scene.step(AskFilter::articles_read).found, 5);
    set_counting(scene.state, false);
    EXPECT_EQ(scene.step(AskFilter::articles_read).found, 0);
    audience.min_articles = 1;
    EXPECT_FALSE(scene.passes(AskFilter::articles_read));
}

TEST(AskFilters, CapsCountViewsOfTheKind) {
    Scene scene;
    for (int i = 0; i < 3; ++i) scene.happened(20 * day_minutes);
    scene.happened(30 * day_minutes - 1, false, AskKind::donation, "other");
    scene.happened(5, false, AskKind::newsletter, "letter");
    scene.happened(5, true);
    EXPECT_FALSE(scene.passes(AskFilter::cap));
    EXPECT_EQ(scene.step(AskFilter::cap).found, 4);
    scene.campaign().cap.views = 5;
    EXPECT_TRUE(scene.passes(AskFilter::cap));
    scene.campaign().cap.views = 4;
    scene.campaign().cap.counts_own_alone = true;
    EXPECT_TRUE(scene.passes(AskFilter::cap));
    scene.campaign().cap.counts_own_alone = false;
    scene.now->seconds += 60;
    EXPECT_TRUE(scene.passes(AskFilter::cap)) << "the first one is 30 days old";
}

TEST(AskFilters, GapIsSinceTheLastView) {
    Scene scene;
    scene.campaign().cap.min_gap_days = 2;
    scene.happened(2 * day_minutes - 1);
    EXPECT_FALSE(scene.passes(AskFilter::gap));
    scene.now->seconds += 60;
    EXPECT_TRUE(scene.passes(AskFilter::gap));
    scene.campaign().cap.min_gap_days = 0;
    scene.happened(0);
    scene.happened(-1);
    EXPECT_TRUE(scene.passes(AskFilter::gap));
}

TEST(AskFilters, BudgetsCountEveryKind) {
    Scene scene;
    EXPECT_TRUE(scene.passes(AskFilter::budget_day));
    scene.happened(day_minutes - 1, false, AskKind::follow, "f");
    EXPECT_FALSE(scene.passes(AskFilter::budget_day));
    EXPECT_TRUE(scene.passes(AskFilter::budget_week));
    scene.happened(6 * day_minutes, false, AskKind::newsletter, "n");
    scene.happened(7 * day_minutes - 1);
    EXPECT_FALSE(scene.passes(AskFilter::budget_week));
    scene.now->seconds += 60;
    EXPECT_TRUE(scene.passes(AskFilter::budget_day));
    EXPECT_TRUE(scene.passes(AskFilter::budget_week));
    scene.campaigns.budget.day = 0;
    EXPECT_FALSE(scene.passes(AskFilter::budget_day));
}

TEST(AskFilters, EntriesOfTheFutureCount) {
    Scene scene;
    scene.happened(-400 * day_minutes);
    EXPECT_FALSE(scene.passes(AskFilter::budget_day));
    EXPECT_EQ(scene.step(AskFilter::cap).found, 1);
}

TEST(AskFilters, AFullLogThatReachesNoFurtherBlocks) {
    Scene scene;
    scene.campaign().cap.views = 60;
    for (int i = 0; i < 64; ++i) scene.happened(29 * day_minutes, false, AskKind::follow, "f");
    EXPECT_EQ(scene.step(AskFilter::cap).found, 64);
    EXPECT_FALSE(scene.passes(AskFilter::cap));
    scene.now->seconds += 2 * 86'400;
    EXPECT_TRUE(scene.passes(AskFilter::cap));
}

TEST(AskFilters, HoldbackAndVariant) {
    Scene scene;
    scene.draw = 12'345;
    const std::int32_t bucket = find_bucket(12'345, "c");
    scene.campaign().holdback = bucket;
    EXPECT_TRUE(scene.passes(AskFilter::holdback));
    scene.campaign().holdback = bucket + 1;
    EXPECT_FALSE(scene.passes(AskFilter::holdback));
    scene.draw = std::nullopt;
    EXPECT_TRUE(scene.passes(AskFilter::holdback)) << "a page that a server draws";
    scene.campaign().holdback = 1000;
    EXPECT_FALSE(scene.passes(AskFilter::holdback));
    EXPECT_EQ(scene.step(AskFilter::variant).word, "v");
    scene.campaign().variants[0].weight = 0;
    EXPECT_FALSE(scene.passes(AskFilter::variant));
}

TEST(ChooseAsk, HighestPriorityThatPassesThenFileOrder) {
    Scene scene;
    scene.add("b", 5);
    scene.add("d", 5);
    EXPECT_EQ(scene.chosen(), "b");
    scene.campaigns.campaigns[1].end = days_before(noon, 1);
    EXPECT_EQ(scene.chosen(), "d");
    scene.campaigns.campaigns[2].holdback = 1000;
    EXPECT_EQ(scene.chosen(), "c");
    scene.campaigns.budget.week = 0;
    EXPECT_EQ(scene.chosen(), "nobody");
    const auto obstacle = find_obstacle(scene.campaigns.campaigns[1], scene.situation());
    ASSERT_TRUE(obstacle);
    EXPECT_EQ(obstacle->filter, AskFilter::schedule);
}

TEST(ChooseAsk, APromptSaysWhyItIsThere) {
    Scene scene;
    scene.campaign().kind = AskKind::follow;
    scene.campaign().placement = Placement::after_paragraph;
    scene.campaign().currency = "EUR";
    const Prompt prompt = make_prompt(scene.campaign(), scene.situation(), test_arena());
    EXPECT_EQ(prompt.campaign, "c");
    EXPECT_EQ(prompt.kind, AskKind::follow);
    EXPECT_EQ(prompt.placement, Placement::after_paragraph);
    EXPECT_EQ(prompt.paragraph, 3);
    EXPECT_EQ(prompt.currency, "EUR");
    EXPECT_EQ(prompt.variant.id, "v");
    ASSERT_EQ(prompt.why.size(), ask_filter_count);
    EXPECT_EQ(prompt.why[14].filter, AskFilter::cap);
    EXPECT_EQ(prompt.why[14].limit, 4);
}

TEST(ChooseAsk, AGoalWithoutFreshFiguresIsNotShown) {
    Scene scene;
    scene.campaign().goal = {500, 1000, std::nullopt, 7};
    const auto shown = [&](std::optional<Timestamp> as_of) {
        scene.campaign().goal.as_of = as_of;
        return make_prompt(scene.campaign(), scene.situation(), test_arena()).goal.target == 1000;
    };
    EXPECT_FALSE(shown(std::nullopt));
    EXPECT_TRUE(shown(days_before(noon, 6)));
    EXPECT_FALSE(shown(days_before(noon, 7)));
    EXPECT_FALSE(shown(days_before(noon, -1))) << "figures of tomorrow are nobody's";
    EXPECT_TRUE(shown(parse_time(noon)));
}

TEST(ChooseAsk, ArticlesAreNamedWhereTheCopyWantsThem) {
    Scene scene;
    count_article(scene.state.weeks, monday_of(*scene.now), {}, test_arena());
    const auto named = [&] {
        return make_prompt(scene.campaign(), scene.situation(), test_arena()).articles_read;
    };
    EXPECT_EQ(named(), 0);
    scene.campaign().variants[0].shows_count = true;
    EXPECT_EQ(named(), 1);
    set_counting(scene.state, false);
    EXPECT_EQ(named(), 0);
}

TEST(ChooseAsk, OnlyExperimentsNeedADraw) {
    Scene scene;
    EXPECT_FALSE(needs_draw(scene.situation()));
    scene.campaign().holdback = 1;
    EXPECT_TRUE(needs_draw(scene.situation()));
    scene.campaign().end = days_before(noon, 1);
    EXPECT_FALSE(needs_draw(scene.situation())) << "it is over";
    Campaign& other = scene.add("b", -1);
    Variant second;
    second.action_url = "https://pay.example/";
    other.variants.add(second, test_arena());
    EXPECT_TRUE(needs_draw(scene.situation()));
    scene.add("top", 9);
    EXPECT_FALSE(needs_draw(scene.situation())) << "it comes first";
}

// The vectors of decide/asking/README.md: campaign, draw, bucket, and which of two variants with weights 1
// and 2.
TEST(AssignGroup, PublishedVectors) {
    struct Vector {
        std::string_view id;
        std::uint32_t draw;
        std::int32_t bucket;
        std::ptrdiff_t variant;
    };
    constexpr Vector vectors[] = {
        {"spring-tide", 0, 42, 1},
        {"spring-tide", 1, 825, 1},
        {"spring-tide", 12'345, 373, 0},
        {"spring-tide", 40'000, 578, 1},
        {"spring-tide", 65'535, 345, 1},
        {"a", 0, 108, 1},
        {"a", 1, 919, 1},
        {"a", 12'345, 811, 1},
        {"a", 40'000, 660, 1},
        {"a", 65'535, 200, 1},
        {"letter-2026", 0, 542, 1},
        {"letter-2026", 1, 203, 1},
        {"letter-2026", 12'345, 332, 0},
        {"letter-2026", 40'000, 342, 0},
        {"letter-2026", 65'535, 255, 1},
    };
    for (const Vector& vector : vectors) {
        Campaign campaign;
        campaign.id = vector.id;
        for (const std::int64_t weight : {1, 2}) campaign.variants.add({}, test_arena()).weight = weight;
        EXPECT_EQ(find_bucket(vector.draw, vector.id), vector.bucket) << vector.id << vector.draw;
        EXPECT_EQ(find_variant(vector.draw, campaign) - campaign.variants.begin(), vector.variant)
            << vector.id << vector.draw;
    }
}

TEST(AssignGroup, SharesAreExact) {
    for (const std::string_view id : {"a", "spring-tide", "x.y", "2026"}) {
        std::int32_t count[buckets] = {};
        for (std::uint32_t draw = 0; draw < draws; ++draw) ++count[find_bucket(draw, id)];
        for (const std::int32_t one : count) EXPECT_TRUE(one == 65 || one == 66) << id;
    }
}

// Pearson's statistic of two groups of ten, over all draws; beyond 81 degrees of freedom 140 is less likely
// than one in 10,000.
double dependence(std::int32_t (*first)(std::uint32_t), std::int32_t (*second)(std::uint32_t)) {
    double count[10][10] = {};
    for (std::uint32_t draw = 0; draw < draws; ++draw) ++count[first(draw)][second(draw)];
    double sum = 0;
    for (const auto& row : count) {
        for (const double one : row) sum += (one - 655.36) * (one - 655.36) / 655.36;
    }
    return sum;
}

Campaign ten_variants() {
    Campaign campaign;
    campaign.id = "a";
    for (int i = 0; i < 10; ++i) campaign.variants.add({}, test_arena());
    return campaign;
}

TEST(AssignGroup, GroupsOfOneDrawAreIndependent) {
    const auto a = [](std::uint32_t draw) { return find_bucket(draw, "a") / 100; };
    const auto b = [](std::uint32_t draw) { return find_bucket(draw, "b") / 100; };
    const auto longer = [](std::uint32_t draw) { return find_bucket(draw, "spring-tide-2026") / 100; };
    const auto draw_itself = [](std::uint32_t draw) { return static_cast<std::int32_t>(draw * 10 / draws); };
    const auto last_digit = [](std::uint32_t draw) { return static_cast<std::int32_t>(draw % 10); };
    const auto variant = [](std::uint32_t draw) {
        static const Campaign campaign = ten_variants();
        return static_cast<std::int32_t>(find_variant(draw, campaign) - campaign.variants.begin());
    };
    EXPECT_LT(dependence(a, b), 140);
    EXPECT_LT(dependence(a, longer), 140);
    EXPECT_LT(dependence(b, longer), 140);
    EXPECT_LT(dependence(a, draw_itself), 140);
    EXPECT_LT(dependence(longer, last_digit), 140);
    EXPECT_LT(dependence(a, variant), 140);
    EXPECT_LT(dependence(b, variant), 140);
}

TEST(AssignGroup, VariantsByWeight) {
    Campaign campaign;
    campaign.id = "c";
    for (const std::int64_t weight : {1, 0, 3}) {
        Variant variant;
        variant.weight = weight;
        campaign.variants.add(variant, test_arena());
    }
    std::int64_t count[3] = {};
    for (std::uint32_t draw = 0; draw < draws; ++draw)
        ++count[find_variant(draw, campaign) - campaign.variants.begin()];
    EXPECT_EQ(count[0], 16'384);
    EXPECT_EQ(count[1], 0);
    EXPECT_EQ(count[2], 49'152);
}

TEST(RememberAsks, OfTooManyTheEarliestByTheClockGoes) {
    ReaderState state;
    for (std::int64_t i = 0; i < 64; ++i)
        add_ask(state, {30'000'000 + (i == 0 ? 500 : i), AskKind::donation, 1, false}, test_arena());
    add_ask(state, {30'000'100, AskKind::donation, 2, false}, test_arena());
    ASSERT_EQ(state.asks.size(), most_asks);
    EXPECT_EQ(state.asks[0].minute, 30'000'500);
    EXPECT_EQ(state.asks[1].minute, 30'000'002);
    EXPECT_EQ(state.asks.back().campaign, 2U);
    add_ask(state, {29'000'000, AskKind::donation, 3, false}, test_arena());
    EXPECT_EQ(state.asks.back().campaign, 2U) << "what came before all of a full log is not kept";
}

TEST(RememberAsks, SubscriptionsOnceAndNoMoreThanSixteen) {
    ReaderState state;
    for (int i = 0; i < 20; ++i) add_subscription(state, kept(std::to_string(i)), test_arena());
    add_subscription(state, "19", test_arena());
    ASSERT_EQ(state.subscribed.size(), most_lists);
    EXPECT_EQ(state.subscribed[0], hash_address("4"));
}

TEST(ReadingWeeks, MondaysOfTheReadersZone) {
    const auto monday = [](std::string_view time) { return monday_of(*parse_time(time)); };
    EXPECT_EQ(monday("2026-11-23T00:00:00Z"), 20780);
    EXPECT_EQ(monday("2026-11-29T23:59:59Z"), 20780);
    EXPECT_EQ(monday("2026-11-30T00:00:00Z"), 20787);
    EXPECT_EQ(monday("2026-11-29T23:30:00-05:00"), 20780);
    EXPECT_EQ(monday("2026-11-30T00:30:00+09:00"), 20787);
    EXPECT_EQ(monday("1970-01-01T00:00:00Z"), -3);
    EXPECT_EQ(monday("1969-12-29T00:00:00Z"), -3);
    EXPECT_EQ(monday("1969-12-28T23:59:59Z"), -10);
}

TEST(ReadingWeeks, FiftyTwoInOrderWhateverTheClockDoes) {
    List<ReadWeek> weeks;
    for (std::int32_t i = 0; i < 60; ++i) count_article(weeks, 20'780 + 7 * (i * 37 % 60), {}, test_arena());
    ASSERT_EQ(weeks.size(), most_weeks);
    for (std::size_t i = 1; i < weeks.size(); ++i) EXPECT_LT(weeks[i - 1].monday, weeks[i].monday);
    EXPECT_EQ(weeks.back().monday, 20'780 + 7 * 59);
}

TEST(ReadingWeeks, TagsInAnyLettersOncePerArticle) {
    List<ReadWeek> weeks;
    count_article(weeks, 20'780, list_of<std::string_view>({"Sea", "SEA", "Sky"}), test_arena());
    count_article(weeks, 20'780, list_of<std::string_view>({"sea"}), test_arena());
    ASSERT_EQ(weeks[0].tags.size(), 2U);
    EXPECT_EQ(weeks[0].tags[0].tag, hash_tag("sEa"));
    EXPECT_EQ(weeks[0].tags[0].count, 2);
    for (int i = 0; i < 9; ++i)
        count_article(weeks, 20'780, list_of({kept(std::to_string(i))}), test_arena());
    EXPECT_EQ(weeks[0].tags.size(), most_week_tags);
    EXPECT_EQ(weeks[0].tags[0].tag, hash_tag("sea")) << "what was met once goes first";
}

}  // namespace
}  // namespace longread
