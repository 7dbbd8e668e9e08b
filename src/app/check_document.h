// What an editor's check of a document finds: the same readers as for rendering, with nothing drawn.
#pragma once

#include <optional>
#include <string_view>

#include "app/check_schema.h"
#include "base/error.h"
#include "read/parsers.h"

namespace longread {

enum class DocumentKind : unsigned char { article, feed, campaigns };

struct CheckReport {
    DocumentKind kind{};
    std::string_view format;    // "longread", or the name of the system that it comes from
    std::string_view contents;  // what was read, in words; empty where there is an error
    Notes notes;
    std::optional<Error> error;  // the document cannot be used at all
};

// What comes out lives in the arena. format: as in convert_document. The kind is told by content: a member
// "campaigns" or "items" at the top, or XML; else an article. find_schema: for documents of our own format;
// nullptr: the readers' findings only.
CheckReport check_document(std::string_view source, std::string_view format, std::string_view base_url,
                           const Parsers& parsers, FindSchema find_schema, Arena& arena);

}  // namespace longread
