#include "read/read_surroundings.h"

#include "read/own_document.h"
#include "read/read_cards.h"
#include "read/read_newsletter.h"
#include "read/read_subject.h"

namespace longread {
namespace {

// Kicker and tags are the same to those who look for stories alike.
void add_labels(const List<Link>& links, DocumentReader& reader, List<std::string_view>& tags) {
    for (const Link& link : links) tags.add(link.label, reader.arena());
}

Card read_story(JsonValue article, DocumentReader& reader) {
    Card story;
    story.id = reader.raw_text(article, "id");
    story.url = reader.url(article, "url", UrlUse::web);
    story.lang = reader.lang();
    story.kicker = reader.links(article, "kicker");
    add_labels(reader.links(article, "tags"), reader, story.tags);
    add_labels(story.kicker, reader, story.tags);
    return story;
}

List<Rail> read_rails(JsonValue article, DocumentReader& reader) {
    List<Rail> rails;
    for (const JsonValue item : reader.list(article, "rails")) {
        Rail rail;
        rail.title = reader.text(item, "title");
        const std::string_view feed = reader.raw_text(item, "feed");
        rail.from_feed = !feed.empty();
        if (feed.substr(0, 4) == "tag:") rail.tag = feed.substr(4);
        rail.limit = static_cast<std::int32_t>(reader.integer(item, "limit", 1, 20, rail.limit));
        rail.items = read_cards(reader.list(item, "items"), reader);
        rails.add(rail, reader.arena());
    }
    return rails;
}

}  // namespace

Result<Surroundings> read_surroundings(std::string_view source, std::string_view base_url, Arena& arena,
                                       Notes& notes) {
    // What is wrong with the story itself is read_article's to say.
    Notes about_story;
    DocumentReader story_reader(source, base_url, arena, about_story);
    const Result<JsonDocument> document = parse_own_document(source, story_reader);
    if (!document) return document.error();
    const JsonValue root = document->root();
    DocumentReader reader(source, base_url, arena, notes);
    reader.set_lang(story_reader.lang());
    Surroundings around;
    around.story = read_story(root, story_reader);
    around.subject = read_subject(root, around.story, story_reader);
    // Whatever was meant by another type than a flag: an appeal in the wrong place is worse than none.
    const JsonValue sensitive = root.find("sensitive");
    around.sensitive = sensitive.exists() && !sensitive.is(JsonKind::null) &&
                       (sensitive.boolean() || !sensitive.is(JsonKind::boolean));
    around.related = read_cards(reader.list(root, "related"), reader);
    around.rails = read_rails(root, reader);
    around.newsletter = read_newsletter(root, reader);
    return around;
}

}  // namespace longread
