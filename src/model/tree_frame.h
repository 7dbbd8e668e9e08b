// A tree as bytes, both ways over the WebAssembly boundary: what parse_html returns to
// the core, and what the modules return to the page. Little endian:
//
//     u32 count of operation words    u32 size of pool
//     operations    u32 each: 0 close, 1 open, 2 attribute, 3 text in the low two bits;
//                   open: Tag << 2
//                   attribute: Attr << 2, and a second u32: length of its value
//                   text: length << 2
//     pool          all values and texts in order, UTF-8
//
// Names are numbers: their place in Tag and Attr, which web/src/view/closed-lists.js repeats (a test compares
// them); so nothing else can be named. An element that is none of ours is Tag::unknown with its name in
// Attr::name_was, which must come first.
//
// Lengths count bytes on the way in; on the way out they count UTF-16 units, so that a page decodes the pool
// once and takes slices of one string.
#pragma once

#include <string_view>

#include "base/result.h"
#include "base/text_buffer.h"
#include "model/html_tree.h"

namespace longread {

enum class LengthUnit : bool { bytes, utf16 };

// Writes a tree as a frame: for the core in bytes, for a page in UTF-16 units.
void append_tree_frame(TextBuffer& out, const HtmlTree& tree, LengthUnit unit);

struct TreeLimits {
    std::uint32_t depth = 100;     // design.md section 8: deeper elements are unwrapped
    std::uint32_t nodes = 50'000;  // elements and texts
    std::uint32_t refused_depth =
        510;  // what Chromium and Firefox both build as it is written; they flatten more
};

// Reads a frame in bytes that a parser outside the core has written; nothing in it is trusted. Errors:
// bad_request (not a frame), tree_too_large, tree_too_deep. Elements deeper than the limit are unwrapped; of
// a dropped element only its name stays.
Result<HtmlTree> read_tree_frame(std::string_view frame, Arena& arena, const TreeLimits& limits = {});

}  // namespace longread
