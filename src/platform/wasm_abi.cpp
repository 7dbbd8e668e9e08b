// What core.wasm exports beside its answer, for itself and the modules that share its memory
// (src/README.md, "Wire format"). A buffer belongs to whoever receives it.
#include <cstdint>

#include "app/wire.h"
#include "platform/wasm_memory.h"

extern "C" {

__attribute__((export_name("abi"))) std::uint32_t longread_abi() { return longread::abi_version; }

__attribute__((export_name("alloc"))) void* longread_alloc(std::uint32_t size) {
    return longread::take_memory(size);
}

// Frees the reply, and with it all that its call has taken.
__attribute__((export_name("free"))) void longread_free(void* /*reply*/) { longread::free_memory(); }

}  // extern "C"
