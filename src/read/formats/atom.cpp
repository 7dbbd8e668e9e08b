#include "read/formats/atom.h"

#include "base/text.h"

namespace longread {
namespace {

void read_link(XmlReader& xml, FeedEntry& entry) {
    const std::string_view rel = xml.attribute("rel");
    const std::string_view href = xml.attribute("href");
    if (rel.empty() || rel == "alternate") {
        if (entry.story.url.empty()) entry.story.url = href;
    } else if (rel == "enclosure" && xml.attribute("type").substr(0, 6) == "image/") {
        offer_picture(href, PictureRank::attached, xml, entry);
    }
}

}  // namespace

std::string_view read_atom_text(XmlReader& xml, Arena& arena) {
    const std::string_view type = xml.attribute("type");
    if (type == "xhtml") return xml.read_markup();
    const std::string_view text = xml.read_text();
    if (type == "html" || type == "text/html") return text;
    TextBuffer html;
    append_escaped(html, text);
    return arena.keep(html);
}

void read_atom_child(std::string_view name, XmlReader& xml, FeedEntry& entry, Converter& to) {
    ForeignStory& story = entry.story;
    if (read_extension(xml, entry, to)) return;
    if (name == "title") {
        story.title = to.plain_text(read_atom_text(xml, to.arena()), {});
    } else if (name == "link") {
        read_link(xml, entry);
    } else if (name == "id") {
        story.id = xml.read_text();
    } else if (name == "summary") {
        entry.summary = read_atom_text(xml, to.arena());
    } else if (name == "content") {
        entry.content = read_atom_text(xml, to.arena());
    } else if (name == "published") {
        story.published = xml.read_text();
    } else if (name == "updated" && story.published.empty()) {
        story.published = xml.read_text();
    } else if (name == "category") {
        const std::string_view label = xml.attribute("label");
        add_topic(label.empty() ? xml.attribute("term") : label, entry, to);
    }
}

}  // namespace longread
