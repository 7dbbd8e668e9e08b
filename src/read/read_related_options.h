// The publisher's settings for the choice of related stories, as an attribute writes them.
#pragma once

#include <string_view>

#include "model/choices.h"

namespace longread {

// "half-life=30 floor=60": days (0 to 36,500) and a score (0 to 1000), in any order, either may be missing.
// What is none of these, or out of bounds, changes nothing.
RelatedOptions read_related_options(std::string_view text);

}  // namespace longread
