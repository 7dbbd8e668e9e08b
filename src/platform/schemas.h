// The JSON Schemas of the web package (web/schema), which the build puts into the command for its check.
#pragma once

#include <string_view>

namespace longread {

// The schema in the file of that name, or an empty text. Lives as long as the program.
std::string_view embedded_schema(std::string_view name);

}  // namespace longread
