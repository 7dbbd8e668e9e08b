// From what stories hold to their vectors, piece by piece: the numbers of decide/related/vectors.h, for
// collections that do not fit an arena.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/archive/analysed_piece.h"
#include "app/archive/nearest.h"
#include "app/archive/term_dictionary.h"
#include "app/archive/vector_table.h"

namespace longread {

// What weights depend on but the story itself; frozen between full builds.
struct WeighingBasis {
    DictionaryView dictionary;
    std::span<const std::uint32_t> rarities;  // by term
    std::uint32_t stories = 0;
    std::uint64_t lengths = 0;  // of all stories
};

std::vector<std::uint32_t> find_rarities(DictionaryView dictionary, std::uint32_t stories);

// The vectors of the piece's stories that are not dropped (not 0).
VectorTable weigh_piece(const PieceView& piece, std::span<const std::uint8_t> dropped,
                        const WeighingBasis& basis);

// The vectors of the stories [first, first + nearest.size() / nearest_to_mix), each drawn to those nearest to
// it, as find_neighbours gives them.
VectorTable mix_vectors(VectorsView own, std::uint32_t first, std::span<const Near> nearest,
                        Workers& workers);

// One vector drawn to others.
void mix_into(VectorTable& out, VectorView own, std::span<const VectorView> nearest);

}  // namespace longread
