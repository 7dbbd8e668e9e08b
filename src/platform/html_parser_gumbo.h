// HTML for the command and the tests, by libgumbo: entered the same way as the browser's parser is in the
// page.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/html_tree.h"

namespace longread {

// The tree of the body, made in the arena. Comments and all that is outside the HTML namespace vanish; elements deeper than 100
// levels are unwrapped. Errors: tree_too_large (more than 50,000 tags or nodes), tree_too_deep (more than 512
// elements that nothing closes: gumbo needs quadratic time).
Result<HtmlTree> parse_html(std::string_view text, Arena& arena);

}  // namespace longread
