// The core module's memory: one region for each call. What a call allocates is never freed piece by piece;
// the page frees the reply, and with it everything. So `operator delete` is empty, and the linker drops every
// destructor that would only have freed: 4 % of the module's bytes, and the time they would take. Not for the
// Markdown module, whose C library has a heap of its own in the same place.
#include "platform/wasm_memory.h"

#include <cstddef>
#include <new>

extern "C" unsigned char __heap_base;  // the linker's name for the end of the stack and the constants

namespace longread {
namespace {

constexpr std::size_t page_size = 65'536;  // WebAssembly's

// The one piece of state of the module: how far the region is used.
std::size_t used_to = 0;

std::size_t region_start() { return (reinterpret_cast<std::size_t>(&__heap_base) + 15) & ~std::size_t{15}; }

}  // namespace

void* take_memory(std::size_t size) {
    if (used_to == 0) used_to = region_start();
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

void* operator new(std::size_t size) { return longread::take_memory(size); }
void operator delete(void* /*unused*/) noexcept {}
void operator delete(void* /*unused*/, std::size_t /*unused*/) noexcept {}
