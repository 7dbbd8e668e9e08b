// WordPress shortcodes that nobody has expanded: [caption ...], [gallery ...], [embed]...[/embed], and embeds
// that nobody has answered for. What they say about pictures, sounds and films becomes HTML; of others the
// marks go, with a note, and the text that they enclose stays.
#pragma once

#include "read/formats/converter.h"

namespace longread {

// html: of a body; place: for notes. Brackets that are part of the text ("[sic]", "[1]") stay.
std::string_view expand_shortcodes(std::string_view html, JsonValue place, Converter& to);

}  // namespace longread
