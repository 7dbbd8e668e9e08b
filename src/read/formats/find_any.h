// Members of foreign documents, which call one thing by several names and keep it at several places.
#pragma once

#include <string_view>

#include "base/json.h"

namespace longread {

// The first value that says something, of several paths with spaces between them: "headlines.basic title". A
// step of "0" is the first element or member, whatever its name. null, "" and empty lists say nothing.
JsonValue find_any(JsonValue value, const char* paths);
JsonValue find_any_of(JsonValue value, std::string_view paths);
// The member of that name and nothing else. (A literal is one word to pass; a string_view is two, in memory.)
JsonValue find_member(JsonValue value, const char* name);
// The text of what find_any finds; empty for what is no text.
std::string_view find_text(JsonValue value, const char* paths);

// Whether a word, which may be empty, is one of a list.
bool find_word(std::string_view list, std::string_view word);

}  // namespace longread
