// Markdown that holds raw HTML, as HTML: for an HTML parser and never for a page.
#pragma once

#include <string_view>

#include "model/html_tree.h"

namespace longread {

// Elements named Tag::unknown hold raw HTML as their text, which stands in the output as it was written.
std::string_view print_markdown_html(const HtmlTree& tree, Arena& arena);

}  // namespace longread
