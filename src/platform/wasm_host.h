// What the page does for the core module: it parses HTML (DOMParser) and Markdown (a module of its own, which
// may not be there yet). See src/README.md, "Wire format".
#pragma once

#include <string_view>

#include "read/parsers.h"

namespace longread {

// Errors: parser_unavailable; tree_too_large; whatever the parser refused.
Result<HtmlTree> parse_html(std::string_view text, const Parsing& parsing);
Result<HtmlTree> parse_markdown_tree(std::string_view text, const Parsing& parsing);

// The answer of either: 0 where there is no parser, or {u32 size, bytes} in a buffer of the module's own
// `alloc`, which goes with the call. The bytes are a tree frame, or a refusal (model/tree_frame.h).
Result<HtmlTree> take_parsed_tree(char* reply, Arena& arena);

}  // namespace longread
