#include "read/formats/rss.h"

#include "base/text.h"
#include "read/formats/foreign_time.h"

namespace longread {

namespace {

enum class RssName : int { title, link, guid, description, content, date, category, enclosure };
constexpr std::string_view names = "title link guid description content:encoded pubDate category enclosure";

}  // namespace

void read_rss_child(XmlReader& xml, FeedEntry& entry, Converter& to) {
    ForeignStory& story = entry.story;
    switch (static_cast<RssName>(word_index(names, xml.name()))) {
        case RssName::title: story.title = to.words_of(xml.read_text(), {}); break;
        case RssName::link: story.url = xml.read_text(); break;
        case RssName::guid: {
            const bool is_link = xml.attribute("isPermaLink") != "false";
            story.id = xml.read_text();
            if (is_link && story.url.empty() && story.id.substr(0, 4) == "http") story.url = story.id;
            break;
        }
        case RssName::description: entry.summary = xml.read_text(); break;
        case RssName::content: entry.content = xml.read_text(); break;
        case RssName::date: story.published = read_mail_time(xml.read_text(), to.arena()); break;
        case RssName::category: add_topic(xml.read_text(), entry, to); break;
        case RssName::enclosure: read_media(xml, entry); break;
        default: read_extension(xml, entry, to);
    }
}

}  // namespace longread
