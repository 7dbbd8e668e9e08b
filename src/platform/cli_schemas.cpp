#include "platform/cli_schemas.h"

#include <regex>
#include <string>

#include "platform/schemas.h"

namespace longread {
namespace {

// The library recurses with the text; nothing that a pattern of ours is for is as long.
constexpr std::size_t longest_text = 512;

bool matches(std::string_view text, std::string_view pattern) {
    if (text.size() > longest_text) return false;
    return std::regex_search(std::string(text), std::regex(std::string(pattern)));
}

}  // namespace

SchemaSource native_schemas() { return {embedded_schema, matches}; }

}  // namespace longread
