// Structured blocks: the body of an article, or of a campaign, given as a JSON list.
#pragma once

#include "base/json.h"
#include "model/block.h"
#include "read/document_reader.h"

namespace longread {

// The blocks of a JSON array ({"type":"paragraph","text":"..."}; a plain string is a paragraph). Blocks of an
// unknown type are read for their text and noted, so that no words are lost. Where the reader has no room
// any more, what follows is missing.
Blocks read_json_blocks(JsonValue list, DocumentReader& reader);

// Inline text: a string, or a list of strings and objects ({"type":"strong","text":"..."}).
Inlines read_json_inlines(JsonValue value, DocumentReader& reader);

}  // namespace longread
