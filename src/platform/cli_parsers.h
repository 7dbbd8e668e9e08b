// The parsers of the command: gumbo for HTML, cmark for Markdown.
#pragma once

#include "read/parsers.h"

namespace longread {

Parsers native_parsers();

}  // namespace longread
