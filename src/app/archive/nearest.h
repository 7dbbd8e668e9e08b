// The stories nearest to given ones by the product of their vectors: found by the lists of an impact index,
// then scored exactly. Integers only, so that every machine finds the same.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "app/archive/impact_index.h"
#include "app/archive/query_weights.h"
#include "app/archive/vector_table.h"
#include "app/archive/workers.h"

namespace longread {

// A neighbour and the product of the two vectors, unit * unit where they are the same.
struct Near {
    std::uint32_t story = 0;
    std::uint32_t product = 0;
    bool operator==(const Near&) const = default;
};

struct Search {
    ImpactView index;
    VectorsView vectors;  // of the stories of the index
    std::span<const std::uint32_t>
        order;                     // a number for each story; of equally near ones the lower comes first
    std::uint32_t wanted = 24;     // how many neighbours a story gets at most
    std::uint32_t rescored = 200;  // how many are scored exactly, the best by the lists
    std::uint32_t terms = 0;       // that queries may hold, where these are more than those of the index
    // Heaviest terms of a query whose lists are gone through: light terms have the longest lists and decide
    // least. Exact scores count all.
    std::uint32_t searched = 64;
};

// The product of two vectors.
std::uint32_t product_of(VectorView a, VectorView b);

// Better first: nearer, then by order.
bool is_nearer(const Near& a, const Near& b, std::span<const std::uint32_t> order);

constexpr std::uint32_t no_story = ~std::uint32_t{0};

// One thread's memory for searching.
class Searcher {
  public:
    explicit Searcher(const Search& search);

    // The neighbours of each query, best first. selves: for each query the story that it is (and that is no
    // neighbour of it), or no_story. give(query, neighbours) is called for each in order; the span is valid
    // during the call.
    void find(VectorsView queries, std::span<const std::uint32_t> selves,
              const std::function<void(std::uint32_t, std::span<const Near>)>& give);

  private:
    struct Candidate {
        std::uint32_t story;
        std::int16_t score;
    };
    struct Best {
        std::vector<Candidate> candidates;
        std::int16_t floor = 0;  // what is not above it needs not come in
    };
    void add_searched(VectorView query);
    template <typename Add>
    void walk_lists(std::uint32_t block, VectorView query, const Add& add) const;
    void search_block(std::uint32_t block, VectorView query, Best& best);
    void take(std::uint32_t block, std::uint32_t story, Best& best) const;
    void fetch_list(std::uint32_t block, std::uint32_t term) const;
    void collect(std::uint32_t block, Best& best);
    void keep_best(Best& best) const;
    std::span<const Near> rescore(VectorView query, std::uint32_t self, Best& best);

    const Search& search_;
    std::vector<std::int16_t> scores_;  // of a block's stories; 0 between searches
    VectorTable searched_;              // of a batch of queries, the terms whose lists are gone through
    std::vector<std::uint16_t> heaviest_;
    std::vector<std::uint32_t> crossed_;  // stories of a block that have risen above the floor
    std::vector<Best> best_;
    std::vector<Near> found_;
    QueryWeights weights_;
};

// The neighbours of the stories [first, last) among all: `wanted` places for each story, with product 0 where
// there are fewer.
std::vector<Near> find_neighbours(const Search& search, std::uint32_t first, std::uint32_t last,
                                  Workers& workers);

}  // namespace longread
