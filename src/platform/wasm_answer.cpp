// The verb of a module that answers requests: bytes in, bytes out (src/README.md, "Wire format"). core.wasm,
// slots.wasm and formats.wasm differ in the function that answers.
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

extern "C" __attribute__((export_name("answer"))) void* longread_answer(char* request, std::uint32_t size) {
    longread::Arena arena;
    longread::TextBuffer reply;
    longread::append_reply(reply, answer_frame({request, size}, arena));
    return hand_over(reply);
}
