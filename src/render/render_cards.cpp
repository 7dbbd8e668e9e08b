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

void render_card_figure(const Card& card, Markup& out) {
    if (!card.image.exists()) return;
    out.open(Tag::figure, "card-figure");
    out.image(card.image, Markup::Loading::later);
    out.caption(card.image.caption, card.image.credit);
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

void render_teaser(const Card& card, Markup& out) {
    if (card.teaser.empty()) return;
    out.element(Tag::p, "teaser", card.teaser[0]);
    if (card.teaser.size() == 1) return;
    out.open(Tag::details, "more");
    out.attribute(Attr::data_part, "expander");
    render_toggle(card, out);
    out.open(Tag::div, "more-body");
    for (std::size_t i = 1; i < card.teaser.size(); ++i) out.element(Tag::p, "teaser", card.teaser[i]);
    out.close();
    out.close();
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
    if (card.published) {
        out.open(Tag::p, "card-date");
        out.time(*card.published, {});
        out.close();
    }
    render_teaser(card, out);
    out.close();
}

void render_rail(const Rail& rail, std::size_t number, std::string_view lang, Markup& out) {
    out.open(Tag::section, "rail", "rail");
    if (!rail.title.empty()) {
        const Decimal id(static_cast<std::int64_t>(number));
        out.attribute(Attr::aria_labelledby, "lr-rail-", id);
        out.open(out.heading(1), "rail-heading");
        out.attribute(Attr::id, "lr-rail-", id);
        out.text(rail.title);
        out.close();
    }
    out.open(Tag::ol, "rail-list");
    for (const Card& card : rail.items) {
        out.open(Tag::li, "rail-item");
        optional_lang(card, lang, out);
        out.open_link(card.url);
        render_headline_text(card, out);
        out.close();
        if (card.published) {
            out.text(" ");
            out.time(*card.published, "rail-date");
        }
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
    out.open(Tag::ul, "cards");
    out.attribute(Attr::data_part, "track");
    for (const Card& card : cards) render_card(card, lang, out);
    out.close();
    out.close();
}

void render_rails(const List<Rail>& rails, std::string_view lang, Markup& out) {
    for (std::size_t i = 0; i < rails.size(); ++i) render_rail(rails[i], i + 1, lang, out);
}

}  // namespace longread
