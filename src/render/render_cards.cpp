#include "render/render_cards.h"

#include "base/text.h"
#include "render/slot_phrases.h"

namespace longread {
namespace {

void render_headline_text(const Card& card, Markup& out) {
    if (!card.series.empty()) {
        out.open(Tag::span, "series");
        out.text(card.series);
        out.text(":");
        out.close();
        out.text(" ");
    }
    out.text(card.title);
}

bool is_same(std::string_view a, std::string_view b) { return equals_ignoring_ascii_case(a, b); }

// What stands in two of title, picture's text and caption would be heard twice: one source for each.
void render_card_figure(const Card& card, Markup& out) {
    if (!card.image.exists()) return;
    Image image = card.image;
    if (is_same(image.caption, card.title) || is_same(image.caption, image.alt)) image.caption = {};
    if (is_same(image.alt, card.title)) image.alt = {};
    out.open(Tag::figure, "card-figure");
    out.image(image, Markup::Loading::later);
    out.caption(image.caption, image.credit);
    out.close();
}

void render_read_mark(const Card& card, Markup& out) {
    if (!card.is_read) return;
    out.own_element(Tag::span, "read-mark", phrase(SlotPhrase::read, out.language()));
    out.text(" ");
}

void render_date(const Card& card, Markup& out) {
    if (!card.published && !card.is_read) return;
    out.open(Tag::p, "card-date");
    render_read_mark(card, out);
    if (card.published) out.time(*card.published, {});
    out.close();
}

// Why the story is here, in words.
void render_reason(const Card& card, Markup& out) {
    if (card.reason.empty()) return;
    out.open(Tag::p, "card-reason");
    out.own_element(Tag::span, {}, phrase(SlotPhrase::same_topic, out.language()));
    out.text(" ");
    out.text(card.reason);
    out.close();
}

// One label stands at a time (the stylesheet chooses by the state of <details>), and never one against the
// other without a space: "keep readingShow less" cannot be read, copied or spoken.
void render_toggle(const Card& card, Markup& out) {
    out.open(Tag::summary, "more-toggle");
    out.own_element(Tag::span, "more-open", phrase(SlotPhrase::keep_reading, out.language()));
    out.text(" ");
    out.own_element(Tag::span, "more-close", phrase(SlotPhrase::show_less, out.language()));
    out.text(" ");
    out.element(Tag::span, "visually-hidden", card.title);
    out.close();
}

// A link, until a page's behaviours put the story in its place.
void render_whole_story(const Card& card, Markup& out) {
    if (card.article.empty()) return;
    out.open_link(card.url, "whole-story");
    out.text(card.title);
    out.close();
}

void render_teaser(const Card& card, Markup& out) {
    if (!card.teaser.empty()) out.element(Tag::p, "teaser", card.teaser[0]);
    if (card.teaser.size() <= 1 && card.article.empty()) return;
    out.open(Tag::details, "more");
    out.attribute(Attr::data_part, "expander");
    out.optional(Attr::data_src, card.article);
    render_toggle(card, out);
    out.open(Tag::div, "more-body");
    for (std::size_t i = 1; i < card.teaser.size(); ++i) out.element(Tag::p, "teaser", card.teaser[i]);
    render_whole_story(card, out);
    out.close();
    out.close();
}

// Without its marks a list is none to VoiceOver, unless it says so.
void open_list(Tag tag, std::string_view css_class, Markup& out) {
    out.open(tag, css_class);
    out.attribute(Attr::role, "list");
}

void optional_lang(const Card& card, std::string_view lang, Markup& out) {
    if (card.lang != lang) out.optional(Attr::lang, card.lang);
}

void render_card(const Card& card, std::string_view lang, Markup& out) {
    out.open(Tag::li, "card", "card");
    optional_lang(card, lang, out);
    render_card_figure(card, out);
    out.link_list(card.kicker, "kicker card-kicker", {});
    out.open(out.heading(2), "card-headline");
    out.open_link(card.url, "card-link");
    render_headline_text(card, out);
    out.close();
    out.close();
    render_date(card, out);
    render_teaser(card, out);
    render_reason(card, out);
    out.close();
}

// A rail that has no title is one of its tag, or the latest.
void render_rail_heading(const Rail& rail, std::size_t number, Markup& out) {
    const std::string_view title = rail.title.empty() ? rail.tag : rail.title;
    if (title.empty() && !rail.from_feed) return;
    const Decimal id(static_cast<std::int64_t>(number));
    out.attribute(Attr::aria_labelledby, "lr-rail-", id);
    out.open(out.heading(1), "rail-heading");
    out.attribute(Attr::id, "lr-rail-", id);
    if (title.empty()) out.own_words();
    out.text(title.empty() ? phrase(SlotPhrase::latest, out.language()) : title);
    out.close();
}

void render_rail(const Rail& rail, std::size_t number, std::string_view lang, Markup& out) {
    out.open(Tag::section, "rail", "rail");
    render_rail_heading(rail, number, out);
    open_list(Tag::ol, "rail-list", out);
    for (const Card& card : rail.items) {
        out.open(Tag::li, "rail-item");
        optional_lang(card, lang, out);
        out.open_link(card.url);
        render_headline_text(card, out);
        out.close();
        if (card.is_read || card.published) out.text(" ");
        render_read_mark(card, out);
        if (card.published) out.time(*card.published, "rail-date");
        out.close();
    }
    out.close();
    out.close();
}

}  // namespace

void render_related(const List<Card>& cards, std::string_view lang, Markup& out) {
    if (cards.empty()) return;
    out.open(Tag::section, "related", "related");
    out.attribute(Attr::data_part, "carousel");
    out.attribute(Attr::aria_labelledby, "lr-related");
    out.open(Tag::div, "related-head");
    out.open(out.heading(1), "related-heading");
    out.attribute(Attr::id, "lr-related");
    out.own_words();
    out.text(phrase(SlotPhrase::related, out.language()));
    out.close();
    out.close();
    open_list(Tag::ul, "cards", out);
    out.attribute(Attr::data_part, "track");
    for (const Card& card : cards) render_card(card, lang, out);
    out.close();
    out.close();
}

void render_rails(const List<Rail>& rails, std::string_view lang, Markup& out) {
    for (std::size_t i = 0; i < rails.size(); ++i) render_rail(rails[i], i + 1, lang, out);
}

}  // namespace longread
