// The document in which a reader's device remembers.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "model/reader_state.h"

namespace longread {

// source: the document as the browser's storage holds it, where any script of the page, an earlier or later
// version of ours, or the reader may have written. There is no error: what cannot be a document of ours, of
// this version and at most most_state_bytes long, is an empty state; entries that cannot be ours are left
// out: of another type, beyond their bounds, weeks that begin on no Monday or stand in no order. Of lists
// that are too long the first entries go, since the last are the newest.
ReaderState read_state(std::string_view source, Arena& arena);

}  // namespace longread
