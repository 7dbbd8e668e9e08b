// What a call allocates is never freed piece by piece; the page frees the reply, and with it everything. So
// `operator delete` is empty, and the linker drops every destructor that would only have freed: 4 % of a
// module's bytes, and the time they would take. Not for the Markdown module, whose C library has a heap of
// its own.
#include <cstdint>
#include <new>

#include "platform/wasm_memory.h"

void* operator new(std::size_t size) { return longread::take_memory(size); }
void operator delete(void* /*unused*/) noexcept {}
void operator delete(void* /*unused*/, std::size_t /*unused*/) noexcept {}

extern "C" {

// libc's own are unrolled for a speed that nothing here needs: 0.5 KB of what readers fetch.
void* memchr(const void* text, int wanted, std::size_t size) {
    const auto* at = static_cast<const unsigned char*>(text);
    for (const auto* const end = at + size; at != end; ++at)
        if (*at == static_cast<unsigned char>(wanted)) return const_cast<unsigned char*>(at);
    return nullptr;
}

std::size_t strlen(const char* text) {
    const char* end = text;
    while (*end != 0) ++end;
    return static_cast<std::size_t>(end - text);
}

// The end of abort(): libc would ask the page to end a process.
void __wasi_proc_exit(std::uint32_t /*code*/) { __builtin_trap(); }  // NOLINT

}  // extern "C"
