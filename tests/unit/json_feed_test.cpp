#include "read/formats/json_feed.h"

#include <gtest/gtest.h>

#include "conversion.h"

namespace longread {
namespace {

TEST(JsonFeed, ReadsTheFirstItemOfAFeed) {
    EXPECT_EQ(
        article_of(
            R"({"version":"https://jsonfeed.org/version/1.1","title":"F","language":"en-US","authors":[{"name":"Root"}],"items":[{"id":7,"url":"/a","title":"A","summary":"Why.",
        "content_html":"<p>x</p>","image":"/i.jpg","date_published":"2020-01-02T03:04:05Z","tags":["T",5,null]}]})"),
        R"({"longread":1,"id":"7","url":"/a","lang":"en-US","title":"A","dek":"Why.","tags":["T","5"],"byline":[{"name":"Root"}],"published":"2020-01-02T03:04:05Z","hero":{"src":"/i.jpg"},)"
        R"("body":{"html":"<p>x</p>","_from":"/items/0/content_html"}})");
}

TEST(JsonFeed, TheItemsAuthorsComeFirst) {
    EXPECT_NE(
        article_of(
            R"({"version":"https://jsonfeed.org/version/1","author":{"name":"Root"},"items":[{"author":{"name":"Own","avatar":"/o.png"},"content_text":"x"}]})")
            .find(R"("byline":[{"name":"Own","image":"/o.png"}])"),
        std::string::npos);
}

TEST(JsonFeed, PlainTextKeepsItsLines) {
    EXPECT_EQ(
        article_of(R"({"title":"A","content_text":"One <two>\nthree\n\n\nFour"})"),
        R"({"longread":1,"title":"A","body":{"html":"<p>One &lt;two&gt;<br>three</p><p>Four</p>","_from":"/content_text"}})");
}

TEST(JsonFeed, SoundsAndLinksArePartOfTheText) {
    const std::string html = html_of_article(
        R"({"title":"A","url":"/a","external_url":"https://o.example/x","content_html":"<p>x</p>","attachments":[{"url":"https://n.example/a.mp3","mime_type":"audio/mpeg","title":"Hear & see"},
        {"url":"https://n.example/a.ogg","mime_type":"audio/ogg","title":"Hear & see"},{"url":"/a.pdf","mime_type":"application/pdf"}]})");
    EXPECT_NE(html.find("src=\"https://n.example/a.mp3\""), std::string::npos) << html;
    EXPECT_EQ(html.find("a.ogg"), std::string::npos);
    EXPECT_NE(html.find("Hear &amp; see"), std::string::npos) << html;
    EXPECT_NE(html.find(">o.example/x</a>"), std::string::npos) << html;
}

TEST(JsonFeed, TheHeroIsNotShownTwice) {
    EXPECT_EQ(
        article_of(
            R"j({"content_html":"<img src='https://n.example/i.jpg?w=2'>","image":"https://n.example/i.jpg"})j")
            .find("hero"),
        std::string::npos);
}

TEST(JsonFeed, AFeedPassesUnlessItsVersionIsWrong) {
    constexpr std::string_view right = R"({"version":"https://jsonfeed.org/version/1","items":[]})";
    EXPECT_EQ(feed_of(right), right);
    EXPECT_EQ(
        feed_of(
            R"({"version":"1.0","title":"F","items":[{"id":"1","url":"/1","content_html":"<p>Micro post</p>"}]})"),
        R"({"longread":1,"title":"F","items":[{"id":"1","url":"/1","title":"Micro post"}]})");
}

TEST(JsonFeed, AnItemWithoutContentIsNone) {
    EXPECT_EQ(article_of(R"({"version":"https://jsonfeed.org/version/1","items":[]})"),
              "error: empty-body a story without a text");
    EXPECT_EQ(article_of(R"({"content_html":""})"), "error: empty-body a story without a text");
}

}  // namespace
}  // namespace longread
