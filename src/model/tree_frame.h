// A tree as bytes, both ways over the WebAssembly boundary: what parse_html and the Markdown module return to
// the core, and what the core returns to the page. Little endian:
//
//     u32 size of names    u32 count of operation words (u32)    u32 size of pool
//     names                element and attribute names in use, each ended by '\n'; padded with '\n' to 4 bytes
//     operations           u32 each: 0 close, 1 open, 2 attribute, 3 text in the low two bits;
//                          open: index of the name << 2
//                          attribute: index of the name << 2, and a second u32: length of its value
//                          text: length << 2
//     pool                 all values and texts in order, UTF-8
//
// Lengths count UTF-16 units, so that a page decodes the pool once and takes slices of one string.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/html_tree.h"

namespace longread {

// Writes a tree as a frame. Of an unknown element only the content is written; of a dropped one, nothing.
std::string write_tree_frame(const HtmlTree& tree);

struct TreeLimits {
    std::uint32_t depth = 100;     // design.md section 8
    std::uint32_t nodes = 50'000;  // elements and texts
};

// Reads a frame that a parser outside the core has written; nothing in it is trusted.
// Errors: bad_request (not a frame), tree_too_large. Elements deeper than the limit are unwrapped; unknown attributes
// are left out; of a dropped element only its name stays.
Result<HtmlTree> read_tree_frame(std::string_view frame, const TreeLimits& limits = {});

}  // namespace longread
