// The core as a WebAssembly module: bytes in, bytes out (src/README.md, "Wire format"). A buffer belongs to
// whoever receives it.
#include <cstdint>
#include <cstring>
#include <string>

#include "app/answer.h"
#include "platform/wasm_host.h"
#include "platform/wasm_memory.h"

namespace {

// {u32 size, bytes} in a buffer that the page frees.
void* hand_over(const std::string& bytes) {
    auto* buffer = static_cast<char*>(longread::take_memory(bytes.size() + 4));
    const auto size = static_cast<std::uint32_t>(bytes.size());
    std::memcpy(buffer, &size, 4);
    std::memcpy(buffer + 4, bytes.data(), bytes.size());
    return buffer;
}

}  // namespace

extern "C" {

__attribute__((export_name("abi"))) std::uint32_t longread_abi() { return longread::abi_version; }

__attribute__((export_name("alloc"))) void* longread_alloc(std::uint32_t size) { return longread::take_memory(size); }

// Frees the reply, and with it all that its call has taken.
__attribute__((export_name("free"))) void longread_free(void* /*reply*/) { longread::free_memory(); }

__attribute__((export_name("answer"))) void* longread_answer(char* request, std::uint32_t size) {
    const std::string reply = longread::answer_frame({request, size}, {longread::parse_html, longread::parse_markdown_tree});
    return hand_over(reply);
}

}  // extern "C"
