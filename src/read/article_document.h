// What the readers of an article document have in common: it is parsed, its version checked, its language known.
#pragma once

#include <string_view>

#include "base/result.h"
#include "read/document_reader.h"

namespace longread {

// Sets the reader's language, "en" where the document does not say. Errors: those of parse_json; not_a_document,
// unsupported_version.
Result<JsonDocument> parse_article_document(std::string_view source, DocumentReader& reader);

}  // namespace longread
