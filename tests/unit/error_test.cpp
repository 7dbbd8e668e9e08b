#include "base/error.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace longread {
namespace {

constexpr auto last_code = static_cast<unsigned>(Code::archive_stale);

TEST(Error, NamesStandBesideTheirCodes) {
    EXPECT_EQ(code_name(Code::empty_input), "empty-input");
    EXPECT_EQ(code_name(Code::html_not_json), "html-not-json");
    EXPECT_EQ(code_name(Code::bad_request), "bad-request");
    EXPECT_EQ(code_name(Code::unknown_field), "unknown-field");
    EXPECT_EQ(code_name(Code::slug_alt), "slug-alt");
    EXPECT_EQ(code_name(Code::embed_as_link), "embed-as-link");
    EXPECT_EQ(code_name(Code::stale_campaign), "stale-campaign");
    EXPECT_EQ(code_name(Code::archive_stale), "archive-stale");
}

TEST(Error, EveryCodeHasANameAndASentenceOfItsOwn) {
    std::set<std::string> names;
    std::set<std::string> sentences;
    for (unsigned i = 0; i <= last_code; ++i) {
        const std::string name(code_name(static_cast<Code>(i)));
        const std::string sentence(code_sentence(static_cast<Code>(i)));
        EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos) << name;
        ASSERT_GT(sentence.size(), 10U) << name;
        EXPECT_EQ(sentence.back(), '.') << sentence;
        names.insert(name);
        sentences.insert(sentence);
    }
    EXPECT_EQ(names.size(), last_code + 1);
    EXPECT_EQ(sentences.size(), last_code + 1);
}

TEST(Error, ANumberThatIsNoCodeHasNoName) {
    EXPECT_EQ(code_name(static_cast<Code>(last_code + 1)), "");
    EXPECT_EQ(code_name(static_cast<Code>(255)), "");
    EXPECT_EQ(code_sentence(static_cast<Code>(255)), "");
}

}  // namespace
}  // namespace longread
