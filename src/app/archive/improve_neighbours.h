// What the cut lists of an index have missed is mostly near to what they have found: neighbours of neighbours
// are looked at, too (Dong, Moses and Li 2011, "NN-descent"; one turn of it).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/archive/list_related.h"
#include "app/archive/vector_table.h"

namespace longread {

// For each story the best most_found of its neighbours and of theirs, as find_neighbours gives them. found:
// most_found places for each story. terms: how many the collection has. order: see Search.
std::vector<Near> improve_neighbours(VectorsView vectors, std::uint32_t terms, const FoundNear& found,
                                     std::span<const std::uint32_t> order, Workers& workers);

}  // namespace longread
