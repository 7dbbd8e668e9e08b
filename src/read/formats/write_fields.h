// Fields of ours written from fields of a foreign document, by tables: a table is a text, which takes a tenth
// of the room in the module that calls would take.
#pragma once

#include "read/formats/converter.h"

namespace longread {

// A table has lines of a member's name, a sign, and where its value is found (find_any.h):
//     id=_id                     as it is: a text or a number
//     title!headlines.basic      HTML, of which the words are taken
//     width#width                a whole number of pixels, also where it is a text
//     tags*taxonomy.tags:text    the texts of a list, or one text; of objects what is found in them
void write_fields(JsonValue value, const char* table, Converter& to);

// A list of objects, each by a table. Items that are texts stay texts; those whose first line finds nothing
// are left out, with a note.
void write_objects(const char* member, JsonValue list, const char* table, Converter& to);

// An object by a table; nothing where its first line finds nothing.
void write_object(const char* member, JsonValue value, const char* table, Converter& to);

// The body; where there is no title yet, a heading that begins it becomes one.
void write_body(std::string_view html, JsonValue place, bool has_title, Converter& to);

}  // namespace longread
