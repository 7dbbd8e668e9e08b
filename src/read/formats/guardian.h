// The Guardian's two: the Content API (an item, or a list of them as a feed), and the model that its pages
// are drawn from (dotcom-rendering), with its elements on their own.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter guardian;

}  // namespace longread
