// The core module's memory, a region that lives as long as one call (wasm_memory.cpp says why).
#pragma once

#include <cstddef>

namespace longread {

// size bytes, aligned to 16; traps when the page gives no more memory (the loader then discards the
// instance).
void* take_memory(std::size_t size);

// Forgets everything that was taken.
void free_memory();

}  // namespace longread
