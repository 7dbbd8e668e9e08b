#include "render/phrases.h"

#include <gtest/gtest.h>

#include <string>

#include "render/slot_phrases.h"

namespace longread {
namespace {

constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::code) + 1;
constexpr std::size_t slot_phrase_count = static_cast<std::size_t>(SlotPhrase::same_topic) + 1;

std::string reading_time_phrase(const ReadingTime& time, Language language) {
    TextBuffer out;
    append_reading_time(out, time, language);
    return std::string(out.view());
}

constexpr Language all_languages[] = {Language::en, Language::es, Language::fr,
                                      Language::de, Language::ar, Language::ja};

TEST(Phrases, EveryLanguageHasEveryPhrase) {
    for (const Language language : all_languages) {
        for (std::size_t i = 0; i < phrase_count; ++i) {
            const auto which = static_cast<Phrase>(i);
            // Japanese bylines open with the name.
            if (which == Phrase::by && language == Language::ja) continue;
            EXPECT_FALSE(phrase(which, language).empty()) << i << " " << static_cast<int>(language);
        }
        EXPECT_TRUE(phrase(static_cast<Phrase>(phrase_count), language).empty())
            << "one phrase too many in " << static_cast<int>(language);
        for (std::size_t i = 0; i < slot_phrase_count; ++i) {
            EXPECT_FALSE(phrase(static_cast<SlotPhrase>(i), language).empty())
                << i << " " << static_cast<int>(language);
        }
        EXPECT_TRUE(phrase(static_cast<SlotPhrase>(slot_phrase_count), language).empty())
            << "one phrase too many in " << static_cast<int>(language);
    }
}

TEST(Phrases, ReadingTime) {
    EXPECT_EQ(reading_time_phrase({7, 8}, Language::en), "7–8 min read");
    EXPECT_EQ(reading_time_phrase({1, 1}, Language::en), "1 min read");
    EXPECT_EQ(reading_time_phrase({3, 4}, Language::de), "3–4 Min. Lesezeit");
    EXPECT_EQ(reading_time_phrase({1, 1}, Language::ar), "قراءة دقيقة واحدة");
    EXPECT_EQ(reading_time_phrase({2, 2}, Language::ar), "قراءة دقيقتين");
    EXPECT_EQ(reading_time_phrase({1, 2}, Language::ar), "قراءة 1–2 دقيقة");
    EXPECT_EQ(reading_time_phrase({4, 5}, Language::ar), "قراءة 4–5 دقائق");
    EXPECT_EQ(reading_time_phrase({5, 6}, Language::ja), "読了時間 5–6分");
}

TEST(Phrases, Authors) {
    EXPECT_EQ(author_separator(0, 3, Language::en), "By ");
    EXPECT_EQ(author_separator(1, 3, Language::en), ", ");
    EXPECT_EQ(author_separator(2, 3, Language::en), " and ");
    EXPECT_EQ(author_separator(1, 2, Language::de), " und ");
    EXPECT_EQ(author_separator(0, 1, Language::ja), "");
    EXPECT_EQ(author_separator(1, 2, Language::ja), "、");
}

}  // namespace
}  // namespace longread
