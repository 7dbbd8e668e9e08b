// Near copies: the same story told in the same words, by an agency or in a later version. A list of related
// stories shows one of them.
#pragma once

#include <cstdint>

#include "base/list.h"
#include "model/story.h"

namespace longread {

inline constexpr std::size_t most_sketch_hashes = 64;

// What stands for the runs of four words (eight characters where words are not written apart) of a story.
struct Sketch {
    List<std::uint32_t> hashes;  // the smallest, ascending, each once
    std::uint32_t size = 0;      // how many there were, each once
};

// Of title, dek and text together.
Sketch sketch_of(const Story& story, Arena& arena);

// Whether two fifths of the runs of both together are in both, or seven tenths of the shorter one's in the
// longer one: counted where the sketches are complete, otherwise estimated from them.
bool are_copies(const Sketch& one, const Sketch& other);

}  // namespace longread
