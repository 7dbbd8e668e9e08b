// A text in HTML or Markdown to blocks: its parser, then the one policy.
#pragma once

#include "base/result.h"
#include "model/block.h"
#include "read/document_reader.h"
#include "read/parsers.h"

namespace longread {

// text: a JSON string of at most 1 MiB. from: the JSON pointer of the place that it was converted from, which
// notes and errors then name; or empty. Errors: parser_unavailable, input_too_large,
// tree_too_large, tree_too_deep.
Result<Blocks> read_markup(JsonValue text, std::string_view from, ParseText parse, DocumentReader& reader);

}  // namespace longread
