// Contentful Rich Text: a document alone, an entry, or the reply that holds one with what it links to.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter contentful;

}  // namespace longread
