// Sorting by number, without comparing functions: one piece of code for whatever is sorted in the WebAssembly
// modules. Never more than n log n steps.
#pragma once

#include <cstdint>

#include "base/list.h"

namespace longread {

// What is sorted by, and what goes with it.
struct SortItem {
    std::uint64_t key = 0;
    std::uint64_t value = 0;
};

// Smallest key first; equals stay in their order. Quickest where keys are spread evenly, as hashes are.
void sort_by_key(List<SortItem>& items, Arena& arena);

}  // namespace longread
