// Whether a document keeps to its JSON Schema (web/schema): for an editor's check, which says more than the
// readers of a page have bytes for. The keywords are those that the schemas use: type, const, enum, required,
// properties, items, anyOf, $ref, pattern, minimum, maximum and the limits of lengths; unknown members and
// the forms of URLs and dates are the readers' part.
#pragma once

#include <string_view>

#include "base/error.h"
#include "base/json.h"

namespace longread {

// Where schemas come from, and what their patterns mean: platform code.
struct SchemaSource {
    // The text of a schema by its file's name ("card.schema.json"); empty where there is none.
    std::string_view (*find)(std::string_view name) = nullptr;
    // Whether a text has a regular expression of ECMAScript.
    bool (*matches)(std::string_view text, std::string_view pattern) = nullptr;
};

// Notes of everything that does not keep to the schema of that name, in document order, at its place in
// `source`, of which `root` is the root: wrong_type, bad_value, missing_field. Nothing where there is no such
// schema. Texts live in the arena.
Notes check_schema(std::string_view source, JsonValue root, std::string_view name,
                   const SchemaSource& schemas, Arena& arena);

}  // namespace longread
