// Prints a tree as HTML text, byte for byte what a browser prints when it serialises the same nodes (getHTML,
// innerHTML), so that the command and the page can be compared. The only file of render that emits '<'.
#pragma once

#include <string>

#include "model/html_tree.h"

namespace longread {

// Of an unknown element only the content is printed; of a dropped one, nothing.
std::string write_html(const HtmlTree& tree);

}  // namespace longread
