#include "platform/cli_schemas.h"

#include <regex.h>

#include <string>

#include "platform/schemas.h"

namespace longread {
namespace {

// POSIX's extended expressions, which mean the same as ECMAScript's in the patterns of our schemas.
bool matches(std::string_view text, std::string_view pattern) {
    regex_t expression;
    if (regcomp(&expression, std::string(pattern).c_str(), REG_EXTENDED | REG_NOSUB) != 0) return false;
    const bool found = regexec(&expression, std::string(text).c_str(), 0, nullptr, 0) == 0;
    regfree(&expression);
    return found;
}

}  // namespace

SchemaSource native_schemas() { return {embedded_schema, matches}; }

}  // namespace longread
