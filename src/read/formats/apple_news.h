// Apple News Format: {"identifier", "components": [...]}. What is said twice (the title, the authors, the
// picture at the top) is shown once; what only the app can show (advertisements, layouts, scenes) is left
// out.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter apple_news;

}  // namespace longread
