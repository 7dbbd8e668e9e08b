// Excerpts as systems make them: with "[…]" or "Continue reading" at the end, or so long that they are the
// text itself.
#pragma once

#include "read/formats/converter.h"

namespace longread {

struct Excerpt {
    std::string_view text;  // plain; what says that more is to come has become an ellipsis
    bool is_cut = false;    // something said so: the text's own beginning, not a summary of it
};

// html: as the system gives it. place: for notes.
Excerpt read_excerpt(std::string_view html, JsonValue place, Converter& to);

// Whether the excerpt is nothing but the beginning of the text, in HTML.
bool repeats_beginning(std::string_view excerpt, std::string_view html, JsonValue place, Converter& to);

// The text, or so much of its beginning as a card has room for, with an ellipsis.
std::string_view teaser_of(std::string_view text, Arena& arena);

}  // namespace longread
