// What stands around the story in an article document: its related cards, rails and newsletter.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/surroundings.h"

namespace longread {

// source: the article document, as for read_article, which reads the rest of it. Errors: those of
// parse_json; foreign_document, unsupported_version.
Result<Surroundings> read_surroundings(std::string_view source, std::string_view base_url, Arena& arena,
                                       Notes& notes);

}  // namespace longread
