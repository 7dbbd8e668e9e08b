// The article of a page as ranking sees it: its words, whatever its body is written in.
#pragma once

#include "base/json.h"
#include "model/surroundings.h"
#include "read/document_reader.h"

namespace longread {

// article: the root of a document of ours. story: what has been read of it as a card. The text is that of the
// body without tags and character references, up to 64 KB; it is for counting words, not for showing.
Story read_subject(JsonValue article, const Card& story, DocumentReader& reader);

}  // namespace longread
