// A module that answers requests: bytes in, bytes out (src/README.md, "Wire format"). A buffer belongs to
// whoever receives it. core.wasm and slots.wasm differ in the function that answers.
#include <cstdint>
#include <cstring>

#include "app/wire.h"
#include "platform/wasm_memory.h"
#include "platform/wasm_module.h"

namespace {

longread::Reply answer_frame(std::string_view frame, longread::Arena& arena) {
    const longread::Result<longread::Request> request = longread::read_request(frame, arena);
    if (request) return longread::answer_in_module(*request, arena);
    longread::Reply reply(arena);
    reply.error = request.error();
    reply.failed = true;
    return reply;
}

// {u32 size, bytes} in a buffer that the page frees.
void* hand_over(std::string_view bytes) {
    auto* buffer = static_cast<char*>(longread::take_memory(bytes.size() + 4));
    const auto size = static_cast<std::uint32_t>(bytes.size());
    std::memcpy(buffer, &size, 4);
    std::memcpy(buffer + 4, bytes.data(), bytes.size());
    return buffer;
}

}  // namespace

extern "C" {

__attribute__((export_name("abi"))) std::uint32_t longread_abi() { return longread::abi_version; }

__attribute__((export_name("alloc"))) void* longread_alloc(std::uint32_t size) {
    return longread::take_memory(size);
}

// Frees the reply, and with it all that its call has taken.
__attribute__((export_name("free"))) void longread_free(void* /*reply*/) { longread::free_memory(); }

__attribute__((export_name("answer"))) void* longread_answer(char* request, std::uint32_t size) {
    longread::Arena arena;
    longread::TextBuffer reply;
    longread::append_reply(reply, answer_frame({request, size}, arena));
    return hand_over(reply);
}

}  // extern "C"
