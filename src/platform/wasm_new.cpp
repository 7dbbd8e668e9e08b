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

// The end of abort(): libc would ask the page to end a process.
extern "C" void __wasi_proc_exit(std::uint32_t /*code*/) { __builtin_trap(); }  // NOLINT
