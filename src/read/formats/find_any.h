// Fields and kinds that foreign documents call by one of several names.
#pragma once

#include <string_view>

#include "base/json.h"

namespace longread {

// The first member that says something, of those names (with spaces between them): null, "" and empty lists
// say nothing.
JsonValue find_any(JsonValue object, std::string_view names);

// Whether a word, which may be empty, is one of a list.
bool find_word(std::string_view list, std::string_view word);

// What stands behind the word in a list of pairs: "ul" for "bulletList" in "paragraph p bulletList ul".
std::string_view find_pair(std::string_view list, std::string_view word);

}  // namespace longread
