#include <gtest/gtest.h>

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

}  // namespace
}  // namespace longread
