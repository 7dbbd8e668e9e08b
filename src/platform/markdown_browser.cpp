#include <cstdint>

#include "platform/wasm_host.h"

extern "C" {
__attribute__((import_module("longread"), import_name("parse_markdown"))) char* parse_markdown(
    const char* text, std::uint32_t size);
}

namespace longread {

Result<HtmlTree> parse_markdown_tree(std::string_view text, const Parsing& parsing) {
    return take_parsed_tree(::parse_markdown(text.data(), static_cast<std::uint32_t>(text.size())),
                            parsing.arena);
}

}  // namespace longread
