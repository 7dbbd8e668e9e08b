// Vectors, neighbours, copies: what decide/related makes of the terms of stories.
#include <gtest/gtest.h>

#include <cmath>

#include "decide/related/collection.h"
#include "test_arena.h"

namespace longread {
namespace {

Story story(std::string_view id, std::string_view title, std::string_view text = {},
            std::string_view date = {}) {
    Story made;
    made.id = kept(id);
    made.title = kept(title);
    made.text = kept(text);
    made.published = parse_time(date);
    return made;
}

std::string ids_related(const List<Story>& stories, std::string_view id, std::size_t most = 10) {
    Collection collection(Stemming::english_only, test_arena());
    for (const Story& one : stories) collection.add(one);
    collection.rank();
    std::string ids;
    for (std::uint32_t i = 0; i < collection.size(); ++i) {
        if (collection.id(i) != id) continue;
        for (const Neighbour& near : collection.related(i, most, test_arena()))
            ids += string_of(collection.id(near.story)) + " ";
    }
    return ids;
}

double length_of(const Vector& vector) {
    double squares = 0;
    for (const Weight& one : vector) squares += static_cast<double>(one.weight) * one.weight;
    return std::sqrt(squares);
}

TEST(Vectors, RarityIsTheRootOfBm25sIdf) {
    for (const std::uint32_t found : {2U, 10U, 500U, 999U, 1000U}) {
        const double idf = std::log2(1 + (1000 - found + .5) / (found + .5));
        EXPECT_NEAR(rarity_of(found, 1000), std::sqrt(idf) * 65536, 70) << found;
    }
    EXPECT_GT(rarity_of(2, 1'000'000), rarity_of(3, 1'000'000));
}

TEST(Vectors, WeighedByBm25AndOfUnitLength) {
    const List<CollectedTerm> terms = list_of<CollectedTerm>({{3, 1, 65536}, {7, 4, 65536}, {9, 1, 131072}});
    const Vector vector = weigh(terms, 100, 1000, 10, test_arena());
    ASSERT_EQ(vector.size(), 3U);
    EXPECT_NEAR(length_of(vector), unit_weight, 4);
    EXPECT_LE(length_of(vector), unit_weight);
    // At mean length: 4 * 2.2 / (4 + 1.2) against 2.2 / 2.2.
    EXPECT_NEAR(vector[1].weight / static_cast<double>(vector[0].weight), 4 * 2.2 / 5.2, .001);
    EXPECT_NEAR(vector[2].weight / static_cast<double>(vector[0].weight), 2, .001);
    EXPECT_NEAR(product(vector, vector) / double{unit_weight} / unit_weight, 1, .001);
    EXPECT_EQ(score_of(product(vector, vector)), 1000U);
}

TEST(Vectors, TheHeaviestStay) {
    List<CollectedTerm> terms;
    for (std::uint32_t i = 0; i < 1000; ++i) terms.add({i, 1 + i % 7, 65536 + i}, test_arena());
    const Vector fresh = weigh(terms, 4000, 4000, 1, test_arena());
    EXPECT_EQ(fresh.size(), most_new_terms);
    const Vector mixed = mix(fresh, {}, test_arena());
    EXPECT_EQ(mixed.size(), most_vector_terms);
    for (const Vector* vector : {&fresh, &mixed}) {
        EXPECT_LE(length_of(*vector), unit_weight);
        for (std::size_t i = 1; i < vector->size(); ++i) EXPECT_LT((*vector)[i - 1].term, (*vector)[i].term);
    }
    for (const Weight& one : mixed) EXPECT_EQ(one.term % 7, 6U);
}

TEST(Vectors, MixedBySquaredCosines) {
    const Vector own = weigh(list_of<CollectedTerm>({{1, 1, 65536}, {2, 1, 65536}}), 2, 2, 1, test_arena());
    const Vector near = weigh(list_of<CollectedTerm>({{1, 1, 65536}, {3, 1, 65536}}), 2, 2, 1, test_arena());
    const Vector mixed = mix(own, list_of<Vector>({near}), test_arena());
    ASSERT_EQ(mixed.size(), 3U);
    EXPECT_NEAR(mixed[1].weight / static_cast<double>(mixed[0].weight), .4, .001);
    EXPECT_NEAR(mixed[2].weight / static_cast<double>(mixed[0].weight), .6, .001);
    // What shares nothing has no share.
    const Vector far = weigh(list_of<CollectedTerm>({{8, 1, 65536}}), 2, 2, 1, test_arena());
    EXPECT_EQ(mix(own, list_of<Vector>({far}), test_arena()).size(), 2U);
    EXPECT_TRUE(mix({}, list_of<Vector>({far}), test_arena()).empty());
}

TEST(Collection, NearestFirstNeverItself) {
    const List<Story> stories = list_of<Story>(
        {story("1", "Storm closes harbour"), story("2", "Harbour opens after storm"),
         story("3", "Harbour budget"), story("4", "Budget vote"), story("5", "Storm warning")});
    EXPECT_EQ(ids_related(stories, "1").substr(0, 2), "2 ");
    EXPECT_EQ(ids_related(stories, "1").find("1 "), std::string::npos);
    EXPECT_EQ(ids_related(stories, "1", 1), "2 ");
}

TEST(Collection, EqualsByDateThenId) {
    const List<Story> stories =
        list_of<Story>({story("c", "harbour storm alpha"), story("a", "harbour storm beta"),
                        story("b", "harbour storm gamma"),
                        story("n", "harbour storm delta", {}, "2026-01-01"), story("q", "harbour storm")});
    EXPECT_EQ(ids_related(stories, "q"), "n a b c ");
}

TEST(Collection, SmallAndEmptyOnes) {
    EXPECT_EQ(ids_related({}, "1"), "");
    EXPECT_EQ(ids_related(list_of<Story>({story("1", "Alone")}), "1"), "");
    EXPECT_EQ(ids_related(list_of<Story>({story("1", ""), story("2", "")}), "1"), "");
    EXPECT_EQ(ids_related(list_of<Story>({story("1", "Same words"), story("2", "Words same")}), "1"), "2 ");
}

TEST(Copies, ExactWhereSketchesAreComplete) {
    const auto sketch = [](std::string_view text) { return sketch_of(story("", text), test_arena()); };
    const Sketch one = sketch("Ferry company cancels all sailings after storm warning");
    EXPECT_EQ(one.size, 5U);
    EXPECT_TRUE(are_copies(one, sketch("Ferry company cancels all sailings after storm warnings")));
    EXPECT_TRUE(are_copies(one, sketch("FERRY COMPANY CANCELS ALL SAILINGS AFTER STORM WARNING - live")));
    EXPECT_FALSE(are_copies(one, sketch("Ferry company cancels some sailings before a storm warning")));
    EXPECT_FALSE(are_copies(sketch(""), sketch("")));
    EXPECT_TRUE(are_copies(sketch("Weekly review"), sketch("Weekly review")));
    EXPECT_FALSE(are_copies(sketch("Weekly review"), sketch("Monthly review")));
    EXPECT_TRUE(
        are_copies(sketch("東京都で大雪の警報が出された"), sketch("東京都で大雪の警報が出されたと発表")));
    EXPECT_FALSE(are_copies(sketch("東京都で大雪の警報が出された"), sketch("大阪府で大雨の警報が出された")));
}

TEST(Copies, EstimatedForLongTexts) {
    const auto text = [](int from, int to) {
        std::string words;
        for (int i = from; i < to; ++i) words += "w" + std::to_string(i * i) + " ";
        return sketch_of(story("", "", words), test_arena());
    };
    const Sketch whole = text(0, 1000);
    EXPECT_EQ(whole.hashes.size(), most_sketch_hashes);
    EXPECT_EQ(whole.size, 997U);
    EXPECT_TRUE(are_copies(whole, text(100, 1100)));   // .81 of both
    EXPECT_TRUE(are_copies(whole, text(200, 700)));    // a part
    EXPECT_FALSE(are_copies(whole, text(800, 1800)));  // .11
    EXPECT_FALSE(are_copies(whole, text(2000, 3000)));
}

TEST(Collection, OfCopiesTheNewestAndNoneOfItself) {
    const std::string_view text =
        "The ferry company has cancelled all sailings to the islands after a warning.";
    const List<Story> stories = list_of<Story>({story("1", "Ferries stop", text, "2026-01-01"),
                                                story("2", "Ferries stop", text, "2026-01-03"),
                                                story("3", "Ferries stop", text, "2026-01-02"),
                                                story("4", "Islands wait for ferries", {}, "2026-01-01")});
    EXPECT_EQ(ids_related(stories, "4"), "2 ");
    EXPECT_EQ(ids_related(stories, "1"), "4 ");
}

// 2,000 stories with the same words, which is the most that inverted lists can cost.
TEST(Collection, ManyAlikeAreBounded) {
    Collection collection(Stemming::english_only, test_arena());
    std::string words;
    for (int i = 0; i < 300; ++i) words += "word" + std::to_string(i) + " ";
    for (int i = 0; i < 2000; ++i)
        collection.add(story(std::to_string(i), "same title here", words + std::to_string(i + 10)));
    collection.rank();
    EXPECT_TRUE(collection.related(7, 10, test_arena()).empty());  // all of them are copies
}

}  // namespace
}  // namespace longread
