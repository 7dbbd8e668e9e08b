// Cards (related and rail stories), alone or as the items of a feed.
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "model/surroundings.h"
#include "read/document_reader.h"

namespace longread {

// Cards of a JSON list; those without a title or a URL are dropped with a note, those past 50 are cut.
List<Card> read_cards(JsonValue list, DocumentReader& reader);

// A feed: JSON Feed 1.1, with our fields under "_longread", or {"longread": 1, "items": [cards]}.
// Errors: those of parse_json; foreign_document, which convert_document (read/formats) may change.
Result<Feed> read_feed(std::string_view source, std::string_view base_url, Arena& arena, Notes& notes);

}  // namespace longread
