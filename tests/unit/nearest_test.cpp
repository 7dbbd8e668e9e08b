#include "app/archive/nearest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/archive/improve_neighbours.h"
#include "app/archive/packed_vectors.h"
#include "base/hash.h"
#include "base/integer_math.h"
#include "decide/related/vectors.h"
#include "platform/cli_workers.h"

namespace longread {
namespace {

// Vectors of unit length with terms by chance, the low ones much more often.
VectorTable make_vectors(std::uint32_t stories, std::uint32_t terms) {
    VectorTable table;
    for (std::uint32_t story = 0; story < stories; ++story) {
        std::vector<std::pair<std::uint32_t, std::uint64_t>> chosen;
        for (std::uint32_t i = 0; i < 24; ++i) {
            const std::uint64_t chance = mix_bits(story * 100ULL + i + 1);
            const std::uint64_t share = chance % 1000 * (chance / 1000 % 1000) % 1'000'000;
            const auto term = static_cast<std::uint32_t>(share * terms / 1'000'000);
            const bool is_there =
                std::any_of(chosen.begin(), chosen.end(), [&](auto& one) { return one.first == term; });
            if (!is_there) chosen.push_back({term, 1 + chance / 1'000'000 % 1000});
        }
        std::sort(chosen.begin(), chosen.end());
        std::uint64_t squares = 0;
        for (const auto& one : chosen) squares += one.second * one.second;
        for (const auto& one : chosen)
            table.add_term(one.first,
                           static_cast<std::uint16_t>(one.second * unit_weight / (square_root(squares) + 1)));
        table.end_story();
    }
    return table;
}

// By comparing all with all.
std::vector<Near> find_naively(VectorsView vectors, std::uint32_t self, std::span<const std::uint32_t> order,
                               std::size_t wanted) {
    std::vector<Near> all;
    for (std::uint32_t story = 0; story < vectors.size(); ++story) {
        const std::uint32_t product = product_of(vectors[self], vectors[story]);
        if (story != self && product > 0) all.push_back({story, product});
    }
    std::sort(all.begin(), all.end(), [&](const Near& a, const Near& b) { return is_nearer(a, b, order); });
    all.resize(std::min(all.size(), wanted));
    return all;
}

struct World {
    explicit World(std::uint32_t stories, std::uint32_t heaviest, std::uint32_t terms = 500)
        : vectors(make_vectors(stories, terms)),
          index(build_impact_index(vectors.view(), terms, heaviest, worker)),
          order(stories) {
        // Not the order of the numbers, so that it shows which one decides.
        std::iota(order.rbegin(), order.rend(), 0U);
    }
    [[nodiscard]] Search search(std::uint32_t wanted, std::uint32_t rescored) const {
        return {index.view(), vectors.view(), order, wanted, rescored};
    }

    OneWorker worker;
    VectorTable vectors;
    ImpactIndex index;
    std::vector<std::uint32_t> order;
};

TEST(ImpactIndex, HoldsEveryTermOfEveryStoryWhenNothingIsCut) {
    const World world(300, 1000);
    std::size_t found = 0;
    for (std::uint32_t term = 0; term < 500; ++term) {
        for (const Posting& posting : world.index.view().list(0, term)) {
            const VectorView vector = world.vectors.view()[posting.story()];
            const auto at = std::find(vector.terms.begin(), vector.terms.end(), term);
            ASSERT_NE(at, vector.terms.end());
            EXPECT_EQ(vector.weights[static_cast<std::size_t>(at - vector.terms.begin())] >> coarse_shift,
                      posting.weight());
            ++found;
        }
    }
    EXPECT_EQ(found, world.vectors.terms.size());
}

TEST(ImpactIndex, CutsListsToTheirHeaviest) {
    const World whole(3000, 100'000);
    const World cut(3000, 50);
    for (std::uint32_t term = 0; term < 500; ++term) {
        std::vector<std::uint32_t> all;
        for (const Posting& one : whole.index.view().list(0, term)) all.push_back(one.weight());
        std::vector<std::uint32_t> kept;
        for (const Posting& one : cut.index.view().list(0, term)) kept.push_back(one.weight());
        std::sort(all.rbegin(), all.rend());
        std::sort(kept.rbegin(), kept.rend());
        all.resize(std::min<std::size_t>(all.size(), 50));
        EXPECT_EQ(kept, all);
    }
}

TEST(ImpactIndex, HasBlocks) {
    const World world(300'000, 200, 3000);
    EXPECT_EQ(world.index.view().blocks(), 2U);
    std::size_t in_second = 0;
    for (std::uint32_t term = 0; term < 3000; ++term) {
        for (const Posting& one : world.index.view().list(1, term)) {
            EXPECT_LT(one.story() + block_stories, 300'000U);
            ++in_second;
        }
    }
    EXPECT_GT(in_second, 0U);
}

TEST(Nearest, FindsWhatComparingAllWithAllFinds) {
    World world(1500, 100'000);
    const auto found = find_neighbours(world.search(24, 400), 0, 1500, world.worker);
    for (std::uint32_t story = 0; story < 1500; story += 7) {
        const auto naive = find_naively(world.vectors.view(), story, world.order, 24);
        const auto* const first = &found[std::size_t{story} * 24];
        EXPECT_EQ(std::vector<Near>(first, first + naive.size()), naive) << story;
    }
}

TEST(Nearest, FindsNearlyAllWithCutLists) {
    World world(20'000, 3000);
    std::size_t right = 0;
    std::size_t all = 0;
    for (std::uint32_t story = 0; story < 20'000; story += 400) {
        const auto found = find_neighbours(world.search(10, 160), story, story + 1, world.worker);
        for (const Near& near : find_naively(world.vectors.view(), story, world.order, 10)) {
            right += static_cast<std::size_t>(std::count(found.begin(), found.end(), near));
            ++all;
        }
    }
    EXPECT_GE(right * 100, all * 90) << right << " of " << all;
}

TEST(Nearest, GoesThroughTheListsOfTheHeaviestTermsAndScoresByAll) {
    World world(1500, 100'000);
    Search few = world.search(10, 160);
    few.searched = 6;
    const auto found = find_neighbours(few, 0, 1500, world.worker);
    std::size_t right = 0;
    std::size_t all = 0;
    for (std::uint32_t story = 0; story < 1500; story += 7) {
        const auto* const first = &found[std::size_t{story} * 10];
        for (const Near& near : find_naively(world.vectors.view(), story, world.order, 10)) {
            right += static_cast<std::size_t>(std::count(first, first + 10, near));
            ++all;
        }
        for (const Near& near : std::span(first, 10)) {
            if (near.product > 0) {
                EXPECT_EQ(near.product,
                          product_of(world.vectors.view()[story], world.vectors.view()[near.story]));
            }
        }
    }
    EXPECT_GE(right * 10, all * 8) << right << " of " << all;
}

struct Improved {
    std::size_t right = 0;
    std::size_t all = 0;
};

// How many of the ten nearest stand among the first ten places of some stories.
Improved count_right(const World& world, std::span<const Near> found) {
    Improved count;
    for (std::uint32_t story = 0; story < world.order.size(); story += 50) {
        const auto places = found.subspan(std::size_t{story} * most_found, 10);
        for (const Near& near : find_naively(world.vectors.view(), story, world.order, 10)) {
            count.right += static_cast<std::size_t>(std::count(places.begin(), places.end(), near));
            ++count.all;
        }
    }
    return count;
}

TEST(ImproveNeighbours, FindsWhatCutListsHaveMissed) {
    World world(4000, 60);
    const auto found = find_neighbours(world.search(most_found, 60), 0, 4000, world.worker);
    const FoundNear before = [&](std::uint32_t story) {
        return std::span(found).subspan(std::size_t{story} * most_found, most_found);
    };
    const auto improved = improve_neighbours(world.vectors.view(), 500, before, world.order, world.worker);
    ASSERT_EQ(improved.size(), found.size());
    const Improved first = count_right(world, found);
    const Improved second = count_right(world, improved);
    EXPECT_LT(first.right * 10, first.all * 9) << first.right << " of " << first.all;
    // Terms by chance make no groups of stories, as real ones do: there the gain is larger.
    EXPECT_GT(second.right * 10, first.right * 11)
        << second.right << " of " << second.all << " after " << first.right;

    Threads three(3);
    EXPECT_EQ(improved, improve_neighbours(world.vectors.view(), 500, before, world.order, three));
}

TEST(ImproveNeighbours, ListsEachStoryOnceAndNeverItself) {
    World world(500, 20);
    const auto found = find_neighbours(world.search(most_found, 48), 0, 500, world.worker);
    const auto improved = improve_neighbours(
        world.vectors.view(), 500,
        [&](std::uint32_t story) {
            return std::span(found).subspan(std::size_t{story} * most_found, most_found);
        },
        world.order, world.worker);
    for (std::uint32_t story = 0; story < 500; ++story) {
        const auto places = std::span(improved).subspan(std::size_t{story} * most_found, most_found);
        for (std::size_t i = 0; i < places.size() && places[i].product > 0; ++i) {
            EXPECT_NE(places[i].story, story);
            if (i > 0) {
                EXPECT_TRUE(is_nearer(places[i - 1], places[i], world.order));
            }
        }
    }
}

TEST(ImproveNeighbours, LeavesStoriesWithoutNeighboursAlone) {
    VectorTable vectors;
    vectors.end_story();
    vectors.end_story();
    const std::vector<Near> none(2 * most_found);
    const std::vector<std::uint32_t> order{0, 1};
    OneWorker worker;
    EXPECT_EQ(improve_neighbours(
                  vectors.view(), 0,
                  [&](std::uint32_t story) {
                      return std::span(none).subspan(std::size_t{story} * most_found, most_found);
                  },
                  order, worker),
              none);
}

TEST(Nearest, CrossesBlocks) {
    World world(263'000, 8000, 3000);
    constexpr std::uint32_t first = block_stories - 5;
    const auto found = find_neighbours(world.search(10, 400), first, first + 10, world.worker);
    for (const std::uint32_t story : {first + 1, first + 8}) {
        const auto naive = find_naively(world.vectors.view(), story, world.order, 10);
        const auto* const places = &found[std::size_t{story - first} * 10];
        EXPECT_EQ(std::vector<Near>(places, places + 10), naive) << story;
    }
}

TEST(Nearest, DoesNotDependOnThreadsOrRanges) {
    World world(3000, 100);
    Threads three(3);
    const auto one = find_neighbours(world.search(24, 60), 0, 3000, world.worker);
    EXPECT_EQ(one, find_neighbours(world.search(24, 60), 0, 3000, three));
    auto parts = find_neighbours(world.search(24, 60), 0, 1234, three);
    const auto rest = find_neighbours(world.search(24, 60), 1234, 3000, world.worker);
    parts.insert(parts.end(), rest.begin(), rest.end());
    EXPECT_EQ(one, parts);
}

TEST(Nearest, StoriesWithoutTermsHaveNoNeighbours) {
    VectorTable vectors;
    vectors.end_story();
    vectors.add_term(0, 32767);
    vectors.end_story();
    vectors.end_story();
    OneWorker worker;
    const ImpactIndex index = build_impact_index(vectors.view(), 1, 10, worker);
    const std::vector<std::uint32_t> order{0, 1, 2};
    for (const Near& near : find_neighbours({index.view(), vectors.view(), order, 4, 10}, 0, 3, worker))
        EXPECT_EQ(near.product, 0U);
}

TEST(PackedVectors, ComeBackAsTheyWere) {
    const World world(300, 40);
    PackedWriter out;
    pack_vectors(out, world.vectors.view());
    pack_index(out, world.index.view());
    PackedReader in(out.bytes());
    const auto vectors = unpack_vectors(in);
    const auto index = unpack_index(in);
    ASSERT_TRUE(vectors && index && in.is_at_end());
    EXPECT_TRUE(std::equal(vectors->terms.begin(), vectors->terms.end(), world.vectors.terms.begin()));
    EXPECT_EQ(index->list(0, 3).size(), world.index.view().list(0, 3).size());
}

TEST(PackedVectors, RefuseWhatIsCut) {
    const World world(30, 40);
    PackedWriter out;
    pack_vectors(out, world.vectors.view());
    for (std::size_t size = 0; size < out.bytes().size(); size += 8) {
        const std::string part = out.bytes().substr(0, size);
        PackedReader in(part);
        EXPECT_FALSE(unpack_vectors(in));
    }
}

}  // namespace
}  // namespace longread
