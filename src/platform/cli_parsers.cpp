#include "platform/cli_parsers.h"

#include "platform/html_parser_gumbo.h"
#include "read/markdown.h"
#include "read/markdown_notes.h"

namespace longread {
namespace {

Result<HtmlTree> parse_html_body(std::string_view text, const Parsing& parsing) {
    return parse_html(text, parsing.arena);
}

// Markdown that holds raw HTML is HTML, and takes its way.
Result<HtmlTree> parse_markdown_body(std::string_view text, const Parsing& parsing) {
    note_markdown_extensions(text, parsing.path, parsing.arena, parsing.notes);
    const Result<MarkdownOutcome> outcome = parse_markdown(text, parse_html_body, parsing);
    if (!outcome) return outcome.error();
    if (outcome->is_html) return parse_html(outcome->html, parsing.arena);
    return outcome->tree;
}

}  // namespace

Parsers native_parsers() { return {parse_html_body, parse_markdown_body}; }

}  // namespace longread
