// The seams through which HTML and Markdown come in: the browser's own parser and a module of its own in the
// page, gumbo and cmark natively. All give the same neutral tree, which html_policy.h turns into blocks.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/html_tree.h"

namespace longread {

// Takes UTF-8 text, gives the tree of its body. Errors: tree_too_large, parser_unavailable.
using ParseText = Result<HtmlTree> (*)(std::string_view text);

struct Parsers {
    ParseText html = nullptr;
    ParseText markdown = nullptr;  // parser_unavailable: not there yet, worth asking again
};

}  // namespace longread
