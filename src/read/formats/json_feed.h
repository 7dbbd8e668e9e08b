// JSON Feed 1.0 and 1.1: an item, or the first item of a feed, as an article. As a feed of stories it needs
// no conversion (read_cards.h).
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter json_feed;

// Whether a document is a whole feed, rather than an item of one.
bool is_json_feed(JsonValue root);

}  // namespace longread
