#include "read/formats/xml_feed.h"

#include "base/text.h"
#include "read/formats/atom.h"
#include "read/formats/excerpt.h"
#include "read/formats/foreign_html.h"
#include "read/formats/foreign_time.h"
#include "read/formats/rss.h"

namespace longread {
namespace {

// Of a summary: more than a card shows, and no whole book.
constexpr std::size_t most_summary = 16'384;

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    for (const char c : text.substr(0, 6)) {
        if (c < '0' || c > '9') break;
        number = number * 10 + (c - '0');
    }
    return number;
}

// Says so, or where nothing is said, is called so.
bool is_picture(XmlReader& xml, std::string_view url) {
    const std::string_view kind = either(xml.attribute("medium"), xml.attribute("type"));
    if (!kind.empty()) return kind.substr(0, 5) == "image";
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    return has_word("jpg jpeg png webp avif gif", path.substr(path.rfind('.') + 1));
}

// Extensions by their names, and how good the pictures are that they have.
enum class Extension : int { thumbnail, icon, media, group, date, subject, language };
constexpr std::string_view extension_names =
    "media:thumbnail itunes:image media:content media:group dc:date dc:subject dc:language";

Extension extension_of(XmlReader& xml) {
    return static_cast<Extension>(word_index(extension_names, xml.name()));
}

// What is left to do when all of an entry has been read.
void finish(FeedEntry& entry, Converter& to) {
    ForeignStory& story = entry.story;
    const std::string_view summary = entry.summary.empty() ? entry.content : entry.summary;
    story.dek = read_excerpt(summary.substr(0, most_summary), {}, to).text;
    if (story.published.empty()) story.published = story.updated;
    if (!story.picture.src.empty()) return;
    story.picture.src = first_picture(entry.content, {}, to);
    if (story.picture.src.empty()) story.picture.src = first_picture(entry.summary, {}, to);
}

class XmlFeedReader {
  public:
    XmlFeedReader(XmlReader& xml, Converter& to) : xml_(xml), to_(to) {}

    // At the root's start. Atom has entries in it; RSS has them in a channel, RDF beside one.
    std::optional<Error> convert() {
        is_atom_ = local_name(xml_.name()) == "feed";
        lang_ = xml_.attribute("xml:lang");
        read_children();
        if (xml_.error()) return *xml_.error();
        if (!title_.empty()) to_.out().member("title", title_);
        const std::string_view lang = language_of(lang_, to_.arena());
        if (!lang.empty()) to_.out().member("lang", lang);
        to_.out().begin_array("items");
        for (const ForeignStory& story : stories_) write_card(story, to_);
        to_.out().end_array();
        return std::nullopt;
    }

    // Without "atom:" and "rdf:": a prefix that a whole feed may have.
    static std::string_view local_name(std::string_view name) {
        return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
    }

  private:
    void read_children() {
        const std::uint32_t depth = xml_.depth();
        while (xml_.next_child(depth)) read_child();
    }

    void read_child() {
        const std::string_view name = is_atom_ ? local_name(xml_.name()) : xml_.name();
        if (name == (is_atom_ ? "entry" : "item")) {
            read_entry();
        } else if (name == "channel" && !is_atom_ && xml_.depth() == 2) {
            read_children();
        } else if (name == "title" && title_.empty()) {
            const std::string_view html = is_atom_ ? read_atom_text(xml_, to_.arena()) : xml_.read_text();
            title_ = to_.words_of(html, {});
        } else if ((name == "language" || name == "dc:language") && lang_.empty()) {
            lang_ = xml_.read_text();
        }
    }

    void read_entry() {
        if (stories_.size() == most_written_cards) return;
        FeedEntry entry;
        const std::uint32_t depth = xml_.depth();
        while (xml_.next_child(depth)) {
            // The vocabularies that are common to both have a prefix.
            const std::string_view name = xml_.name();
            const bool is_atom =
                is_atom_ && (name.find(':') == std::string_view::npos || name.substr(0, 5) == "atom:");
            if (is_atom) {
                read_atom_child(local_name(name), xml_, entry, to_);
            } else if (is_atom_) {
                read_extension(xml_, entry, to_);
            } else {
                read_rss_child(xml_, entry, to_);
            }
        }
        finish(entry, to_);
        stories_.add(entry.story, to_.arena());
    }

    XmlReader& xml_;
    Converter& to_;
    bool is_atom_ = false;
    std::string_view title_;
    std::string_view lang_;
    List<ForeignStory> stories_;
};

bool is_feed_root(std::string_view name) { return has_word("rss feed RDF", XmlFeedReader::local_name(name)); }

}  // namespace

void read_media(XmlReader& xml, FeedEntry& entry) {
    constexpr int icon_rank = 1;
    constexpr int thumbnail_rank = 2;
    constexpr int full_rank = 3;
    const Extension extension = extension_of(xml);
    const std::string_view src = either(xml.attribute("url"), xml.attribute("href"));
    int rank = full_rank;
    if (extension == Extension::thumbnail) rank = thumbnail_rank;
    if (extension == Extension::icon) rank = icon_rank;
    if (src.empty() || (rank == full_rank && !is_picture(xml, src))) return;
    ForeignPicture& picture = entry.story.picture;
    const std::int64_t width = number_in(xml.attribute("width"));
    const bool is_better = rank > entry.picture_rank || (rank == entry.picture_rank && width > picture.width);
    if (width == 1 || !is_better) return;
    entry.picture_rank = rank;
    picture.src = src;
    picture.width = width;
    picture.height = number_in(xml.attribute("height"));
}

void read_extension(XmlReader& xml, FeedEntry& entry, Converter& to) {
    switch (extension_of(xml)) {
        case Extension::thumbnail:
        case Extension::icon:
        case Extension::media: read_media(xml, entry); break;
        case Extension::group: {
            const std::uint32_t depth = xml.depth();
            while (xml.next_child(depth)) read_extension(xml, entry, to);
            break;
        }
        case Extension::date: entry.story.published = xml.read_text(); break;
        case Extension::subject: add_topic(xml.read_text(), entry, to); break;
        case Extension::language: entry.story.lang = language_of(xml.read_text(), to.arena()); break;
        default: break;
    }
}

void add_topic(std::string_view topic, FeedEntry& entry, Converter& to) {
    const std::string_view label = to.words_of(topic, {});
    if (!label.empty()) entry.story.tags.add({label, {}}, to.arena());
}

std::optional<Error> convert_xml_feed(std::string_view source, Converter& to) {
    XmlReader xml(source, to.arena());
    const XmlEvent event = xml.next();
    if (event == XmlEvent::start && is_feed_root(xml.name())) return XmlFeedReader(xml, to).convert();
    const bool is_other_xml = event == XmlEvent::start && source.find("<?xml") < source.find(xml.name()) &&
                              !has_word("html", xml.name());
    if (is_other_xml) return to.error(Code::not_a_document, {}, "XML, but neither RSS nor Atom");
    const Result<JsonDocument> page = parse_json(source, to.arena());
    return page ? Error{} : page.error();
}

}  // namespace longread
