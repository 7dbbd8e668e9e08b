#include "app/archive/term_dictionary.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/hash.h"
#include "platform/cli_workers.h"

namespace longread {
namespace {

using Pieces = std::vector<std::vector<TermStories>>;

TermDictionary join(const Pieces& pieces, Workers& workers) {
    std::vector<std::span<const TermStories>> spans(pieces.begin(), pieces.end());
    return join_terms(spans, 2, workers);
}

constexpr std::uint64_t high = 0xF000'0000'0000'0000;

TEST(TermDictionary, AddsUpPiecesAndLeavesOutWhatStandsInOneStory) {
    OneWorker worker;
    const TermDictionary joined = join({{{high, 1}, {7, 2}, {9, 1}}, {{5, 1}, {high, 3}}, {}}, worker);
    EXPECT_EQ(joined.terms, (std::vector<std::uint64_t>{7, high}));
    EXPECT_EQ(joined.stories, (std::vector<std::uint32_t>{2, 4}));
}

TEST(TermDictionary, NumbersDoNotDependOnOrderOrThreads) {
    OneWorker one;
    Threads three(3);
    std::vector<TermStories> terms;
    for (std::uint64_t i = 0; i < 5000; ++i) terms.push_back({mix_bits(i + 1), 2});
    const std::vector<TermStories> backwards(terms.rbegin(), terms.rend());
    const TermDictionary a = join({terms}, one);
    const TermDictionary b = join(
        {{backwards.begin(), backwards.begin() + 100}, {backwards.begin() + 100, backwards.end()}}, three);
    EXPECT_EQ(a.terms, b.terms);
    EXPECT_EQ(a.stories, b.stories);
    EXPECT_TRUE(std::is_sorted(a.terms.begin(), a.terms.end()));
}

TEST(TermDictionary, TakesOffGoAroundTheEnd) {
    OneWorker worker;
    const TermDictionary joined = join({{{7, 3}}, {{7, ~std::uint32_t{0}}}}, worker);
    EXPECT_EQ(joined.stories, (std::vector<std::uint32_t>{2}));
}

TEST(TermDictionary, FindsWhatItHas) {
    OneWorker worker;
    const TermDictionary joined = join({{{7, 2}, {high, 2}}}, worker);
    EXPECT_EQ(joined.view().find(7), 0U);
    EXPECT_EQ(joined.view().find(high), 1U);
    EXPECT_EQ(joined.view().find(8), unknown_term);
    EXPECT_EQ(DictionaryView{}.find(8), unknown_term);
}

}  // namespace
}  // namespace longread
