#include "platform/wasm_host.h"

extern "C" {
// The `parse` of markdown.wasm; without it nothing happens.
__attribute__((import_module("longread"), import_name("parse_markdown"))) void parse_markdown(
    longread::Result<longread::HtmlTree>* tree, const std::string_view* text,
    const longread::Parsing* parsing);
}

namespace longread {

Result<HtmlTree> parse_markdown_tree(std::string_view text, const Parsing& parsing) {
    Result<HtmlTree> tree = Error{Code::parser_unavailable, {}, 0, 0, 0, {}};
    ::parse_markdown(&tree, &text, &parsing);
    return tree;
}

}  // namespace longread
