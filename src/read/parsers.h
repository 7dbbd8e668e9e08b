// The seams through which HTML and Markdown come in: the browser's own parser and a module of its own in the
// page, gumbo and cmark natively. All give the same neutral tree, which html_policy.h turns into blocks.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/html_tree.h"

namespace longread {

// What a parser has at hand: memory for the tree, and where to note what it finds odd.
struct Parsing {
    std::string_view path;  // JSON pointer of the text, for notes
    Arena& arena;
    Notes& notes;
};

// Takes UTF-8 text, gives the tree of its body. Errors: tree_too_large, tree_too_deep,
// parser_unavailable; the core itself refuses more than 1 MiB of text.
using ParseText = Result<HtmlTree> (*)(std::string_view text, const Parsing& parsing);

struct Parsers {
    ParseText html = nullptr;
    ParseText markdown = nullptr;  // parser_unavailable: not there yet, worth asking again
};

}  // namespace longread
