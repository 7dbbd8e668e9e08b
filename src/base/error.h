// What can go wrong, as values. One list of codes serves errors (no article comes out) and notes (an article
// comes out, with something dropped or repaired); each code has one name and one sentence.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/list.h"

namespace longread {

enum class Code : std::uint8_t {
    // Errors: no article.
    empty_input,
    input_too_large,
    json_syntax,
    json_encoding,
    json_too_deep,
    json_too_many_values,
    html_not_json,
    not_a_document,
    foreign_document,
    unsupported_version,
    empty_body,
    tree_too_deep,
    tree_too_large,
    parser_unavailable,
    bad_request,
    // Notes: an article, with something dropped or repaired.
    unknown_field,
    wrong_type,
    duplicate_field,
    missing_field,
    bad_url,
    bad_date,
    bad_value,
    unknown_block,
    unknown_inline,
    slug_alt,
    missing_alt,
    html_dropped,
    html_unwrapped,
    embed_as_link,
    markdown_table,
    markdown_strikethrough,
    markdown_footnote,
    list_cut,
    text_cut,
    stale_campaign,
    archive_refused,
    archive_stale,
};

// A finding about a document: an error or a note, told apart by where it is returned. Its texts are literals
// or live in the arena of the call.
struct Error {
    Code code{};
    std::string_view path;     // JSON pointer (RFC 6901) into the document; empty for the whole
    std::uint32_t offset = 0;  // bytes from the start of the document
    std::uint32_t line = 0;    // from 1; 0 when the place is not known
    std::uint32_t column = 0;  // from 1, in code points
    std::string_view detail;   // for developers, English; never shown to readers
};

using Note = Error;
using Notes = List<Note>;

// The kebab-case name of a code, as it stands in events and on the command line: "json-syntax".
std::string_view code_name(Code code);

// One English sentence about a code, for the command line and the documentation.
std::string_view code_sentence(Code code);

}  // namespace longread
