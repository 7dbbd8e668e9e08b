// RSS 2.0, 0.9x and 1.0 (RDF): what the elements of an item mean.
#pragma once

#include "read/formats/xml_feed.h"

namespace longread {

// The child of an item that has just begun.
void read_rss_child(XmlReader& xml, FeedEntry& entry, Converter& to);

}  // namespace longread
