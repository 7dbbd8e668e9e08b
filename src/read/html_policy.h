// The one allowlist (notes/security.md section 5): a neutral tree of any origin becomes blocks of ours. What
// is not listed is unwrapped or dropped with its content, as the list says, and noted. Nothing of the input's
// markup goes through: only text, URLs that passed the policy of base/url.h, and numbers within bounds.
#pragma once

#include <string_view>

#include "base/error.h"
#include "model/block.h"
#include "model/html_tree.h"

namespace longread {

struct PolicyContext {
    std::string_view lang;      // of the article: quotes, notes
    std::string_view base_url;  // relative URLs are resolved against it; may be empty
    std::string_view path;      // JSON pointer of the body, for notes
    Arena& arena;               // where what comes out lives
};

// Blocks of a parsed body. Loose inline content becomes paragraphs; headings keep their order but h1 becomes
// h2; a paragraph that holds only a picture becomes an image block; paragraphs of nothing but white space
// vanish.
Blocks read_blocks(const HtmlTree& tree, const PolicyContext& context, Notes& notes);

}  // namespace longread
