// Whether a document keeps to its JSON Schema (web/schema): for an editor's check, which says more than the
// readers of a page have bytes for. The keywords are those that the schemas use: type, const, enum, required,
// properties, items, anyOf, $ref, pattern, minimum, maximum and the limits of lengths; unknown members and
// the forms of URLs and dates are the readers' part.
#pragma once

#include <string_view>

#include "base/error.h"
#include "base/json.h"

namespace longread {

// Gives the text of a schema by its file's name ("card.schema.json"); empty where there is none.
using FindSchema = std::string_view (*)(std::string_view name);

// Notes of everything that does not keep to the schema of that name, in document order, at its place in
// `source`, of which `root` is the root: wrong_type, bad_value, missing_field. Nothing where there is no such
// schema. Texts live in the arena.
Notes check_schema(std::string_view source, JsonValue root, std::string_view name, FindSchema find_schema,
                   Arena& arena);

}  // namespace longread
