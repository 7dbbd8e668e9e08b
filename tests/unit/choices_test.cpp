#include <gtest/gtest.h>

#include "decide/choose_prompt.h"
#include "decide/choose_rails.h"
#include "decide/choose_related.h"

namespace longread {
namespace {

Card card(std::string url, std::vector<std::string> tags = {}, std::string_view date = {}) {
    Card made;
    made.url = std::move(url);
    made.title = made.url;
    made.tags = std::move(tags);
    made.published = parse_time(date);
    return made;
}

std::string urls(const std::vector<Card>& cards) {
    std::string all;
    for (const Card& one : cards) all += one.url + " ";
    return all;
}

Article article_about(std::string tag) {
    Article article;
    article.url = "/self";
    article.tags.push_back({std::move(tag), ""});
    return article;
}

TEST(ChooseRelated, CuratedFirstThenByTagsThenNewest) {
    Article article = article_about("Energy");
    article.related = {card("/curated")};
    const Feed feed{"", {card("/old", {}, "2020-01-01"), card("/new", {}, "2026-01-01"), card("/energy", {"energy"}, "2019-01-01")}};
    EXPECT_EQ(urls(choose_related(article, {feed})), "/curated /energy /new /old ");
}

TEST(ChooseRelated, NeverItselfNorTwice) {
    Article article = article_about("x");
    article.id = "7";
    Card same_id = card("/other-url");
    same_id.id = "7";
    article.related = {card("/self"), card("/a"), card("/a")};
    EXPECT_EQ(urls(choose_related(article, {{"", {card("/a"), same_id, card("/b")}}, {"", {card("/b")}}})), "/a /b ");
}

TEST(ChooseRelated, AtMostEight) {
    Feed feed;
    for (int i = 0; i < 30; ++i) feed.items.push_back(card("/" + std::to_string(i)));
    EXPECT_EQ(choose_related(article_about("x"), {feed}).size(), 8U);
}

TEST(ChooseRails, FilledFromFeedsWithoutRepeats) {
    Article article = article_about("x");
    Rail tides{"Tides", "tides", {}, true};
    Rail latest{"Latest", "", {}, true};
    article.rails = {tides, latest};
    const Feed feed{"", {card("/1", {"Tides"}, "2026-01-01"), card("/2", {}, "2026-03-01"), card("/self", {"tides"}), card("/shown"), card("/3", {}, "2026-02-01")}};
    const auto rails = choose_rails(article, {feed}, {card("/shown")});
    ASSERT_EQ(rails.size(), 2U);
    EXPECT_EQ(urls(rails[0].items), "/1 ");
    EXPECT_EQ(urls(rails[1].items), "/2 /3 ");
}

TEST(ChooseRails, EmptyRailsVanish) {
    Article article = article_about("x");
    article.rails = {{"Trump transition", "trump", {}, true}, {"Latest", "", {}, true}, {"By hand", "", {}, false}};
    EXPECT_TRUE(choose_rails(article, {}, {}).empty());
}

Campaign campaign(std::string id, std::int64_t priority = 0, std::string_view start = {}, std::string_view end = {}) {
    Campaign made;
    made.id = std::move(id);
    made.priority = priority;
    made.start = parse_time(start);
    made.end = parse_time(end);
    made.variants.emplace_back();
    made.variants[0].heading = made.id;
    return made;
}

std::string chosen(const std::vector<Campaign>& campaigns, std::string_view now, const Article& article = {}) {
    const auto prompt = choose_prompt(article, campaigns, parse_time(now));
    return prompt ? prompt->variant.heading : "none";
}

TEST(ChoosePrompt, OnlyWhileItRuns) {
    const std::vector<Campaign> all = {campaign("december", 0, "2026-12-01", "2027-01-01")};
    EXPECT_EQ(chosen(all, "2026-11-30T23:59:59Z"), "none");
    EXPECT_EQ(chosen(all, "2026-12-01T00:00:00Z"), "december");
    EXPECT_EQ(chosen(all, "2026-12-31T23:59:59Z"), "december");
    EXPECT_EQ(chosen(all, "2027-01-01T00:00:00Z"), "none");
    EXPECT_EQ(chosen(all, ""), "none");
}

TEST(ChoosePrompt, HighestPriorityThenFirst) {
    EXPECT_EQ(chosen({campaign("a"), campaign("b", 5), campaign("c", 5)}, ""), "b");
    EXPECT_EQ(chosen({campaign("a", -1), campaign("b", 5, "2030-01-01")}, "2026-01-01"), "a");
    EXPECT_EQ(chosen({}, "2026-01-01"), "none");
}

TEST(ChoosePrompt, NotUnderASensitiveArticle) {
    Article article;
    article.sensitive = true;
    EXPECT_EQ(chosen({campaign("a")}, "2026-01-01", article), "none");
}

}  // namespace
}  // namespace longread
