// What the page does for the core module: it parses HTML (DOMParser), and calls the module that parses
// Markdown, which may not be there yet. See src/README.md, "Wire format".
#pragma once

#include <string_view>

#include "read/parsers.h"

namespace longread {

// Errors: parser_unavailable; tree_too_large; whatever the parser refused.
Result<HtmlTree> parse_html(std::string_view text, const Parsing& parsing);
Result<HtmlTree> parse_markdown_tree(std::string_view text, const Parsing& parsing);

}  // namespace longread
