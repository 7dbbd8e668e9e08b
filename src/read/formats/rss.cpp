#include "read/formats/rss.h"

#include "read/formats/foreign_time.h"

namespace longread {

void read_rss_child(XmlReader& xml, FeedEntry& entry, Converter& to) {
    ForeignStory& story = entry.story;
    const std::string_view name = xml.name();
    if (name == "title") {
        story.title = to.plain_text(xml.read_text(), {});
    } else if (name == "link") {
        story.url = xml.read_text();
    } else if (name == "guid") {
        const bool is_link = xml.attribute("isPermaLink") != "false";
        story.id = xml.read_text();
        if (is_link && story.url.empty() && story.id.substr(0, 4) == "http") story.url = story.id;
    } else if (name == "description") {
        entry.summary = xml.read_text();
    } else if (name == "content:encoded") {
        entry.content = xml.read_text();
    } else if (name == "pubDate") {
        story.published = read_mail_time(xml.read_text(), to.arena());
    } else if (name == "category") {
        add_topic(xml.read_text(), entry, to);
    } else if (name == "enclosure") {
        const bool is_picture = xml.attribute("type").substr(0, 6) == "image/";
        if (is_picture) offer_picture(xml.attribute("url"), PictureRank::attached, xml, entry);
    } else {
        read_extension(xml, entry, to);
    }
}

}  // namespace longread
