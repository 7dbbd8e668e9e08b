// What cmark would spend too much memory or time on, found in one pass over the text before it is parsed.
#pragma once

#include <optional>
#include <string_view>

#include "base/error.h"

namespace longread {

// nullopt: cmark may have it. Errors: input_too_large, tree_too_deep; the detail says which limit.
std::optional<Error> find_markdown_excess(std::string_view text);

}  // namespace longread
