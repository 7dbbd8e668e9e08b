// ProseMirror and TipTap, in both spellings of their names: a document alone, or in a member of one that has
// fields around it.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter prosemirror;

}  // namespace longread
