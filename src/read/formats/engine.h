// What OpenSearch or Elasticsearch answers, as a feed of stories with scores (engine.md).
#pragma once

#include "read/formats/adapter.h"

namespace longread {

// Hits whose _source has a title and a URL, under the names that site_fields.h knows; `_id` where it has no
// id. The best score becomes 1000, the others what they are of it.
extern const Adapter engine;

}  // namespace longread
