// The memory of core.wasm and of the modules that share it: one region for each call.
#include "platform/wasm_memory.h"

#include <cstddef>

namespace longread {
namespace {

constexpr std::size_t page_size = 65'536;  // WebAssembly's

// The one piece of state of the module: how far the region is used.
std::size_t used_to = 0;

// Behind the constants and stacks of all modules, which the build lays out
// (scripts/cmake/wasm_targets.cmake).
constexpr std::size_t region_begin = LONGREAD_REGION_BEGIN;

}  // namespace

void* take_memory(std::size_t size) {
    if (used_to == 0) used_to = region_begin;
    const std::size_t begin = used_to;
    const std::size_t end = begin + ((size + 15) & ~std::size_t{15});
    const std::size_t there = __builtin_wasm_memory_size(0) * page_size;
    // Sizes near the end of the address space must not wrap around.
    if (end < begin) __builtin_trap();
    if (end > there) {
        // At least a sixteenth more each time, so that growing stays rare.
        std::size_t pages = (end - there + page_size - 1) / page_size;
        if (pages < there / page_size / 16) pages = there / page_size / 16;
        if (__builtin_wasm_memory_grow(0, pages) == static_cast<std::size_t>(-1)) __builtin_trap();
    }
    used_to = end;
    return reinterpret_cast<void*>(begin);
}

void free_memory() { used_to = 0; }

}  // namespace longread
