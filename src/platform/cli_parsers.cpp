#include "platform/cli_parsers.h"

#include "platform/html_parser_gumbo.h"
#include "read/markdown.h"

namespace longread {
namespace {

// Markdown that holds raw HTML is HTML, and takes its way.
Result<HtmlTree> parse_markdown_or_html(std::string_view text) {
    Result<MarkdownOutcome> outcome = parse_markdown(text);
    if (!outcome) return outcome.error();
    if (outcome->is_html) return parse_html(outcome->html);
    return std::move(outcome->tree);
}

}  // namespace

Parsers native_parsers() { return {parse_html, parse_markdown_or_html}; }

}  // namespace longread
