#include "base/tidy_text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "base/text.h"
#include "test_arena.h"

namespace longread {
namespace {

std::string tidy(std::string_view text, std::string_view lang = "en") {
    return std::string(tidy_text(text, lang, test_arena()));
}

TEST(TidyText, CollapsesWhiteSpace) {
    EXPECT_EQ(tidy("  one \t\r\n two\fthree  "), "one two three");
    EXPECT_EQ(tidy("unclear.  Initially"), "unclear. Initially");
    EXPECT_EQ(tidy("a\u2028b\u2029c\vd"), "a b c d");
    EXPECT_EQ(tidy(""), "");
    EXPECT_EQ(tidy(" \n "), "");
}

TEST(TidyText, ALoneNoBreakSpaceStaysAndARunOfThemIsASpace) {
    EXPECT_EQ(tidy("10\u00A0km"), "10\u00A0km");
    EXPECT_EQ(tidy("vraiment\u00A0!", "fr"), "vraiment\u00A0!");
    EXPECT_EQ(tidy("allies.\u00A0\u00A0Then"), "allies. Then");
    EXPECT_EQ(tidy("mid-1990s.\u00A0 \u00A0"), "mid-1990s.");
    EXPECT_EQ(tidy("a \u00A0b"), "a b");
    EXPECT_EQ(tidy("\u00A0"), "");
    EXPECT_EQ(tidy("\u00A0 \u00A0\n"), "");
    EXPECT_EQ(tidy("1\u202F000"), "1\u202F000");
}

TEST(TidyText, ControlCharactersVanish) {
    EXPECT_EQ(tidy(std::string_view("a\0b\x01"
                                    "c\x7F"
                                    "d\u0080e\uFEFF"
                                    "f",
                                    14)),
              "abcdef");
    EXPECT_EQ(tidy("a\xFFz"), "a\uFFFDz");
}

TEST(TidyText, EnglishQuotes) {
    EXPECT_EQ(tidy(R"("Yes," he said.)"), "“Yes,” he said.");
    EXPECT_EQ(tidy(R"(He said "yes" and "no".)"), "He said “yes” and “no”.");
    EXPECT_EQ(tidy(R"("He called it 'business as usual.'")"), "“He called it ‘business as usual.’”");
    EXPECT_EQ(tidy(R"(("so"))"), "(“so”)");
    EXPECT_EQ(tidy(R"(word--"quoted"--word)"), "word—“quoted”—word");
    EXPECT_EQ(tidy(R"(the "$5" note)"), "the “$5” note");
    EXPECT_EQ(tidy(R"(In "1984" he)"), "In “1984” he");
    EXPECT_EQ(tidy(R"("" and '')"), "“” and ‘’");
}

TEST(TidyText, Apostrophes) {
    EXPECT_EQ(tidy("don't"), "don’t");
    EXPECT_EQ(tidy("the dogs' bowl"), "the dogs’ bowl");
    EXPECT_EQ(tidy("the '90s and the 1990's"), "the ’90s and the 1990’s");
    EXPECT_EQ(tidy("rock 'n' roll"), "rock ’n’ roll");
    EXPECT_EQ(tidy("'Tis the season, get 'em"), "’Tis the season, get ’em");
    EXPECT_EQ(tidy("l'amour", "fr"), "l’amour");
    EXPECT_EQ(tidy("un po' di", "it"), "un po’ di");
    EXPECT_EQ(tidy("'s avonds in 't veld", "nl"), "’s avonds in ’t veld");
    EXPECT_EQ(tidy("п'ять", "uk"), "п’ять");
    EXPECT_EQ(tidy("Das ist Max' Haus", "de"), "Das ist Max’ Haus");
    EXPECT_EQ(tidy("it's \"John's\" car", "ja"), "it’s \"John’s\" car");
}

TEST(TidyText, FeetAndInchesStay) {
    EXPECT_EQ(tidy(R"(He is 6'2" tall.)"), R"(He is 6'2" tall.)");
    EXPECT_EQ(tidy(R"(a 5" gun)"), R"(a 5" gun)");
    EXPECT_EQ(tidy("1'000'000"), "1'000'000");
}

TEST(TidyText, CurlyTextStaysAsItIs) {
    const std::string_view texts[] = {
        "“Until Russia … there can be no return to ‘business as usual.’ We will.”",
        "the Kremlin’s — an assurance – since",
        "„Ja“, sagte er",
        "« Oui », dit-il",
        "”Ja”",
        "「はい」"};
    for (const char* lang : {"en", "de", "fr", "sv", "ja"}) {
        for (const std::string_view text : texts) EXPECT_EQ(tidy(text, lang), text) << lang;
    }
}

TEST(TidyText, ACurlyQuoteOpensWhatAStraightOneCloses) {
    EXPECT_EQ(tidy("“In 1984\" he"), "“In 1984” he");
    EXPECT_EQ(tidy("„Im Jahr 1984\" war", "de"), "„Im Jahr 1984“ war");
}

TEST(TidyText, EveryLanguageHasItsQuotes) {
    const auto quoted = [](std::string_view lang) { return tidy(R"(a "b 'c' d" e)", lang); };
    EXPECT_EQ(quoted("en-GB"), "a “b ‘c’ d” e");
    EXPECT_EQ(quoted("es"), "a «b “c” d» e");
    EXPECT_EQ(quoted("es-MX"), "a «b “c” d» e");
    EXPECT_EQ(quoted("fr"), "a «\u202Fb “c” d\u202F» e");
    EXPECT_EQ(quoted("de"), "a „b ‚c‘ d“ e");
    EXPECT_EQ(quoted("it"), "a «b “c” d» e");
    EXPECT_EQ(quoted("pt"), "a “b ‘c’ d” e");
    EXPECT_EQ(quoted("nl"), "a “b ‘c’ d” e");
    EXPECT_EQ(quoted("pl"), "a „b «c» d” e");
    EXPECT_EQ(quoted("ru"), "a «b „c“ d» e");
    EXPECT_EQ(quoted("uk"), "a «b „c“ d» e");
    EXPECT_EQ(quoted("sv"), "a ”b ’c’ d” e");
    EXPECT_EQ(quoted("da"), "a “b ‘c’ d” e");
    EXPECT_EQ(quoted("nb"), "a «b ‘c’ d» e");
    EXPECT_EQ(quoted("fi"), "a ”b ’c’ d” e");
    EXPECT_EQ(quoted("ar"), "a ”b ’c‘ d“ e");
    EXPECT_EQ(quoted("xx"), "a “b ‘c’ d” e");
    EXPECT_EQ(quoted(""), "a “b ‘c’ d” e");
    EXPECT_EQ(quoted("deu"), "a “b ‘c’ d” e");
}

TEST(TidyText, FrenchSpacesInsideQuotesAreNarrow) {
    EXPECT_EQ(tidy(R"(Il dit "oui".)", "fr"), "Il dit «\u202Foui\u202F».");
    EXPECT_EQ(tidy(R"(Il dit " oui " et part.)", "fr"), "Il dit «\u202Foui\u202F» et part.");
    EXPECT_EQ(tidy(R"("Oui!" dit-il)", "fr"), "«\u202FOui!\u202F» dit-il");
}

TEST(TidyText, JapaneseQuotesStandAtJapaneseTextOnly) {
    EXPECT_EQ(tidy(R"(彼は"はい"と言った)", "ja"), "彼は「はい」と言った");
    EXPECT_EQ(tidy(R"("はい"と)", "ja"), "「はい」と");
    EXPECT_EQ(tidy(R"("彼は'はい'と言った")", "ja"), "「彼は『はい』と言った」");
    EXPECT_EQ(tidy(R"(He said "yes" to it)", "ja"), R"(He said "yes" to it)");
}

TEST(TidyText, HebrewGershayimStay) { EXPECT_EQ(tidy("צה\"ל", "he"), "צה\"ל"); }

TEST(TidyText, Dashes) {
    EXPECT_EQ(tidy("an assurance -- belied -- by"), "an assurance — belied — by");
    EXPECT_EQ(tidy("an assurance--belied--by"), "an assurance—belied—by");
    EXPECT_EQ(tidy("an assurance---belied"), "an assurance—belied");
    EXPECT_EQ(tidy("an assurance - belied - by"), "an assurance — belied — by");
    EXPECT_EQ(tidy("Zusage - und -- Absage", "de"), "Zusage – und – Absage");
    EXPECT_EQ(tidy("ett löfte - sedan", "sv"), "ett löfte – sedan");
    EXPECT_EQ(tidy("- Da, skazal", "ru"), "- Da, skazal");
}

TEST(TidyText, HyphensThatAreNoDashesStay) {
    for (const char* text : {"well-known", "pre- and post-war", "2 - 1", "2021-07-30", "use --help now",
                             "-----", "a <!-- b --> c", "https://a.example/b--c", "www.a.example/b--c...d",
                             "xn--bcher-kva", "http://a.example/x...y", "- item"}) {
        EXPECT_EQ(tidy(text), text);
    }
}

TEST(TidyText, Ellipses) {
    EXPECT_EQ(tidy("wait... what"), "wait… what");
    EXPECT_EQ(tidy("\"...and so on....\""), "“…and so on….”");
    EXPECT_EQ(tidy("a..b"), "a..b");
    EXPECT_EQ(tidy("....."), ".....");
    EXPECT_EQ(tidy("../x"), "../x");
}

TEST(TextTidier, QuotesCloseAcrossInlineMarkup) {
    TextTidier tidier("en", test_arena());
    EXPECT_EQ(tidier.run("He said \""), "He said “");
    EXPECT_EQ(tidier.run("yes"), "yes");
    EXPECT_EQ(tidier.run("\" and \""), "” and “");
    EXPECT_EQ(tidier.run("no"), "no");
    EXPECT_EQ(tidier.run("\"."), "”.");
}

TEST(TextTidier, ApostrophesAndSpacesKnowWhatStoodBefore) {
    TextTidier tidier("en", test_arena());
    EXPECT_EQ(tidier.run("  He"), "He");
    EXPECT_EQ(tidier.run("'s here "), "’s here ");
    EXPECT_EQ(tidier.run(" now"), "now");
    EXPECT_EQ(tidier.run(" and"), " and");
    tidier.restart();
    EXPECT_EQ(tidier.run(" 'then'"), "‘then’");
    tidier.restart();
    tidier.object();
    EXPECT_EQ(tidier.run("'s"), "’s");
    EXPECT_EQ(tidier.run(" x"), " x");
}

TEST(TextTidier, AParagraphThatDoesNotCloseItsQuoteLeavesTheNextAlone) {
    TextTidier tidier("en", test_arena());
    EXPECT_EQ(tidier.run("\"One."), "“One.");
    tidier.restart();
    EXPECT_EQ(tidier.run("\"Two.\""), "“Two.”");
}

// What may never change: the letters and digits, in their order.
std::u32string word_characters(std::string_view text) {
    std::u32string words;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        if (is_word(c.value)) words += c.value;
        i += c.size;
    }
    return words;
}

TEST(TidyText, NoLetterIsEverLost) {
    constexpr std::string_view pieces[] = {
        "a",  "B",  "7",    "90",   "n",      "s",      "tis", "é",       "ж",      "ا",      "א",    "日",
        "カ", "한", "ก",    "क",    "😀",      " ",      "  ",  "\n",      "\u00A0", "\u202F", "'",    "\"",
        "'",  "\"", "-",    "--",   "---",    ".",      "...", "….",      ",",      "!",      "(",    ")",
        "“",  "”",  "„",    "«",    "»",      "‘",      "’",   "「",      "」",     "://",    "www.", "xn",
        "<",  ">",  "\x01", "\xFF", "\u200C", "\u0301", "/",   "\xE2\x80"};
    std::uint32_t state = 7;
    const auto random = [&state](std::size_t below) {
        state = state * 1'664'525U + 1'013'904'223U;
        return (state >> 8U) % below;
    };
    for (int i = 0; i < 60'000; ++i) {
        const char* const languages[] = {"en", "de", "fr", "ja", "sv", "ar", "he", "nl", "pl", "xx"};
        const char* lang = languages[static_cast<std::size_t>(i) % std::size(languages)];
        std::string whole;
        std::string in_runs;
        Arena arena;
        TextTidier tidier(lang, arena);
        for (std::size_t runs = 1 + random(3); runs > 0; --runs) {
            std::string text;
            for (std::size_t n = random(9); n > 0; --n) text += pieces[random(std::size(pieces))];
            // A cut between two runs may split no character.
            ASSERT_EQ(word_characters(tidy_text(text, lang, arena)), word_characters(text))
                << testing::PrintToString(text) << lang;
            in_runs += tidier.run(text);
            whole += text + "|";
        }
        ASSERT_EQ(word_characters(in_runs), word_characters(whole)) << testing::PrintToString(whole) << lang;
        EXPECT_EQ(in_runs.find("  "), std::string::npos) << testing::PrintToString(whole);
    }
}

// Half a megabyte takes some milliseconds; were the time quadratic, it would be minutes.
TEST(TidyText, ALongTextTakesLinearTime) {
    for (const char* piece : {"\"", "'", "-", ".", "a--b", " ", "\u00A0", "'n", "a...b"}) {
        std::string text;
        while (text.size() < 500'000) text += piece;
        const auto start = std::chrono::steady_clock::now();
        EXPECT_EQ(word_characters(tidy_text(text, "fr", fresh_arena())), word_characters(text));
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << piece;
    }
}

TEST(LooksLikeSlug, FileNamesAndSlugs) {
    for (const char* alt : {"Putin-biden", "IMG_2041.jpg", "my photo.JPG", "picture.webp", "hero_image",
                            "a-b-c", "img-2041", "IMG2041", "DSC01234", "DSC-01234", "20210730", "image0001",
                            " Putin-biden\n", "ukraine-war-2022"}) {
        EXPECT_TRUE(looks_like_slug(alt)) << alt;
    }
}

TEST(LooksLikeSlug, Words) {
    for (const char* alt : {"",
                            " ",
                            "Bashar al-Assad",
                            "COVID-19",
                            "Spider-Man",
                            "Putin",
                            "ukraine war",
                            "Rolls-Royce",
                            "F-16",
                            "A380",
                            "Boeing747",
                            "Two men, one well-known",
                            "Photo: AP",
                            "B52",
                            "2021",
                            "Jean-Luc",
                            "プーチン",
                            "Visit example.com",
                            "Mr. Jpg",
                            ".jpg",
                            "Euro2020"}) {
        EXPECT_FALSE(looks_like_slug(alt)) << alt;
    }
}

}  // namespace
}  // namespace longread
