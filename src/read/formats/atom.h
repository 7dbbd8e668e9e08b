// Atom 1.0: what the elements of an entry mean.
#pragma once

#include "read/formats/xml_feed.h"

namespace longread {

// The child of an entry that has just begun; name: its own, without the prefix that Atom may have.
void read_atom_child(std::string_view name, XmlReader& xml, FeedEntry& entry, Converter& to);

// The text of the element that has just begun, which says of itself whether it is text, html or xhtml: as
// HTML.
std::string_view read_atom_text(XmlReader& xml, Arena& arena);

}  // namespace longread
