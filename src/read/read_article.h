// The story of an article document (native format, design.md section 6) to the model: all of it but what
// stands around the story, which is read_surroundings.h's.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/article.h"
#include "read/parsers.h"

namespace longread {

// source: UTF-8 JSON. base_url: absolute, or empty. What comes out lives in the arena. Errors: those of
// parse_json; foreign_document, unsupported_version, empty_body; parser_unavailable when the body needs a
// parser that is not there yet; tree_too_large, tree_too_deep from the parsers. Everything else that does not
// fit becomes a note.
Result<Article> read_article(std::string_view source, std::string_view base_url, const Parsers& parsers,
                             Arena& arena, Notes& notes);

}  // namespace longread
