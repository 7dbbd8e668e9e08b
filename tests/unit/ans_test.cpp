#include "read/formats/ans.h"

#include <gtest/gtest.h>

#include "foreign_trees.h"

namespace longread {
namespace {

std::string story_of(std::string_view elements) {
    return R"({"type":"story","version":"0.10.9","content_elements":[)" + std::string(elements) + "]}";
}

TEST(Ans, FieldsOfAStory) {
    EXPECT_EQ(
        convert(R"({"type":"story","version":"0.10.9","_id":"X1","language":"en","canonical_url":"/a/b",
        "headlines":{"basic":"Tide &amp; time"},"subheadlines":{"basic":""},"description":{"basic":"A <i>dek</i>"},
        "label":{"basic":{"text":"Analysis","url":"/analysis"},"other":{"text":"No"}},
        "taxonomy":{"primary_section":{"_id":"/eu","name":"Europe"},"tags":[{"text":"Tides","slug":"tides"},{"slug":"sea"}]},
        "credits":{"by":[{"type":"author","name":"Ana Ruiz","url":"/ana","image":{"url":"https://i.example/ana.jpg"},"bio":"Writes."},
            {"type":"reference","referent":{"id":"x"}}],"photos_by":[{"name":"Bo"}]},
        "display_date":"2026-01-02T03:04:05Z","last_updated_date":"2026-01-03T00:00:00Z",
        "promo_items":{"basic":{"type":"image","url":"https://i.example/h.jpg?w=1","width":"800","height":600,"caption":"Boats",
            "alt_text":"Boats at dawn","credits":{"by":[{"name":"Cy"}],"affiliation":[{"name":"AP"}]}}},
        "content_elements":[{"type":"image","url":"https://i.example/h.jpg?w=2"},{"type":"text","content":"One"}],
        "corrections":[{"type":"correction","text":"Fixed."}],
        "related_content":{"basic":[{"type":"story","headlines":{"basic":"Next"},"canonical_url":"/next","label":null},{"type":"reference"}]}})")
            .json,
        R"({"longread":1,"id":"X1","url":"/a/b","lang":"en","title":"Tide & time","dek":"A dek","tags":["Tides","sea"],)"
        R"("published":"2026-01-02T03:04:05Z","updated":"2026-01-03T00:00:00Z",)"
        R"("kicker":[{"label":"Analysis","url":"/analysis"},"Europe"],)"
        R"("byline":[{"name":"Ana Ruiz","url":"/ana","image":"https://i.example/ana.jpg","bio":"Writes."}],)"
        R"("hero":{"src":"https://i.example/h.jpg?w=1","width":800,"height":600,"alt":"Boats at dawn","caption":"Boats","credit":"Cy/AP"},)"
        R"("body":{"html":"<p>One</p>","_from":"/content_elements"},"corrections":[{"text":"Fixed."}],)"
        R"("related":[{"title":"Next","url":"/next","kicker":[],"tags":[]}]})");
}

TEST(Ans, ElementsOfText) {
    EXPECT_EQ(
        body_blocks(story_of(
            R"({"type":"text","content":"A <b>b</b> &amp; c"},{"type":"header","level":"3","content":"H"},
            {"type":"header","level":4,"content":"I"},
            {"type":"quote","subtype":"pullquote","content_elements":[{"type":"text","content":"Q"}],"citation":{"type":"text","content":"Who"}},
            {"type":"blockquote","content":"<i>B</i>"},
            {"type":"list","list_type":"ordered","items":[{"type":"text","content":"1"},{"type":"list","items":[{"type":"text","content":"2"}]}]},
            {"type":"raw_html","content":"<p>raw"},{"type":"code","language":"js","content":"a < b"},{"type":"divider"},
            {"type":"table","header":[{"type":"text","content":"X"}],"rows":[[{"type":"text","content":"1"}],["2"]]},
            {"type":"correction","correction_type":"clarification","text":"An earlier version."})")),
        "p(A <strong>b</strong> & c) h3 id='lr-h'(H) h4 id='lr-i'(I) pull(p(Q) | Who) quote(p(<em>B</em>)) "
        "list ordered(item(p(1) list(item(p(2))))) p(raw) code title='js' plain='a < b'() divider() "
        "table(row header(cell header(X)) row(cell(1)) row(cell(2))) aside(p(An earlier version.))");
}

TEST(Ans, LinksRatingsAndMedia) {
    EXPECT_EQ(
        body_blocks(story_of(
            R"({"type":"interstitial_link","url":"/x","content":"Read &amp; on"},
            {"type":"link_list","title":"More","items":[{"type":"interstitial_link","url":"/y","content":"Y"}]},
            {"type":"numeric_rating","numeric_rating":4.5,"max":5,"units":"stars"},{"type":"endorsement","endorsement":"Recommended"},
            {"type":"gallery","headlines":{"basic":"G"},"content_elements":[{"type":"image","url":"/1.jpg","caption":"c1"},{"type":"image","url":"/2.jpg"}]},
            {"type":"video","headlines":{"basic":"Film"},"promo_image":{"url":"/p.jpg"},"streams":[{"url":"/v.m3u8"},{"url":"/v.mp4"}]},
            {"type":"audio","source_url":"/a.mp3"},{"type":"story","headlines":{"basic":"S"},"canonical_url":"/s"},
            {"type":"oembed_response","raw_oembed":{"html":"<blockquote>T</blockquote><script>1</script>"}},
            {"type":"reference","referent":{"id":"https://t.example/1"}})")),
        "p(<a value='/x'>Read & on</a>) aside(h3 id='lr-more'(More) list(item(p(<a value='/y'>Y</a>)))) "
        "p(4.5 / 5 stars) p(<strong>Recommended</strong>) gallery([img /1.jpg caption='c1'][img "
        "/2.jpg]<strong>G</strong>) "
        "video url='/v.mp4' title='Film'([img /p.jpg]Film) audio url='/a.mp3'() p(<a value='/s'>S</a>) "
        "quote(p(T)) "
        "embed url='https://t.example/1'()");
}

TEST(Ans, WhatIsUnknownKeepsItsText) {
    const std::string source = story_of(
        R"({"type":"sidebar","content":"Kept","content_elements":[{"type":"text","content":"too"}]},
        {"type":"text","content":"Not here","channels":["ios"]},{"type":"reference","referent":{"id":"ABC","type":"image"}},7,null)");
    EXPECT_EQ(body_blocks(source), "p(Kept) p(too)");
    EXPECT_EQ(convert(source).notes,
              "unknown-block /content_elements/0 sidebar\n"
              "unknown-block /content_elements/1 its channels leave the web out\n"
              "unknown-block /content_elements/2 image\n");
}

TEST(Ans, CollectionsAreFeeds) {
    const std::string item =
        R"({"type":"story","version":"0.10.9","headlines":{"basic":"T"},"canonical_url":"/t","display_date":"2026-01-01",
        "promo_items":{"basic":{"type":"video","promo_image":{"type":"image","url":"/p.jpg"}}},"taxonomy":{"tags":[{"text":"a"}]}})";
    const std::string card =
        R"([{"title":"T","url":"/t","kicker":[],"tags":["a"],"published":"2026-01-01","image":"/p.jpg"}])";
    EXPECT_EQ(convert_feed("[" + item + "]"), R"({"longread":1,"items":)" + card + "}");
    EXPECT_EQ(
        convert_feed(R"({"type":"collection","headlines":{"basic":"C"},"content_elements":[)" + item + "]}"),
        R"({"longread":1,"title":"C","items":)" + card + "}");
}

TEST(Ans, OthersAreNotTaken) {
    EXPECT_EQ(convert(R"({"type":"story"})").json, "error: not-a-document");
    EXPECT_EQ(convert(R"({"city":"x"})", "ans").json, "error: not-a-document");
}

}  // namespace
}  // namespace longread
