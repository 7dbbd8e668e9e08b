#include "decide/related/analyse.h"

#include <gtest/gtest.h>

#include "base/hash.h"
#include "decide/related/text_units.h"
#include "test_arena.h"

namespace longread {
namespace {

std::string units(std::string_view text) {
    UnitReader reader(text);
    Unit unit;
    std::string all;
    while (reader.next(unit)) all += string_of(unit.letters) + (unit.is_character() ? "," : " ");
    return all;
}

// The parts of the text that its terms stand for.
std::string terms(std::string_view text, std::string_view lang = "en",
                  Stemming stemming = Stemming::english_only) {
    Analyser analyser(stemming, test_arena());
    List<PlacedTerm> found;
    analyser.add_terms(text, lang, found, test_arena());
    std::string all;
    for (const PlacedTerm& one : found) all += string_of(text.substr(one.begin, one.end - one.begin)) + " ";
    return all;
}

bool are_same(std::string_view one, std::string_view other, std::string_view lang = "en",
              Stemming stemming = Stemming::english_only) {
    Analyser analyser(stemming, test_arena());
    List<PlacedTerm> a;
    List<PlacedTerm> b;
    analyser.add_terms(one, lang, a, test_arena());
    analyser.add_terms(other, lang, b, test_arena());
    if (a.size() != b.size() || a.empty()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].term != b[i].term) return false;
    }
    return true;
}

TEST(TextUnits, WordsAreFolded) {
    EXPECT_EQ(units("The U.S. isn\u2019t 1,000 km AWAY"), "the u s isn t 1 000 km away ");
    EXPECT_EQ(units("ÉCOLE ΟΔΟΣ ПРАВДА Ёлка ŁÓDŹ ＡＢＣ１２"), "école οδοσ правда ёлка łódź abc12 ");
    EXPECT_EQ(units("co\u00ADoperation"), "cooperation ");
    EXPECT_EQ(units(""), "");
    EXPECT_EQ(units("... !? \u2014"), "");
}

TEST(TextUnits, PossessivesAreCut) {
    EXPECT_EQ(units("China's CHINA\u2019S rock'n'roll o'shea's'x"), "china china rock n roll o shea x ");
    EXPECT_EQ(units("China'"), "china ");
    EXPECT_EQ(units("China's"), "china ");
}

TEST(TextUnits, CharactersWhereWordsAreNotWrittenApart) {
    EXPECT_EQ(units("東京タワーtower"), "東,京,タ,ワ,ー,tower ");
    EXPECT_EQ(units("서울에서 봄"), "서울에서 봄 ");
    EXPECT_EQ(units("กา ລາ"), "ก,า,ລ,າ,");
}

TEST(TextUnits, LongWordsAndBadBytesAreBounded) {
    EXPECT_EQ(units(std::string(100'000, 'a')), std::string(64, 'a') + " ");
    EXPECT_EQ(units("a\xFF\xFE b\xE4\xBA"), "a b ");
    std::string long_cyrillic;
    for (int i = 0; i < 1000; ++i) long_cyrillic += "ж";
    EXPECT_EQ(units(long_cyrillic + "x").size(), 65U);
}

TEST(Analyser, StopWordsAndSingleLettersAreLeftOut) {
    EXPECT_EQ(terms("What the minister said, and why he isn't a spy"), "minister said spy ");
    EXPECT_EQ(terms("Der Minister und die Wahl", "de-AT"), "Minister Wahl ");
    EXPECT_EQ(terms("Der Minister und die Wahl", "en"), "Der Minister und die Wahl ");
    EXPECT_EQ(terms("le ministre dans la ville", "fr", Stemming::every_language), "ministre ville ");
}

TEST(Analyser, WordsOfOneStemAreOneTerm) {
    EXPECT_TRUE(are_same("Elections relating", "election related"));
    EXPECT_TRUE(are_same("elections", "election", ""));
    EXPECT_FALSE(are_same("Wahlen", "Wahl", "de"));
    EXPECT_TRUE(are_same("Wahlen", "Wahl", "de", Stemming::every_language));
    EXPECT_TRUE(are_same("выборами", "выборы", "ru", Stemming::every_language));
    EXPECT_TRUE(are_same("bilene", "bilen", "nb-NO", Stemming::every_language));
    EXPECT_TRUE(are_same("Wort", "wort", "xx", Stemming::every_language));
}

TEST(Analyser, PairsOfCharacters) {
    EXPECT_EQ(terms("東京都へ行く", "ja"), "東京 京都 都へ へ行 行く ");
    EXPECT_EQ(terms("これは本です", "ja"), "は本 本で ");
    EXPECT_EQ(terms("本 です", "ja"), "本 ");
    EXPECT_EQ(terms("서울에서", "ko"), "서울에서 서울에서 서울에서 서울에서 ");
    EXPECT_TRUE(are_same("東京", "東京", "zh"));
}

TEST(Analyser, CountsTitleTwiceAndTagsAsTermsOfTheirOwn) {
    Story story;
    story.title = "Elections";
    story.text = "An election on Sunday";
    story.tags = list_of<std::string_view>({"Central  Asia", "central asia", "election"});
    Analyser analyser(Stemming::english_only, test_arena());
    const StoryTerms counted = analyser.count_terms(story, test_arena());
    EXPECT_EQ(counted.length, 7U);
    std::string counts;
    Term before = 0;
    for (const TermCount& one : counted.terms) {
        EXPECT_GT(one.term, before);
        before = one.term;
        if (one.term == hash_text("elect")) counts += "elect " + std::to_string(one.count) + " ";
    }
    EXPECT_EQ(counts, "elect 3 ");
    EXPECT_EQ(counted.terms.size(), 4U);
}

TEST(Analyser, EnormousTextsAreCutAndBadOnesDoNoHarm) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "w" + std::to_string(i) + " ";
    Story story;
    story.text = text;
    for (const Stemming stemming : {Stemming::english_only, Stemming::every_language}) {
        Analyser analyser(stemming, fresh_arena());
        EXPECT_EQ(analyser.count_terms(story, test_arena()).length, 20'000U);
    }
    std::string bytes;
    for (unsigned i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 37 >> (i % 5));
    story.text = bytes;
    story.title = story.dek = bytes;
    story.tags = list_of<std::string_view>({bytes});
    for (const char* lang : {"en", "de", "ja", "x", "-", "\xFF"}) {
        story.lang = lang;
        Analyser analyser(Stemming::every_language, test_arena());
        EXPECT_GT(analyser.count_terms(story, test_arena()).length, 0U);
    }
}

}  // namespace
}  // namespace longread
