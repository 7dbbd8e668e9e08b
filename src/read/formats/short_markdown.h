// The Markdown that Apple News Format has in its texts: paragraphs, headings, lists, emphasis, links and
// code. The whole of Markdown weighs as much as the core; and what a body of several pieces holds can only be
// converted here.
#pragma once

#include <string_view>

#include "read/formats/html_builder.h"

namespace longread {

void append_markdown(HtmlBuilder& out, std::string_view markdown);

}  // namespace longread
