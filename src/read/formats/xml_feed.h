// Feeds in XML as a feed of ours: what RSS and Atom (rss.h, atom.h) have in common.
#pragma once

#include "read/formats/foreign_story.h"
#include "read/formats/xml_reader.h"

namespace longread {

// Writes the members of a feed into the object that is open. Errors: html_not_json for a page,
// not_a_document for other XML and for what is not well-formed, with its place; the limits of xml_reader.h.
std::optional<Error> convert_xml_feed(std::string_view source, Converter& to);

// A story while it is read.
struct FeedEntry {
    ForeignStory story;
    std::string_view summary;  // HTML
    std::string_view content;  // HTML
    int picture_rank = 0;      // how good the picture is that was found
};

// The elements that feeds of both kinds have from other vocabularies (Media RSS, Dublin Core, iTunes), where
// the one that has just begun is of those.
void read_extension(XmlReader& xml, FeedEntry& entry, Converter& to);

// A medium that the element that has just begun points at: a picture is the story's, if it is the best so
// far.
void read_media(XmlReader& xml, FeedEntry& entry);

void add_topic(std::string_view topic, FeedEntry& entry, Converter& to);

}  // namespace longread
