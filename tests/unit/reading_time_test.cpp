#include "decide/reading_time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "test_arena.h"

namespace longread {
namespace {

Inline text_of(std::string_view text, InlineKind kind = InlineKind::text) {
    Inline item;
    item.kind = kind;
    item.text = kept(text);
    return item;
}

Block block_of(BlockKind kind, std::string_view text = {}) {
    Block block;
    block.kind = kind;
    if (!text.empty()) block.text.add(text_of(text), test_arena());
    return block;
}

std::string repeat(std::string_view unit, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += unit;
    return out;
}

using Body = std::initializer_list<Block>;

ReadingTime time_of(std::string_view lang, Body body) { return estimate_reading_time(list_of(body), lang); }

// "fast-slow" of one paragraph that holds a unit so many times.
std::string range(std::string_view lang, std::string_view unit, std::size_t times) {
    const ReadingTime time = time_of(lang, {block_of(BlockKind::paragraph, repeat(unit, times))});
    return std::to_string(time.fast_minutes) + "-" + std::to_string(time.slow_minutes);
}

// Only the slow end, in minutes, of a body.
int slow(std::string_view lang, Body body) { return time_of(lang, body).slow_minutes; }

Block& add_child(Block& parent, const Block& child) { return parent.children.add(child, test_arena()); }

TEST(ReadingTime, TheSeedTakesSevenToEightMinutes) {
    std::ifstream file(LONGREAD_SHARED_DIR "/seed/article-page.txt", std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    const std::string page = content.str();
    if (page.empty()) GTEST_SKIP() << "no " LONGREAD_SHARED_DIR "/seed/article-page.txt";
    const std::string_view last = "undiplomatic approach so far.";
    const std::size_t begin = page.find("Recent media reports");
    std::string body = page.substr(begin, page.find(last) + last.size() - begin);
    Blocks paragraphs;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find("\n\n", at), body.size());
        paragraphs.add(block_of(BlockKind::paragraph, body.substr(at, end - at)), test_arena());
        at = end + 2;
    }
    ASSERT_EQ(paragraphs.size(), 12U);
    const ReadingTime time = estimate_reading_time(paragraphs, "en");
    EXPECT_EQ(time.fast_minutes, 7);
    EXPECT_EQ(time.slow_minutes, 8);
}

TEST(ReadingTime, IsAtLeastAMinute) {
    EXPECT_EQ(range("en", "", 0), "1-1");
    EXPECT_EQ(range("en", "a", 1), "1-1");
    const ReadingTime empty = estimate_reading_time({}, {});
    EXPECT_EQ(empty.fast_minutes, 1);
    EXPECT_EQ(empty.slow_minutes, 1);
}

// English: 987 - 118 = 869 characters a minute are slow, 987 + 118 = 1,105 fast; spaces count.
TEST(ReadingTime, RoundsUpAtTheExactCharacter) {
    EXPECT_EQ(range("en", "a", 869), "1-1");
    EXPECT_EQ(range("en", "a", 870), "1-2");
    EXPECT_EQ(range("en", "a", 1105), "1-2");
    EXPECT_EQ(range("en", "a", 1106), "2-2");
    EXPECT_EQ(range("en", "a ", 435), "1-2");
    EXPECT_EQ(range("en", "a", 869'000), "787-1000");
    EXPECT_EQ(range("en", "a", 869'001), "787-1001");
}

TEST(ReadingTime, EveryLanguageOfTheTableReadsItsOwnScriptAtItsOwnRate) {
    struct Case {
        const char* lang;
        const char* letter;
        std::size_t fast;  // characters a minute, mean + deviation
        std::size_t slow;  // mean - deviation
    };
    const Case cases[] = {
        {"en", "a", 1105, 869}, {"ar", "ب", 700, 524},  {"de", "ä", 1006, 834}, {"es", "ñ", 1152, 898},
        {"fi", "ö", 1199, 957}, {"fr", "é", 1124, 872}, {"he", "א", 963, 703},  {"it", "ò", 1090, 810},
        {"ja", "か", 413, 301}, {"nl", "a", 1121, 835}, {"pl", "ł", 1042, 790}, {"pt", "ã", 1058, 768},
        {"ru", "ж", 1161, 811}, {"sl", "č", 1030, 740}, {"sv", "å", 1073, 761}, {"tr", "ı", 1210, 898},
        {"zh", "中", 284, 226}, {"ko", "한", 612, 408}, {"hi", "क", 1088, 820}, {"th", "ก", 880, 730},
        {"vi", "ệ", 1078, 812}, {"uk", "ї", 1068, 804}, {"fa", "پ", 917, 691},  {"ur", "ٹ", 945, 711}};
    for (const Case& c : cases) {
        const auto time = [&c](std::size_t n) {
            return time_of(c.lang, {block_of(BlockKind::paragraph, repeat(c.letter, n))});
        };
        EXPECT_EQ(time(c.slow * 10).slow_minutes, 10) << c.lang;
        EXPECT_EQ(time(c.slow * 10 + 1).slow_minutes, 11) << c.lang;
        EXPECT_EQ(time(c.fast * 10).fast_minutes, 10) << c.lang;
        EXPECT_EQ(time(c.fast * 10 + 1).fast_minutes, 11) << c.lang;
    }
}

TEST(ReadingTime, OtherLanguagesAndScriptsAreReadLikeEnglish) {
    for (const char* lang : {"", "ro", "x", "el"}) EXPECT_EQ(range(lang, "a", 8700), "8-11") << lang;
    EXPECT_EQ(range("el", "ω", 8700), "8-11");
    EXPECT_EQ(range("de-AT", "a", 8340), "9-10");
    EXPECT_EQ(range("DE_ch", "a", 8340), "9-10");
}

TEST(ReadingTime, ScriptsOfOtherLanguagesHaveTheirOwnRate) {
    EXPECT_EQ(range("en", "ж", 8110), "7-10");     // Russian
    EXPECT_EQ(range("uk", "ж", 8040), "8-10");     // Ukrainian
    EXPECT_EQ(range("en", "ب", 5240), "8-10");     // Arabic
    EXPECT_EQ(range("en", "中", 2260), "8-10");    // Chinese: no kana
    EXPECT_EQ(range("en", "中か", 1505), "8-10");  // Japanese: kana
    EXPECT_EQ(range("ja", "中", 3010), "8-10");    // Japanese, whatever is in it
    EXPECT_EQ(range("zh", "か", 2260), "8-10");    // Chinese, whatever is in it
    EXPECT_EQ(range("ru", "a", 8690), "8-10");     // Latin letters as in English
}

// Runs add up, they are not each rounded up; what is no letter counts with what stands before it.
TEST(ReadingTime, MixedTextIsTheSumOfItsRuns) {
    EXPECT_EQ(range("ja", std::string(869, 'a') + repeat("か", 301), 5), "8-10");
    EXPECT_EQ(range("en", std::string(435, 'a') + repeat("中", 113), 1), "1-2");
    EXPECT_EQ(range("en", std::string(434, 'a') + repeat("中", 113), 1), "1-1");
    EXPECT_EQ(range("ja", "、", 3010), "8-10");
    EXPECT_EQ(range("zh", "1", 2260), "8-10");
}

TEST(ReadingTime, PicturesTakeTwelveSecondsAndEachFurtherOneLess) {
    const auto pictures = [](std::size_t n) {
        Block gallery = block_of(BlockKind::gallery);
        for (; n > 0; --n) gallery.images.add({}, test_arena());
        return gallery;
    };
    EXPECT_EQ(slow("en", {pictures(5)}), 1);  // 12 + 11 + 10 + 9 + 8 = 50
    EXPECT_EQ(slow("en", {pictures(6)}), 1);  // 57
    EXPECT_EQ(slow("en", {pictures(7)}), 2);  // 63
    EXPECT_EQ(slow("en", {pictures(3), pictures(3)}), 1);
    EXPECT_EQ(slow("en", {pictures(3), pictures(4)}), 2);
    EXPECT_EQ(slow("en", {pictures(10 + 15)}), 2);  // 75 + 15 times 3 = 120
    EXPECT_EQ(slow("en", {pictures(10 + 16)}), 3);

    Inline picture;
    picture.kind = InlineKind::image;
    const Image image;
    picture.image = &image;
    Block paragraph = block_of(BlockKind::paragraph);
    for (int i = 0; i < 7; ++i) paragraph.text.add(picture, test_arena());
    EXPECT_EQ(slow("en", {paragraph}), 2);
}

TEST(ReadingTime, TablesTakeThreeSecondsARowAndTheirText) {
    Block table = block_of(BlockKind::table);
    for (int i = 0; i < 20; ++i) add_child(table, block_of(BlockKind::table_row));
    EXPECT_EQ(slow("en", {table}), 1);
    add_child(table.children[19], block_of(BlockKind::table_cell, "a"));
    EXPECT_EQ(slow("en", {table}), 2);
}

TEST(ReadingTime, CodeIsReadAtHalfTheSpeed) {
    Block code = block_of(BlockKind::code);
    code.plain = kept(std::string(434, 'a'));
    EXPECT_EQ(slow("en", {code}), 1);  // 868 of 869
    code.plain = kept(std::string(435, 'a'));
    EXPECT_EQ(slow("en", {code}), 2);
    Block paragraph = block_of(BlockKind::paragraph);
    paragraph.text.add(text_of(std::string(435, 'a'), InlineKind::code), test_arena());
    EXPECT_EQ(slow("en", {paragraph}), 2);
}

TEST(ReadingTime, TextIsFoundWhereverItStands) {
    const std::string minute(869, 'a');
    Block quote = block_of(BlockKind::quote);
    add_child(quote, block_of(BlockKind::paragraph, minute));
    Block item = block_of(BlockKind::list_item);
    add_child(item, quote);
    Block list = block_of(BlockKind::list);
    add_child(list, item);
    Block aside = block_of(BlockKind::aside);
    aside.title = minute;
    Block entry = block_of(BlockKind::timeline_entry);
    entry.plain = minute;
    Block timeline = block_of(BlockKind::timeline);
    add_child(timeline, entry);
    Inline strong = text_of("", InlineKind::strong);
    strong.children.add(text_of(minute), test_arena());
    Block paragraph = block_of(BlockKind::paragraph);
    paragraph.text.add(strong, test_arena());
    EXPECT_EQ(slow("en", {list, aside, timeline, paragraph, block_of(BlockKind::heading, minute)}), 5);
}

TEST(ReadingTime, CaptionsAlternativeTextsAndEmbedsDoNotCount) {
    const std::string much(100'000, 'a');
    Block image = block_of(BlockKind::image, much);
    image.images.add({}, test_arena());
    image.images[0].alt = image.images[0].caption = image.images[0].credit = much;
    Block table = block_of(BlockKind::table, much);
    Block embed = block_of(BlockKind::embed, much);
    embed.title = much;
    EXPECT_EQ(slow("en", {image, block_of(BlockKind::gallery, much), table, embed,
                          block_of(BlockKind::audio, much), block_of(BlockKind::video, much)}),
              1);
}

TEST(ReadingTime, BrokenBytesCountAndDoNoHarm) { EXPECT_EQ(range("en", "\xFF", 870), "1-2"); }

}  // namespace
}  // namespace longread
