#include "render/render_cards.h"

#include <gtest/gtest.h>

#include "render/html_writer.h"
#include "test_arena.h"

namespace longread {
namespace {

Card story(std::string_view title) {
    Card card;
    card.url = "https://a.example/1";
    card.title = title;
    return card;
}

std::string printed(const HtmlTree& tree) { return std::string(write_html(tree)); }

std::string related(const Card& card, Language language = Language::en, std::string_view lang = "en") {
    HtmlTree tree(test_arena());
    Markup out(tree, language, lang, 1, "https://a.example");
    render_related(list_of({card}), lang, out);
    return printed(tree);
}

std::string rail(const Rail& rail, Language language = Language::en) {
    HtmlTree tree(test_arena());
    Markup out(tree, language, "en", 1, "https://a.example");
    render_rails(list_of({rail}), "en", out);
    return printed(tree);
}

bool holds(std::string_view html, std::string_view part) { return html.find(part) != std::string_view::npos; }

TEST(RenderRelated, WhyAStoryIsThereInTheReadersLanguage) {
    Card card = story("One");
    EXPECT_FALSE(holds(related(card), "card-reason"));
    card.reason = "Central <Asia>";
    EXPECT_TRUE(
        holds(related(card), "<p class=\"card-reason\"><span>Same topic:</span> Central &lt;Asia&gt;"))
        << related(card);
    // Its words are the document's, the sentence the interface's.
    EXPECT_TRUE(
        holds(related(card, Language::de), "<span lang=\"de\" dir=\"ltr\">Gleiches Thema:</span> Central"))
        << related(card, Language::de);
}

TEST(RenderRelated, WhatWasReadSaysSo) {
    Card card = story("One");
    EXPECT_FALSE(holds(related(card), "read-mark"));
    card.is_read = true;
    EXPECT_TRUE(holds(related(card), "<p class=\"card-date\"><span class=\"read-mark\">Read</span>"));
    card.published = parse_time("2026-03-14");
    EXPECT_TRUE(holds(related(card), "<span class=\"read-mark\">Read</span> <time"));
    EXPECT_TRUE(holds(related(card, Language::ja, "ja"), ">既読<"));
}

TEST(RenderRelated, TheTitleIsNotThePicturesTextAsWell) {
    Card card = story("One boat");
    card.image.src = "/boat.jpg";
    card.image.alt = "one BOAT";
    card.image.caption = "One boat";
    card.image.credit = "Ana Ruiz";
    EXPECT_TRUE(holds(related(card), "alt=\"\""));
    EXPECT_FALSE(holds(related(card), "part=\"caption\""));
    EXPECT_TRUE(holds(related(card), "Ana Ruiz"));
    card.image.alt = card.image.caption = "A red boat";
    EXPECT_TRUE(holds(related(card), "alt=\"A red boat\""));
    EXPECT_FALSE(holds(related(card), "part=\"caption\""));
    card.image.caption = "The Petrel";
    EXPECT_TRUE(holds(related(card), "part=\"caption\">The Petrel<"));
}

TEST(RenderRelated, AWholeStoryIsALinkUntilItIsOpened) {
    Card card = story("One");
    card.teaser = list_of<std::string_view>({"First."});
    EXPECT_FALSE(holds(related(card), "<details"));
    card.article = "https://a.example/1.json";
    EXPECT_TRUE(holds(related(card), "data-part=\"expander\" data-src=\"https://a.example/1.json\""))
        << related(card);
    EXPECT_TRUE(holds(related(card), "<a class=\"whole-story\" href=\"https://a.example/1\">One</a>"));
}

TEST(RenderRails, HaveANameWhereAFeedFillsThem) {
    const List<Card> items = list_of({story("One")});
    EXPECT_TRUE(holds(rail({"Power", "Energy", items, true}), ">Power</h2>"));
    EXPECT_TRUE(holds(rail({"", "Energy", items, true}), ">Energy</h2>"));
    EXPECT_TRUE(holds(rail({"", "", items, true}), ">Latest</h2>"));
    EXPECT_TRUE(
        holds(rail({"", "", items, true}, Language::fr), "lang=\"fr\" dir=\"ltr\">Dernières nouvelles</h2>"))
        << rail({"", "", items, true}, Language::fr);
    EXPECT_FALSE(holds(rail({"", "", items, false}), "<h2"));
}

}  // namespace
}  // namespace longread
