// Finds what readers of other dialects would take for a table, struck-out text or a footnote, and what
// CommonMark leaves as plain text. For the command: a page has nobody to tell.
#pragma once

#include <string_view>

#include "base/error.h"

namespace longread {

// One note of a kind at most: markdown_table, markdown_strikethrough, markdown_footnote; the detail names the
// first line. source: the Markdown; path: its JSON pointer. Text in fenced or indented code and in code spans
// is passed over.
void note_markdown_extensions(std::string_view source, std::string_view path, Arena& arena, Notes& notes);

}  // namespace longread
