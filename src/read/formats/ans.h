// Arc XP's ANS, 0.4 to 0.10: a story, or any element on its own, as an article; a collection, the reply of a
// search, or a list of stories as a feed.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter ans;

}  // namespace longread
