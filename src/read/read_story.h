// Stories as a list of lines of JSON gives them, one object a line: what an archive is made of.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/story.h"
#include "read/document_reader.h"

namespace longread {

// {id, title, text?, dek?, tags?, date | published?, url?, lang?, section?, series?}: other members are not
// looked at. The id may be missing where there is a URL, which then takes its place. Texts live in the arena
// or in the line. Errors: those of parse_json; not_a_document where the line is no object, missing_field
// without id or title. What is of the wrong type or no date is noted and left out.
Result<Story> read_story(std::string_view line, Arena& arena, Notes& notes);
// The same of a line that is parsed already; its other members are the caller's.
Result<Story> read_story(JsonValue root, DocumentReader& reader);

}  // namespace longread
