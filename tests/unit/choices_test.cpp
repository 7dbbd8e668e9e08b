#include <gtest/gtest.h>

#include "decide/choose_prompt.h"
#include "decide/choose_rails.h"
#include "test_arena.h"

namespace longread {
namespace {

Card card(std::string_view url, std::initializer_list<std::string_view> tags = {},
          std::string_view date = {}) {
    Card made;
    made.url = kept(url);
    made.title = made.url;
    made.tags = list_of(tags);
    made.published = parse_time(date);
    return made;
}

Feed feed(std::initializer_list<Card> cards) { return {"", list_of(cards)}; }

std::string urls(const List<Card>& cards) {
    std::string all;
    for (const Card& one : cards) all += string_of(one.url) + " ";
    return all;
}

Surroundings story_about(std::string_view tag) {
    Surroundings around;
    around.story = card("/self", {tag});
    return around;
}

TEST(ChooseRails, FilledFromFeedsWithoutRepeats) {
    Surroundings around = story_about("x");
    around.rails = list_of<Rail>({{"Tides", "tides", {}, true}, {"Latest", "", {}, true}});
    const Feed stories = feed({card("/1", {"Tides"}, "2026-01-01"), card("/2", {}, "2026-03-01"),
                               card("/self", {"tides"}), card("/shown"), card("/3", {}, "2026-02-01")});
    const auto rails = choose_rails(around, list_of({stories}), list_of({card("/shown")}), test_arena());
    ASSERT_EQ(rails.size(), 2U);
    EXPECT_EQ(rails[0].title, "Tides");
    EXPECT_EQ(urls(rails[0].items), "/1 ");
    EXPECT_EQ(urls(rails[1].items), "/2 /3 ");
}

TEST(ChooseRails, EmptyRailsVanish) {
    Surroundings around = story_about("x");
    around.rails = list_of<Rail>(
        {{"Trump transition", "trump", {}, true}, {"Latest", "", {}, true}, {"By hand", "", {}, false}});
    EXPECT_TRUE(choose_rails(around, {}, {}, test_arena()).empty());
}

Campaign campaign(std::string_view id, std::int64_t priority = 0, std::string_view start = {},
                  std::string_view end = {}) {
    Campaign made;
    made.id = id;
    made.priority = priority;
    made.start = parse_time(start);
    made.end = parse_time(end);
    made.variants.add({}, test_arena()).heading = made.id;
    return made;
}

std::string_view chosen(std::initializer_list<Campaign> campaigns, std::string_view now,
                        const Surroundings& around = {}) {
    const auto prompt = choose_prompt(around, list_of(campaigns), parse_time(now));
    return prompt ? prompt->variant.heading : "none";
}

TEST(ChoosePrompt, OnlyWhileItRuns) {
    const std::initializer_list<Campaign> all = {campaign("december", 0, "2026-12-01", "2027-01-01")};
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
    Surroundings around;
    around.sensitive = true;
    EXPECT_EQ(chosen({campaign("a")}, "2026-01-01", around), "none");
}

}  // namespace
}  // namespace longread
