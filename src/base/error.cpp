#include "base/error.h"

namespace longread {
namespace {

// In the order of Code, each ended by a space.
constexpr std::string_view names =
    "empty-input input-too-large json-syntax json-encoding json-too-deep json-too-many-values html-not-json "
    "not-a-document foreign-document unsupported-version empty-body tree-too-deep tree-too-large "
    "parser-unavailable "
    "bad-request "
    "unknown-field wrong-type duplicate-field missing-field bad-url bad-date bad-value unknown-block "
    "unknown-inline slug-alt missing-alt html-dropped html-unwrapped embed-as-link markdown-table "
    "markdown-strikethrough markdown-footnote list-cut text-cut stale-campaign "
    "archive-refused archive-stale ";

}  // namespace

std::string_view code_name(Code code) {
    std::string_view rest = names;
    for (auto skip = static_cast<unsigned>(code); skip > 0 && !rest.empty(); --skip) {
        rest.remove_prefix(rest.find(' ') + 1);
    }
    return rest.substr(0, rest.find(' '));
}

}  // namespace longread
