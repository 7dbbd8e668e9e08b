#include "read/read_markup.h"

#include "read/html_policy.h"

namespace longread {
namespace {

constexpr std::size_t max_markup = 1U << 20U;  // notes/security.md section 6

}  // namespace

// HTML and Markdown differ only in the parser; what comes out meets the same policy.
Result<Blocks> read_markup(JsonValue text, std::string_view from, ParseText parse, DocumentReader& reader) {
    Error missing = reader.error(Code::parser_unavailable, text, {});
    if (!from.empty()) missing = Error{Code::parser_unavailable, from, 0, 0, 0, {}};
    if (parse == nullptr) return missing;
    if (text.text().size() > max_markup) {
        missing.code = Code::input_too_large;
        missing.detail = "more than 1 MiB of markup";
        return missing;
    }
    const Result<HtmlTree> tree = parse(text.text(), {missing.path, reader.arena(), reader.notes()});
    if (!tree) {
        missing.code = tree.error().code;
        missing.detail = tree.error().detail;
        return missing;
    }
    return read_blocks(*tree, {reader.lang(), reader.base_url(), missing.path, reader.arena()},
                       reader.notes());
}

}  // namespace longread
