// Ghost: posts and pages of its Content API ({"posts": [...]}, of which the first is the article), a post by
// itself, and those of its import files ({"url", "data"}).
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter ghost;

}  // namespace longread
