#include "read/formats/ghost.h"

#include <gtest/gtest.h>

#include "conversion.h"

namespace longread {
namespace {

constexpr std::string_view posts =
    R"j({"posts":[{"id":"5c","uuid":"u","title":"A & b","slug":"a","html":"<p>x <img src=\"__GHOST_URL__/i.jpg\"></p>","url":"https://g.example/a/","canonical_url":null,
    "custom_excerpt":"Why.","excerpt":"x","published_at":"2019-03-05T19:30:15.000+00:00","updated_at":null,"feature_image":"__GHOST_URL__/f.jpg","feature_image_alt":"F",
    "feature_image_caption":"<span style=\"white-space: pre-wrap\">By <a href=\"/\">Ana</a></span>","codeinjection_head":"<script>alert(1)</script>",
    "tags":[{"name":"News","url":"/tag/news/"},{"name":"#internal","visibility":"internal"},{"name":"Seas","url":"/tag/seas/"}],"primary_tag":{"name":"News","url":"/tag/news/"},
    "authors":[{"name":"Ana","url":"/author/ana/","profile_image":"/ana.jpg","bio":"Writes."}],"access":false,"visibility":"paid"},
    {"title":"B","slug":"b","html":null,"excerpt":"Long enough.","url":"/b/"}],"meta":{"pagination":{"page":1}}})j";

TEST(Ghost, ReadsAPost) {
    const Conversion out = convert(posts);
    EXPECT_EQ(
        out.text,
        R"j({"longread":1,"id":"5c","url":"https://g.example/a/","title":"A & b","dek":"Why.","kicker":[{"label":"News","url":"/tag/news/"}],)j"
        R"j("tags":[{"label":"Seas","url":"/tag/seas/"}],"byline":[{"name":"Ana","url":"/author/ana/","bio":"Writes.","image":"/ana.jpg"}],"published":"2019-03-05T19:30:15.000+00:00",)j"
        R"j("hero":{"src":"/f.jpg","alt":"F","caption":"By Ana"},"body":{"html":"<p>x <img src=\"/i.jpg\"></p>","_from":"/posts/0/html"}})j");
    EXPECT_EQ(out.notes, "missing-field /posts/0/access the rest is not for all readers\n");
}

TEST(Ghost, AFeedHasAllPosts) {
    EXPECT_EQ(
        feed_of(posts),
        R"({"longread":1,"items":[{"id":"5c","url":"https://g.example/a/","title":"A & b","dek":"Why.","kicker":[{"label":"News","url":"/tag/news/"}],"tags":["Seas"],)"
        R"("published":"2019-03-05T19:30:15.000+00:00","image":{"src":"/f.jpg","alt":"F","caption":"By Ana"}},{"url":"/b/","title":"B","dek":"Long enough."}]})");
}

TEST(Ghost, ReadsPagesBarePostsAndImportFiles) {
    EXPECT_NE(article_of(R"({"pages":[{"title":"P","slug":"p","html":"<p>x</p>"}]})").find("/pages/0/html"),
              std::string::npos);
    EXPECT_NE(article_of(R"({"title":"P","html":"<p>x</p>","published_at":null})").find("\"/html\""),
              std::string::npos);
    EXPECT_EQ(
        article_of(
            R"({"posts":[{"url":"/u","data":{"title":"P","slug":"p","html":"<p>x</p>","author":{"url":"/j","data":{"name":"Joe"}},"tags":[{"data":{"name":"T"}}]}}]})"),
        R"({"longread":1,"url":"/u","title":"P","tags":["T"],"byline":[{"name":"Joe","url":"/j"}],"body":{"html":"<p>x</p>","_from":"/posts/0/data/html"}})");
    EXPECT_EQ(
        article_of(R"({"posts":[{"plaintext":"One & two\nthree\n\nFour"}]})"),
        R"({"longread":1,"body":{"html":"<p>One &amp; two<br>three</p><p>Four</p>","_from":"/posts/0/plaintext"}})");
}

TEST(Ghost, SaysWhyThereIsNoPost) {
    EXPECT_EQ(
        article_of(
            R"({"errors":[{"message":"Resource not found error, cannot read post.","type":"NotFoundError"}]})"),
        "error: not-a-document Resource not found error, cannot read post.");
    EXPECT_EQ(article_of(R"({"posts":[]})"), "error: empty-body a story without a text");
    EXPECT_EQ(feed_of(R"({"posts":[]})"), R"({"longread":1,"items":[]})");
    EXPECT_EQ(article_of(R"({"title":"P","lexical":"{}","html":null})"),
              "error: empty-body a story without a text");
}

TEST(Ghost, TheHeroIsNotShownTwice) {
    EXPECT_EQ(
        article_of(
            R"j({"title":"P","html":"<img src=\"/content/images/size/w1000/2021/a.jpg\">","feature_image":"/content/images/2021/a.jpg"})j")
            .find("hero"),
        std::string::npos);
}

std::string card(const std::string& html) {
    std::string text = article_of(R"({"posts":[{"title":"P","slug":"p","html":")" + html + R"("}]})");
    const std::size_t begin = text.find(R"("html":")") + 8;
    return text.substr(begin, text.find(R"(","_from)") - begin);
}

TEST(Ghost, CardsAreWhatTheyMean) {
    EXPECT_EQ(card("<div class='kg-card kg-callout-card kg-callout-card-blue'><div "
                   "class='kg-callout-text'>a</div></div><p>b</p>"),
              "<aside><div class='kg-callout-text'>a</div></aside><p>b</p>");
    EXPECT_EQ(
        card("<div class='kg-toggle-card'><div class='kg-toggle-heading'><h4>a</h4></div><div>b</div></div>"),
        "<details><summary><h4>a</h4></summary><div>b</div></details>");
    EXPECT_EQ(card("<div class='kg-audio-card'><img class='kg-audio-thumbnail'><div "
                   "class='kg-audio-thumbnail'><div>i</div></div>"
                   "<audio src='/a'></audio><div class='kg-audio-title'>t</div><div "
                   "class='kg-audio-player'><div>0:00</div></div></div>c"),
              "<figure><audio src='/a'></audio><figcaption>t</figcaption></figure>c");
    EXPECT_EQ(card("<figure class='kg-bookmark-card'><a href='/b'><div>b</div></a></figure><div "
                   "class='kg-file-card'><a href='/f'>f</a></div>"),
              "<aside><a href='/b'><div>b</div></a></aside><aside><a href='/f'>f</a></aside>");
    EXPECT_EQ(card("<blockquote class='kg-blockquote-alt'>q</blockquote>"),
              "<blockquote class=pullquote>q</blockquote>");
}

TEST(Ghost, WhatIsNotClosedStays) {
    EXPECT_EQ(card("<div class='kg-file-card-icon'><div>a</div><p>b</p>"),
              "<div class='kg-file-card-icon'><div>a</div><p>b</p>");
    EXPECT_EQ(card("</div><div class='kg-callout-card'>a"), "</div><aside>a");
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<div>";
    EXPECT_EQ(card(deep + "<div class='kg-callout-card'>a</div>b"), deep + "<aside>a</div>b");
}

TEST(Ghost, FilmsKeepTheirThumbnail) {
    EXPECT_EQ(
        card("<figure class='kg-video-card' data-kg-thumbnail='/t.jpg'><video src='/v' "
             "poster='https://img.spacergif.org/1'></video><div class='kg-video-player-container'>0:00"
             "</div><figcaption>C</figcaption></figure>"),
        "<figure class='kg-video-card' data-kg-thumbnail='/t.jpg'><video poster=\\\"/t.jpg\\\" src='/v' "
        "poster='https://img.spacergif.org/1'></video><figcaption>C</figcaption></figure>");
    EXPECT_EQ(card("a<div class='kg-card kg-signup-card kg-width-wide '><h2>b</h2></div>c"), "ac");
}

}  // namespace
}  // namespace longread
