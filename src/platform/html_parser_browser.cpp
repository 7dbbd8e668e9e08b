#include <cstdint>

#include "base/frame.h"
#include "model/tree_frame.h"
#include "platform/wasm_host.h"

extern "C" {
// 0 where the page forbids every parser, or {u32 size, bytes of a tree frame} in a buffer of our own `alloc`,
// which goes with the call.
__attribute__((import_module("longread"), import_name("parse_html"))) const char* parse_html(
    const char* text, std::uint32_t size);
}

namespace longread {

Result<HtmlTree> parse_html(std::string_view text, const Parsing& parsing) {
    constexpr std::size_t word = 4;
    const char* reply = ::parse_html(text.data(), static_cast<std::uint32_t>(text.size()));
    if (reply == nullptr) return Error{Code::parser_unavailable, {}, 0, 0, 0, {}};
    return read_tree_frame({reply + word, read_u32({reply, word}, 0)}, parsing.arena);
}

}  // namespace longread
