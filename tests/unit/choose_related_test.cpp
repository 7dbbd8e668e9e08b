#include "decide/choose_related.h"

#include <gtest/gtest.h>

#include "decide/related/rank_cards.h"
#include "read/read_related_options.h"
#include "test_arena.h"

namespace longread {
namespace {

Card card(std::string_view url, std::string_view title, std::string_view date = {},
          std::initializer_list<std::string_view> tags = {}) {
    Card made;
    made.url = kept(url);
    made.title = kept(title);
    made.tags = list_of(tags);
    made.published = parse_time(date);
    return made;
}

ScoredCard scored(const Card& card, std::int32_t score, std::uint32_t copies = 0) {
    return {card, score, copies, {}};
}

// A candidate of which nothing matters but what is given; the title is unlike all others.
ScoredCard plain(std::string_view url, std::int32_t score, std::string_view date = {}) {
    return scored(card(url, "w" + string_of(url).substr(1), date), score);
}

Surroundings page(std::string_view title = "Harbour pilots",
                  std::initializer_list<std::string_view> tags = {}, std::string_view date = {}) {
    Surroundings around;
    around.story = card("/self", title, date, tags);
    around.subject = story_of(around.story, test_arena());
    return around;
}

std::string urls(const List<Card>& cards) {
    std::string all;
    for (const Card& one : cards) all += string_of(one.url) + " ";
    return all;
}

List<Card> choose(const Surroundings& around, std::initializer_list<ScoredCard> candidates,
                  std::string_view options = {}, std::string_view now = {}) {
    Analyser analyser(Stemming::english_only, test_arena());
    return choose_related(around, list_of(candidates), read_related_options(options), parse_time(now),
                          analyser, test_arena());
}

List<Card> choose_from_feed(const Surroundings& around, std::initializer_list<Card> cards) {
    Analyser analyser(Stemming::english_only, test_arena());
    List<Feed> feeds;
    feeds.add({"", list_of(cards)}, test_arena());
    const List<ScoredCard> ranked = rank_cards(around, feeds, analyser, test_arena());
    return choose_related(around, ranked, {}, {}, analyser, test_arena());
}

TEST(ChooseRelated, CuratedFirstThenByScore) {
    Surroundings around = page();
    around.related = list_of({card("/curated", "Chosen by hand"), card("/second", "Also")});
    EXPECT_EQ(urls(choose(around, {plain("/low", 200), plain("/high", 900), plain("/middle", 500)})),
              "/curated /second /high /middle /low ");
}

TEST(ChooseRelated, EqualsByDateThenIdThenAddress) {
    ScoredCard second = plain("/b", 500, "2026-01-01");
    ScoredCard first = plain("/c", 500, "2026-01-01");
    first.card.id = "1";
    second.card.id = "2";
    EXPECT_EQ(urls(choose(page(), {plain("/z", 500), plain("/a", 500), second, first,
                                   plain("/new", 500, "2026-02-01")})),
              "/new /c /b /a /z ");
}

TEST(ChooseRelated, NeverItselfNorTwiceNorWhatTheRailsHave) {
    Surroundings around = page();
    around.story.id = "7";
    ScoredCard same_id = plain("/other-url", 900);
    same_id.card.id = "7";
    around.related = list_of({card("/self", "Self"), card("/a", "One"), card("/a", "One")});
    around.rails = list_of<Rail>({{"By hand", "", list_of({card("/rail", "In a rail")}), false}});
    EXPECT_EQ(urls(choose(around, {plain("/a", 800), same_id, plain("/b", 700), plain("/b", 600),
                                   plain("/self", 999), plain("/rail", 900)})),
              "/a /b ");
}

TEST(ChooseRelated, NothingBelowTheFloor) {
    EXPECT_EQ(urls(choose(page(), {plain("/a", 99), plain("/b", 100)})), "/b ");
    EXPECT_EQ(urls(choose(page(), {plain("/a", 99), plain("/b", 100)}, "floor=50")), "/b /a ");
    EXPECT_EQ(urls(choose(page(), {plain("/a", 0)}, "floor=0")), "");
}

TEST(ChooseRelated, AtMostEight) {
    List<ScoredCard> many;
    for (int i = 0; i < 3000; ++i) many.add(plain("/" + std::to_string(i), 500), test_arena());
    Analyser analyser(Stemming::english_only, test_arena());
    EXPECT_EQ(choose_related(page(), many, {}, {}, analyser, test_arena()).size(), 8U);
}

TEST(ChooseRelated, NewStoriesByHalfLife) {
    const std::initializer_list<ScoredCard> candidates = {plain("/old", 500, "2026-03-01"),
                                                          plain("/new", 300, "2026-03-31")};
    EXPECT_EQ(urls(choose(page(), candidates, "", "2026-03-31")), "/old /new ");
    EXPECT_EQ(urls(choose(page(), candidates, "half-life=30", "2026-03-31")), "/new /old ");
    EXPECT_EQ(urls(choose(page(), candidates, "half-life=300", "2026-03-31")), "/old /new ");
    // What is as old as the page is no old story there.
    EXPECT_EQ(
        urls(choose(page("Harbour pilots", {}, "2026-03-01"), candidates, "half-life=30", "2026-03-31")),
        "/old /new ");
    // Without a clock only the page's own date counts; dates in years to come do no harm.
    EXPECT_EQ(urls(choose(page("Harbour pilots", {}, "2026-03-31"), candidates, "half-life=30")),
              "/new /old ");
    EXPECT_EQ(urls(choose(page(), {plain("/a", 900, "9999-12-31"), plain("/b", 400, "0001-01-01")},
                          "half-life=36500", "2026-03-31")),
              "/a /b ");
}

TEST(ChooseRelated, ReadStoriesOnlyWhereFewerThanThreeRemain) {
    const auto read = [](std::string_view url, std::int32_t score) {
        ScoredCard made = plain(url, score);
        made.card.is_read = true;
        return made;
    };
    EXPECT_EQ(urls(choose(page(), {read("/r1", 900), read("/r2", 800), plain("/a", 300), plain("/b", 200)})),
              "/a /b /r1 ");
    EXPECT_EQ(urls(choose(page(), {read("/r1", 900), plain("/a", 300), plain("/b", 200), plain("/c", 150)})),
              "/a /b /c ");
}

TEST(ChooseRelated, AtMostTwoOfASeries) {
    std::initializer_list<ScoredCard> parts = {plain("/1", 900), plain("/2", 800), plain("/3", 700),
                                               plain("/other", 200)};
    List<ScoredCard> candidates = list_of(parts);
    for (std::size_t i = 0; i < 3; ++i) candidates[i].card.series = "Diplomacy Watch";
    Analyser analyser(Stemming::english_only, test_arena());
    EXPECT_EQ(urls(choose_related(page(), candidates, {}, {}, analyser, test_arena())), "/1 /2 /other ");
}

TEST(ChooseRelated, OfCopiesTheNewest) {
    const std::string_view title = "Ferry company cancels all sailings after storm warning for the coast";
    EXPECT_EQ(urls(choose(page(), {scored(card("/first", title, "2026-01-01"), 900), plain("/b", 500),
                                   scored(card("/later", title, "2026-01-02"), 800)})),
              "/later /b ");
    // Groups that an archive knows of, without the same words on the cards.
    EXPECT_EQ(
        urls(choose(page(), {scored(card("/x", "One thing"), 900, 4), scored(card("/y", "Another"), 800, 4),
                             scored(card("/z", "Third"), 700, 5)})),
        "/x /z ");
    // Nor a copy of the page's own story, or of a curated one.
    EXPECT_EQ(urls(choose(page(title), {scored(card("/copy", title), 900), plain("/b", 500)})), "/b ");
    Surroundings around = page();
    around.related = list_of({card("/mine", title)});
    EXPECT_EQ(urls(choose(around, {scored(card("/copy", title), 900), plain("/b", 500)})), "/mine /b ");
}

TEST(ChooseRelated, WhatRepeatsWhatIsChosenStandsBack) {
    EXPECT_EQ(urls(choose(page(), {scored(card("/1", "storm harbour ferry pilots"), 900),
                                   scored(card("/2", "storm harbour ferry islands"), 890),
                                   scored(card("/3", "election results tonight"), 800)})),
              "/1 /3 /2 ");
}

TEST(ChooseRelated, ByWordsAndTagsOfAFeed) {
    const Surroundings around = page("Storm closes the harbour", {"Energy"});
    const List<Card> chosen = choose_from_feed(
        around, {card("/a", "Election results tonight"), card("/b", "After storms, Leith Harbours reopen"),
                 card("/c", "Grid operator warns of shortage", {}, {"energy"}), card("/d", "A new gallery"),
                 card("/e", "Gallery opens after election")});
    EXPECT_EQ(urls(chosen), "/b /c ");
    EXPECT_EQ(string_of(chosen[0].reason), "Harbours");
    EXPECT_EQ(string_of(chosen[1].reason), "energy");
    // Words that are no names say nothing.
    EXPECT_EQ(
        string_of(choose_from_feed(page("They cannot say"), {card("/a", "Why we cannot say")})[0].reason),
        "");
}

TEST(ChooseRelated, ReasonsAreWrittenAsTheCardWritesThem) {
    const Surroundings around = page("Rail link through Central Asia nears completion");
    const List<Card> chosen =
        choose_from_feed(around, {card("/a", "What Central Asia wants from its neighbours"),
                                  card("/b", "A recipe for bread"), card("/c", "Bread and rail")});
    ASSERT_FALSE(chosen.empty());
    EXPECT_EQ(string_of(chosen[0].reason), "Central Asia");
    // Of an archive's story it is not known which terms decided: those that are frequent on the page.
    Surroundings long_page = page("Ukraine talks");
    long_page.subject.text = "Talks in Geneva. Talks on Ukraine. Geneva hopes. Ukraine waits in Geneva.";
    const List<Card> archive = choose(long_page, {scored(card("/x", "Geneva prepares for winter"), 300),
                                                  scored(card("/y", "Nothing to do with it"), 300)});
    EXPECT_EQ(string_of(archive[0].reason), "Geneva");
    EXPECT_EQ(string_of(archive[1].reason), "");
}

TEST(ChooseRelated, JapaneseByPairsOfCharacters) {
    const Surroundings around = page("東京都で大雪の警報");
    const List<Card> chosen = choose_from_feed(
        around,
        {card("/a", "大雪で電車が止まる"), card("/b", "新しい映画が公開"), card("/c", "映画祭が公開される")});
    ASSERT_EQ(urls(chosen), "/a ");
    EXPECT_EQ(string_of(chosen[0].reason), "大雪");
}

TEST(ReadRelatedOptions, WhatMakesNoSenseChangesNothing) {
    EXPECT_EQ(read_related_options("half-life=30 floor=60").half_life_days, 30);
    EXPECT_EQ(read_related_options("half-life=30 floor=60").floor, 60);
    const RelatedOptions defaults;
    for (const char* text : {"", "floor", "floor=", "floor=x", "floor=-1", "floor=1001",
                             "floor=99999999999999", "half-life=36501", " = =", "half-life=1.5", "Floor=5"}) {
        EXPECT_EQ(read_related_options(text).floor, defaults.floor) << text;
        EXPECT_EQ(read_related_options(text).half_life_days, defaults.half_life_days) << text;
    }
}

}  // namespace
}  // namespace longread
