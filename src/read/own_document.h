// What the readers of a document have in common: it is parsed and told from those of other systems, its
// version is checked, its language known.
#pragma once

#include <string_view>

#include "base/result.h"
#include "read/document_reader.h"

namespace longread {

// Sets the reader's language, where the document says one. Errors: those of parse_json; unsupported_version;
// foreign_document where it does not say that it is ours, which convert_document (read/formats) may change.
Result<JsonDocument> parse_own_document(std::string_view source, DocumentReader& reader);

}  // namespace longread
