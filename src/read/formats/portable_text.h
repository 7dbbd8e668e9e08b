// Portable Text (Sanity): a list of blocks alone, or in a member of a document.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter portable_text;

}  // namespace longread
