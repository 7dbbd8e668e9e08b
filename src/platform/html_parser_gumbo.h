// HTML for the command and the tests, by the gumbo that nokogiri keeps up: entered the same way as the
// browser's parser is in the page, and what comes out is the same tree.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/html_tree.h"

namespace longread {

// The tree of the body. Comments and all that is outside the HTML namespace vanish; elements deeper than 100
// levels are unwrapped. Errors: tree_too_large (more than 1 MiB, 50,000 nodes, 1,000 attributes of an
// element), tree_too_deep (more than 510 levels). In time and memory bounded by the size of the text,
// whatever it holds.
Result<HtmlTree> parse_html(std::string_view text, Arena& arena);

}  // namespace longread
