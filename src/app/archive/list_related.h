// What a story's list holds of the neighbours that were found: no near copy of the story itself, and of
// others' copies only the newest.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "app/archive/analysed_piece.h"
#include "app/archive/nearest.h"
#include "app/archive/workers.h"
#include "app/archive/write_archive.h"

namespace longread {

constexpr std::uint32_t most_found = 48;   // neighbours that are looked at
constexpr std::uint32_t most_listed = 24;  // that a list holds

// The neighbours that were found of a story, best first, perhaps with some of product 0 at the end.
using FoundNear = std::function<std::span<const Near>(std::uint32_t story)>;
using SketchOf = std::function<Sketch(std::uint32_t story, Arena& arena)>;

// For each story the number of its group of near copies, from 1; 0: there is no copy of it. Copies are each
// other's neighbours, so only these are compared.
std::vector<std::uint32_t> group_copies(std::uint32_t stories, const FoundNear& found,
                                        const SketchOf& sketch_of, Workers& workers);

// The newest story of each group; order: the lower is the newer.
std::vector<std::uint32_t> find_newest(std::span<const std::uint32_t> groups,
                                       std::span<const std::uint32_t> order);

// The list of one story: where a copy was found the newest of its group, in its place.
std::vector<ArchiveNeighbour> list_related(std::uint32_t story, std::span<const Near> found,
                                           std::span<const std::uint32_t> groups,
                                           std::span<const std::uint32_t> newest);

}  // namespace longread
