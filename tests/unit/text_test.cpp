#include "base/text.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

namespace longread {
namespace {

TEST(Text, EveryCodePointComesBackAsItWentIn) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        TextBuffer bytes;
        append_utf8(bytes, c);
        const CodePoint back = decode_at(bytes, 0);
        ASSERT_EQ(back.value, c);
        ASSERT_EQ(back.size, bytes.size());
    }
}

TEST(Text, KnownEncodings) {
    const auto encode = [](char32_t c) {
        TextBuffer out;
        append_utf8(out, c);
        return std::string(out.view());
    };
    EXPECT_EQ(encode(U'A'), "A");
    EXPECT_EQ(encode(U'é'), "\xC3\xA9");
    EXPECT_EQ(encode(U'€'), "\xE2\x82\xAC");
    EXPECT_EQ(encode(U'😀'), "\xF0\x9F\x98\x80");
    EXPECT_EQ(encode(0xD800), "\xEF\xBF\xBD");
    EXPECT_EQ(encode(0x110000), "\xEF\xBF\xBD");
    EXPECT_EQ(encode(0xFFFFFFFF), "\xEF\xBF\xBD");
}

TEST(Text, BrokenBytesAreReadOneByOneAndNeverBeyondTheEnd) {
    const std::string broken[] = {"\x80",
                                  "\xBF",
                                  "\xC0\x80",
                                  "\xC1\xBF",
                                  "\xC3",
                                  "\xE2\x82",
                                  "\xE0\x80\x80",
                                  "\xED\xA0\x80",
                                  "\xF0\x9F\x98",
                                  "\xF0\x80\x80\x80",
                                  "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80",
                                  "\xFF",
                                  "\xC3(",
                                  "\xE2(\xA1"};
    for (const std::string& text : broken) {
        // A copy of exactly this size: the sanitizer sees a byte read too many.
        const std::unique_ptr<char[]> exact(new char[text.size()]);
        text.copy(exact.get(), text.size());
        const CodePoint c = decode_at(std::string_view(exact.get(), text.size()), 0);
        EXPECT_EQ(c.value, 0xFFFDU) << testing::PrintToString(text);
        EXPECT_EQ(c.size, 1U) << testing::PrintToString(text);
    }
}

TEST(Text, Utf16LengthIsThatOfJavaScript) {
    EXPECT_EQ(utf16_length(""), 0U);
    EXPECT_EQ(utf16_length("abc"), 3U);
    EXPECT_EQ(utf16_length("é€"), 2U);
    EXPECT_EQ(utf16_length("a😀b"), 4U);
    EXPECT_EQ(utf16_length("\xFF\xFE"), 2U);
}

TEST(Text, WordCharacters) {
    for (const char32_t c : U"aZ09éßñøāжЯλאבعقकिกา日本々ひカー한ﬁ２Ａ²½ªº\u0301\u200C\u200D\U00020000") {
        EXPECT_TRUE(c == 0 || is_word(c)) << std::hex << static_cast<std::uint32_t>(c);
    }
    for (const char32_t c :
         U" -_.,!\"'«»“”‘’…–—¿¡×÷±·。、「」・（）！？€£¥©®™→★😀\u00A0\u2009\u202F\u3000\uFEFF\uFFFD،؟।"
         U"\U000E0001") {
        const bool letterlike = c == U'™';  // in the block of letterlike symbols, and read aloud as letters
        EXPECT_EQ(is_word(c), letterlike) << std::hex << static_cast<std::uint32_t>(c);
    }
    EXPECT_FALSE(is_word(0));
}

TEST(Text, TrimTakesHtmlSpaceAndNoBreakSpaceOffBothEnds) {
    EXPECT_EQ(trim(" \t\n\r\f\u00A0a \u00A0 b\u00A0 \n"), "a \u00A0 b");
    EXPECT_EQ(trim("\u00A0\u00A0"), "");
    EXPECT_EQ(trim(" "), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("\xC2"), "\xC2");  // half a no-break space
    EXPECT_EQ(trim("\xA0"), "\xA0");
    EXPECT_EQ(trim("\u00E0"), "\u00E0");  // ends in the byte A0
}

TEST(Text, LowerAsciiLeavesOtherLetters) {
    TextBuffer out;
    append_lower_ascii(out, "ABC xyz [\\] @ É");
    EXPECT_EQ(out.view(), "abc xyz [\\] @ É");
    EXPECT_TRUE(equals_ignoring_ascii_case("aBc-1", "AbC-1"));
    EXPECT_FALSE(equals_ignoring_ascii_case("abc", "abcd"));
    EXPECT_FALSE(equals_ignoring_ascii_case("É", "é"));
    EXPECT_FALSE(equals_ignoring_ascii_case("@", "`"));
}

TEST(Text, WordsOfAList) {
    EXPECT_EQ(word_index("one two three", "one"), 0);
    EXPECT_EQ(word_index("one two three", "three"), 2);
    for (const std::string_view word : {"", "on", "onet", "one two", "Two", " two"}) {
        EXPECT_EQ(word_index("one two three", word), -1) << word;
    }
    EXPECT_EQ(word_index("", "one"), -1);
    EXPECT_EQ(word_index("one two three", "TWO", Letters::any_case), 1);
    EXPECT_TRUE(has_word("one two", "Two"));
    EXPECT_FALSE(has_word("one two", "tw"));
    std::string_view list = "one two";
    EXPECT_EQ(take_word(list), "one");
    EXPECT_EQ(take_word(list), "two");
    EXPECT_EQ(take_word(list), "");
}

TEST(Text, DecimalOfAnyNumber) {
    EXPECT_EQ((std::string_view)Decimal(0), "0");
    EXPECT_EQ((std::string_view)Decimal(-7), "-7");
    EXPECT_EQ((std::string_view)Decimal(1'000'000), "1000000");
    EXPECT_EQ((std::string_view)Decimal(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
    EXPECT_EQ((std::string_view)Decimal(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

}  // namespace
}  // namespace longread
