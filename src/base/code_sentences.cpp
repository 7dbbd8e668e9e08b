// Apart from error.cpp: sentences are for the command line and the documentation, and the browser's module
// must not carry them.
#include "base/error.h"

namespace longread {

std::string_view code_sentence(Code code) {
    switch (code) {
        case Code::empty_input: return "The document is empty.";
        case Code::input_too_large: return "The document is larger than the limit.";
        case Code::json_syntax: return "The document is not valid JSON.";
        case Code::json_encoding: return "The document is not valid UTF-8.";
        case Code::json_too_deep: return "The JSON is nested deeper than the limit.";
        case Code::json_too_many_values: return "The JSON holds more values than the limit.";
        case Code::html_not_json:
            return "The document is HTML, where JSON was expected: often an error page.";
        case Code::not_a_document: return "The JSON is no document of a kind that Longread reads.";
        case Code::foreign_document:
            return "The document is of another system, whose format is not read here.";
        case Code::unsupported_version:
            return "The document is of a version that this Longread does not read.";
        case Code::empty_body: return "The article has no body, or nothing of its body can be shown.";
        case Code::tree_too_deep: return "The body is nested deeper than the limit.";
        case Code::tree_too_large: return "The body holds more elements and texts than the limit.";
        case Code::parser_unavailable: return "The body needs a parser that is not there.";
        case Code::bad_request: return "The request is malformed.";
        case Code::unknown_field: return "A field of that name is not known and was ignored.";
        case Code::wrong_type: return "A value is of another type than its field takes and was ignored.";
        case Code::duplicate_field: return "A field stands twice in one object; the last one counts.";
        case Code::missing_field: return "A field that is needed here is missing.";
        case Code::bad_url: return "A URL is malformed or not allowed in this place and was dropped.";
        case Code::bad_date:
            return "A date is not of the form 2021-07-30 or 2021-07-30T09:15:00Z and was dropped.";
        case Code::bad_value: return "A value is outside what its field takes and was dropped or replaced.";
        case Code::unknown_block: return "A block of that type is not known and was dropped.";
        case Code::unknown_inline: return "An inline element of that type is not known; its text was kept.";
        case Code::slug_alt: return "An alternative text looks like a file's name and is not read aloud.";
        case Code::missing_alt: return "A picture has no alternative text.";
        case Code::html_dropped: return "An element that is not allowed was dropped with its content.";
        case Code::html_unwrapped: return "An element that is not known was dropped; its content was kept.";
        case Code::embed_as_link:
            return "An embedded page became a link, which the page frames at a click if it knows the host.";
        case Code::markdown_table: return "Markdown text looks like a table, which CommonMark does not have.";
        case Code::markdown_strikethrough:
            return "Markdown text looks like strikethrough, which CommonMark does not have.";
        case Code::markdown_footnote:
            return "Markdown text looks like a footnote, which CommonMark does not have.";
        case Code::list_cut: return "A list is longer than the limit; its end was dropped.";
        case Code::text_cut: return "A text is longer than the limit; its end was dropped.";
        case Code::stale_campaign: return "A campaign's figures are older than it allows and are not shown.";
        case Code::archive_refused:
            return "A file of the related-stories archive is cut, changed, another one or of another "
                   "version.";
        case Code::archive_stale:
            return "The file of the related-stories archive does not have the story, which another one has "
                   "by now.";
    }
    return "";
}

}  // namespace longread
