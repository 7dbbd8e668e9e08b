#include <cstdint>

#include "base/frame.h"
#include "model/tree_frame.h"
#include "platform/wasm_host.h"

extern "C" {
__attribute__((import_module("longread"), import_name("parse_html"))) char* parse_html(const char* text,
                                                                                       std::uint32_t size);
}

namespace longread {
namespace {

constexpr std::size_t word = 4;

Result<HtmlTree> read_parsed_tree(std::string_view bytes, Arena& arena) {
    const std::uint32_t first = bytes.size() < word ? 0 : read_u32(bytes, 0);
    if (first < refused_frame) return read_tree_frame(bytes, arena);
    return Error{static_cast<Code>(first & 0xFFU), {}, 0, 0, 0, bytes.substr(word)};
}

}  // namespace

Result<HtmlTree> take_parsed_tree(char* reply, Arena& arena) {
    if (reply == nullptr) return Error{Code::parser_unavailable, {}, 0, 0, 0, {}};
    return read_parsed_tree({reply + word, read_u32({reply, word}, 0)}, arena);
}

Result<HtmlTree> parse_html(std::string_view text, const Parsing& parsing) {
    return take_parsed_tree(::parse_html(text.data(), static_cast<std::uint32_t>(text.size())),
                            parsing.arena);
}

}  // namespace longread
