#include "read/read_cards.h"

namespace longread {
namespace {

constexpr std::size_t most_cards = 50;  // notes/security.md section 6

// What both shapes of a card call the same.
Card read_common(JsonValue value, DocumentReader& reader) {
    Card card;
    card.id = reader.raw_text(value, "id");
    card.url = reader.url(value, "url", UrlUse::web);
    card.title = reader.text(value, "title");
    card.tags = reader.words(value, "tags");
    return card;
}

void read_own(JsonValue value, DocumentReader& reader, Card& card) {
    card.series = reader.text(value, "series");
    card.teaser = reader.paragraphs(value, value.find("teaser").exists() ? "teaser" : "dek");
    card.kicker = reader.links(value, "kicker");
    card.score = static_cast<std::int32_t>(reader.integer(value, "score", 0, 1000, 0));
    card.lang = reader.lang_tag(value, "lang");
    card.article = reader.url(value, "article", UrlUse::web);
}

Card read_card(JsonValue value, DocumentReader& reader) {
    Card card = read_common(value, reader);
    read_own(value, reader, card);
    card.image = reader.image(value, "image");
    card.published = reader.time(value, "published");
    return card;
}

Card read_feed_item(JsonValue value, DocumentReader& reader) {
    Card card = read_common(value, reader);
    const JsonValue extra = reader.member(value, "_longread", JsonKind::object);
    if (extra.exists()) {
        read_own(extra, reader, card);
        if (extra.find("image").exists()) card.image = reader.image(extra, "image");
    }
    if (card.teaser.empty()) card.teaser = reader.paragraphs(value, "summary");
    if (!card.image.exists()) {
        card.image.src = reader.url(value, "image", UrlUse::image);
        if (extra.exists()) {
            card.image.alt = reader.text(extra, "alt");
            card.image.caption = reader.text(extra, "caption");
            card.image.credit = reader.text(extra, "credit");
            card.image.width = static_cast<std::int32_t>(reader.integer(extra, "width", 1, 20'000, 0));
            card.image.height = static_cast<std::int32_t>(reader.integer(extra, "height", 1, 20'000, 0));
        }
    }
    card.published = reader.time(value, "date_published");
    return card;
}

List<Card> read_items(JsonValue list, DocumentReader& reader, Card (*read_one)(JsonValue, DocumentReader&)) {
    List<Card> cards;
    for (const JsonValue item : list) {
        if (cards.size() == most_cards) {
            reader.note(Code::list_cut, list);
            break;
        }
        const Card card = read_one(item, reader);
        if (card.title.empty() || card.url.empty()) {
            reader.note(Code::missing_field, item, card.title.empty() ? "title" : "url");
            continue;
        }
        cards.add(card, reader.arena());
    }
    return cards;
}

// What begins like HTML may be RSS or Atom.
Error perhaps_xml(Error error) {
    if (error.code == Code::html_not_json) error.code = Code::foreign_document;
    return error;
}

}  // namespace

List<Card> read_cards(JsonValue list, DocumentReader& reader) { return read_items(list, reader, read_card); }

Result<Feed> read_feed(std::string_view source, std::string_view base_url, Arena& arena, Notes& notes) {
    DocumentReader reader(source, base_url, arena, notes);
    const Result<JsonDocument> document = parse_json(source, arena);
    if (!document) return perhaps_xml(document.error());
    const JsonValue root = document->root();
    const bool is_json_feed = root.find("version").text().find("jsonfeed.org") != std::string_view::npos;
    if (!is_json_feed && root.find("longread").integer() != 1) {
        return reader.error(Code::foreign_document, root, "a feed is a JSON Feed or says \"longread\": 1");
    }
    if (const std::string_view lang = reader.lang_tag(root, is_json_feed ? "language" : "lang");
        !lang.empty())
        reader.set_lang(lang);
    Feed feed;
    feed.title = reader.text(root, "title");
    feed.items = read_items(reader.list(root, "items"), reader, is_json_feed ? read_feed_item : read_card);
    return feed;
}

}  // namespace longread
