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

bool is_picture(XmlReader& xml) {
    return xml.attribute("medium") == "image" || xml.attribute("type").substr(0, 6) == "image/";
}

// Without a word of its own kind, by the name's ending.
bool looks_like_picture(std::string_view url) {
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    return has_word("jpg jpeg png webp avif gif", path.substr(path.rfind('.') + 1));
}

void read_media(XmlReader& xml, FeedEntry& entry) {
    const std::string_view url = xml.attribute("url");
    if (xml.name() == "media:thumbnail") return offer_picture(url, PictureRank::thumbnail, xml, entry);
    const bool says_kind = !xml.attribute("medium").empty() || !xml.attribute("type").empty();
    if (says_kind ? is_picture(xml) : looks_like_picture(url)) {
        offer_picture(url, PictureRank::attached, xml, entry);
    }
}

void read_media_group(XmlReader& xml, FeedEntry& entry) {
    const std::uint32_t depth = xml.depth();
    while (xml.next_child(depth)) {
        if (xml.name() == "media:content" || xml.name() == "media:thumbnail") read_media(xml, entry);
    }
}

// What is left to do when all of an entry has been read.
void finish(FeedEntry& entry, Converter& to) {
    ForeignStory& story = entry.story;
    const std::string_view summary = entry.summary.empty() ? entry.content : entry.summary;
    story.dek = read_excerpt(summary.substr(0, most_summary), {}, to).text;
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
            title_ = to_.plain_text(html, {});
        } else if ((name == "language" || name == "dc:language") && lang_.empty()) {
            lang_ = xml_.read_text();
        }
    }

    void read_entry() {
        if (stories_.size() == most_written_cards) return;
        FeedEntry entry;
        const std::uint32_t depth = xml_.depth();
        while (xml_.next_child(depth)) {
            if (is_atom_) {
                read_atom_child(local_name(xml_.name()), xml_, entry, to_);
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

bool read_extension(XmlReader& xml, FeedEntry& entry, Converter& to) {
    const std::string_view name = xml.name();
    if (name == "media:content" || name == "media:thumbnail") {
        read_media(xml, entry);
    } else if (name == "media:group") {
        read_media_group(xml, entry);
    } else if (name == "itunes:image") {
        offer_picture(xml.attribute("href"), PictureRank::icon, xml, entry);
    } else if (name == "dc:creator" || name == "itunes:author") {
        const ForeignPerson person{to.plain_text(xml.read_text(), {}), {}, {}, {}};
        if (!person.name.empty()) entry.story.byline.add(person, to.arena());
    } else if (name == "dc:date" && entry.story.published.empty()) {
        entry.story.published = xml.read_text();
    } else if (name == "dc:subject") {
        add_topic(xml.read_text(), entry, to);
    } else if (name == "dc:language") {
        entry.story.lang = language_of(xml.read_text(), to.arena());
    } else {
        return false;
    }
    return true;
}

void offer_picture(std::string_view src, PictureRank rank, XmlReader& xml, FeedEntry& entry) {
    ForeignPicture& picture = entry.story.picture;
    const std::int64_t width = number_in(xml.attribute("width"));
    const std::int64_t height = number_in(xml.attribute("height"));
    const int rank_number = static_cast<int>(rank);
    const bool is_better =
        rank_number > entry.picture_rank || (rank_number == entry.picture_rank && width > picture.width);
    if (src.empty() || width == 1 || height == 1 || !is_better) return;
    entry.picture_rank = rank_number;
    picture.src = src;
    picture.width = width;
    picture.height = height;
}

void add_topic(std::string_view topic, FeedEntry& entry, Converter& to) {
    const std::string_view label = to.plain_text(topic, {});
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
