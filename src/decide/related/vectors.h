// Stories as vectors of weighed terms, in integers: the same numbers in the browser, in the command and in an
// archive, so that their scores can be compared. Constants: README.md beside this file.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/list.h"
#include "base/sort.h"

namespace longread {

// Of a term within one collection: its number, in order of the terms' hashes, and its share of the vector.
struct Weight {
    std::uint32_t term = 0;
    std::uint16_t weight = 0;
};

// By term. The squares of the weights add up to nearly unit_weight squared (no more), or it is empty. A new
// one has as many terms as most_new_terms, so that the nearest to a long story are found by all of it; a
// mixed one, which is kept and compared, most_vector_terms.
using Vector = List<Weight>;

inline constexpr std::uint32_t unit_weight = 32768;
inline constexpr std::size_t most_new_terms = 256;
inline constexpr std::size_t most_vector_terms = 64;

// A term that stands in at least two stories of the collection, and in `count` places of this one.
struct CollectedTerm {
    std::uint32_t term = 0;
    std::uint32_t count = 0;
    std::uint32_t rarity = 0;  // rarity_of
};

// How much a term tells that stands in so many of all stories: the square root of its BM25 idf, in 65536ths.
std::uint32_t rarity_of(std::uint32_t stories_with_term, std::uint32_t all_stories);

// terms: by number. length: of the story, as count_terms gives it; all_lengths: the sum over all_stories.
Vector weigh(const List<CollectedTerm>& terms, std::uint32_t length, std::uint64_t all_lengths,
             std::uint32_t all_stories, Arena& arena);

// Draws new vectors to those of the stories nearest to them.
class Mixer {
  public:
    // What is used again from vector to vector lives in the arena.
    explicit Mixer(Arena& arena) : arena_(arena) {}

    // .4 of its own and .6 of theirs, shared among them by the squares of their cosines with it.
    Vector mix(const Vector& own, const List<Vector>& nearest, Arena& arena);

  private:
    void add_scaled(const Vector& vector, std::uint64_t factor);

    Arena& arena_;
    List<SortItem> sums_;  // by term
    List<SortItem> merged_;
};
inline Vector mix(const Vector& own, const List<Vector>& nearest, Arena& arena) {
    return Mixer(arena).mix(own, nearest, arena);
}
inline constexpr std::size_t nearest_to_mix = 8;

// The cosine of two vectors as a product of weights: 0 to unit_weight squared.
std::uint32_t product(const Vector& one, const Vector& other);

// Such a product as a score: 0 to 1000.
constexpr std::uint32_t score_of(std::uint32_t product) {
    return static_cast<std::uint32_t>((std::uint64_t{product} * 1000 + (std::uint64_t{1} << 29U)) >> 30U);
}

}  // namespace longread
