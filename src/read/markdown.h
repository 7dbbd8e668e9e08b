// Markdown (CommonMark 0.30) to the neutral tree, by cmark. The only user of cmark.
#pragma once

#include <string_view>

#include "read/parsers.h"

namespace longread {

// What Markdown becomes: a tree, or, where it holds raw HTML, the HTML of the whole text, which the caller
// must give to an HTML parser.
struct MarkdownOutcome {
    bool is_html = false;
    HtmlTree tree;
    std::string_view html;
};

// text: UTF-8, at most 1 MiB. parse_html: asked for the rarer of HTML's named characters. Errors:
// input_too_large; tree_too_deep (nesting beyond 100).
Result<MarkdownOutcome> parse_markdown(std::string_view text, ParseText parse_html, const Parsing& parsing);

}  // namespace longread
