#include "decide/related/stem_english.h"

#include <gtest/gtest.h>
#include <libstemmer.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>

namespace longread {
namespace {

std::string stem(std::string word) {
    word.resize(stem_english(word.data(), word.size()));
    return word;
}

class Snowball {
  public:
    std::string stem(const std::string& word) {
        const sb_symbol* const stem = sb_stemmer_stem(
            stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
        return {reinterpret_cast<const char*>(stem),
                static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
    }

  private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
    };
    std::unique_ptr<sb_stemmer, Delete> stemmer_{sb_stemmer_new("english", nullptr)};
};

// 64 beginnings, each with one or two of 70 endings: every rule, in and out of its region.
TEST(StemEnglish, IsSnowballsOnAllEndings) {
    const std::string begins[] = {
        "",       "gener",  "commun", "arsen",   "hop",    "hopp",    "bat",    "lik", "cr",   "fl",
        "organ",  "nation", "relat",  "geo",     "biolog", "tr",      "trilog", "a",   "ab",   "ye",
        "say",    "y",      "dy",     "sky",     "sk",     "abil",    "log",    "og",  "gog",  "fluent",
        "er",     "quick",  "hel",    "holl",    "sin",    "pow",     "plan",   "ski", "cry",  "toy",
        "ey",     "bias",   "news",   "proceed", "exceed", "succeed", "inn",    "out", "cann", "herr",
        "earr",   "us",     "gas",    "this",    "kiwi",   "ti",      "die",    "ly",  "pass", "ten",
        "luxuri", "agre",   "feed",   "kn",      "idl",    "gentl"};
    const std::string ends[] = {
        "",       "ational", "tional", "fulness", "ousness", "iveness", "ization", "ation", "lessli",
        "lessly", "bility",  "entli",  "ously",   "fully",   "ality",   "ivity",   "alism", "enci",
        "ency",   "ancy",    "ably",   "ally",    "izer",    "ator",    "logy",    "logi",  "bly",
        "ogy",    "ogi",     "ly",     "li",      "alize",   "icate",   "ative",   "icity", "ical",
        "ness",   "ful",     "ement",  "ance",    "ence",    "able",    "ible",    "ment",  "ant",
        "ent",    "ism",     "ate",    "iti",     "ous",     "ive",     "ize",     "sion",  "tion",
        "ion",    "al",      "er",     "ic",      "e",       "ll",      "s",       "es",    "ies",
        "ied",    "sses",    "us",     "ed",      "eedly",   "ing",     "y"};
    Snowball snowball;
    for (const std::string& begin : begins) {
        for (const std::string& end : ends) {
            for (const std::string& second : ends) {
                const std::string word = begin + end + second;
                ASSERT_EQ(stem(word), snowball.stem(word)) << word;
            }
        }
    }
}

TEST(StemEnglish, IsSnowballsOnAllShortWords) {
    const std::string_view letters = "aeiosdtylgnw";
    Snowball snowball;
    std::string word;
    for (unsigned i = 0; i < 12U * 12 * 12 * 12 * 12; ++i) {
        word.clear();
        for (unsigned rest = i; rest > 0; rest /= 12) word += letters[rest % 12];
        if (!word.empty()) {
            ASSERT_EQ(stem(word), snowball.stem(word)) << word;
        }
    }
}

TEST(StemEnglish, IsSnowballsOnTheWordsOfTheCorpora) {
    const std::filesystem::path folder(LONGREAD_SHARED_DIR "/corpora/related");
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not there";
    std::set<std::string> words;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::string word;
        for (std::istreambuf_iterator<char> at(file), end; at != end; ++at) {
            const char c = static_cast<char>(*at | 0x20);
            if (c >= 'a' && c <= 'z') {
                word += c;
            } else if (!word.empty()) {
                words.insert(word);
                word.clear();
            }
        }
    }
    EXPECT_GT(words.size(), 50'000U);
    Snowball snowball;
    for (const std::string& word : words) ASSERT_EQ(stem(word), snowball.stem(word));
    std::cout << words.size() << " words, all as Snowball has them\n";
}

}  // namespace
}  // namespace longread
