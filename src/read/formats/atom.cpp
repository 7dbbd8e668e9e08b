#include "read/formats/atom.h"

#include "base/text.h"

namespace longread {
namespace {

enum class AtomName : int { title, link, id, summary, content, published, updated, category };
constexpr std::string_view names = "title link id summary content published updated category";

void read_link(XmlReader& xml, FeedEntry& entry) {
    const std::string_view rel = xml.attribute("rel");
    const std::string_view href = xml.attribute("href");
    if (rel.empty() || rel == "alternate") {
        if (entry.story.url.empty()) entry.story.url = href;
    } else if (rel == "enclosure") {
        read_media(xml, entry);
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
    switch (static_cast<AtomName>(word_index(names, name))) {
        case AtomName::title: story.title = to.words_of(read_atom_text(xml, to.arena()), {}); break;
        case AtomName::link: read_link(xml, entry); break;
        case AtomName::id: story.id = xml.read_text(); break;
        case AtomName::summary: entry.summary = read_atom_text(xml, to.arena()); break;
        case AtomName::content: entry.content = read_atom_text(xml, to.arena()); break;
        case AtomName::published: story.published = xml.read_text(); break;
        case AtomName::updated: story.updated = xml.read_text(); break;
        case AtomName::category:
            add_topic(either(xml.attribute("label"), xml.attribute("term")), entry, to);
            break;
        default: break;
    }
}

}  // namespace longread
