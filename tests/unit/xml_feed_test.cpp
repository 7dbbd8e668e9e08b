#include "read/formats/xml_feed.h"

#include <gtest/gtest.h>

#include "conversion.h"
#include "read/read_cards.h"

namespace longread {
namespace {

constexpr std::string_view rss =
    R"j(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>News &amp; more</title><atom:link href="/feed"/><language>en-us</language><image><title>no</title></image>
<item><title>Don&#8217;t &lt;em&gt;go&lt;/em&gt; &nbsp;</title><link>https://n.example/a?x=1&amp;y=2</link><guid isPermaLink="false">7</guid>
<pubDate>Mon, 10 Aug 2020 07:00:00 +0200</pubDate><category><![CDATA[World]]></category><dc:creator>Ana</dc:creator>
<description><![CDATA[<p>First words [&#8230;]</p><p><a class="more-link" href="x">Continue reading</a></p>]]></description>
<content:encoded><![CDATA[<img width="1" height="1" src="https://t.example/p.gif"><p><img src="/big.jpg?a=1&amp;b"></p>]]></content:encoded></item>
<item><title>Two</title><guid>https://n.example/2</guid><pubDate>3 Mar 20 7:05 EST</pubDate><media:group><media:content url="/s.jpg" medium="image" width="100" height="50"/>
<media:content url="/l.jpg" medium="image" width="1000" height="500"/><media:content url="/v.mp4" medium="video" width="9999"/></media:group><media:thumbnail url="/t.jpg"/></item>
<item><title>Three</title><link>/3</link><enclosure url="/e.png" type="image/png" length="1"/><pubDate>2020-05-06</pubDate></item>
</channel></rss><!-- cached -->)j";

TEST(XmlFeed, ReadsRss) {
    EXPECT_EQ(
        feed_of(rss),
        R"({"longread":1,"title":"News & more","lang":"en-us","items":[{"id":"7","url":"https://n.example/a?x=1&y=2","title":"Don’t go","dek":"First words…","tags":["World"],)"
        R"("published":"2020-08-10T07:00:00+0200","image":{"src":"/big.jpg?a=1&b","alt":""}},{"id":"https://n.example/2","url":"https://n.example/2","title":"Two","published":"2020-03-03T07:05:00-05:00",)"
        R"("image":{"src":"/l.jpg","width":1000,"height":500,"alt":""}},{"url":"/3","title":"Three","published":"2020-05-06","image":{"src":"/e.png","alt":""}}]})");
}

TEST(XmlFeed, WhatComesOutIsAFeedOfOurs) {
    Notes notes;
    const std::string text = feed_of(rss);
    const Result<Feed> feed = read_feed(text, "https://n.example/", test_arena(), notes);
    ASSERT_TRUE(feed.has_value());
    EXPECT_EQ(feed->items.size(), 3U);
    EXPECT_TRUE(feed->items[0].published.has_value());
    EXPECT_TRUE(notes.empty());
}

TEST(XmlFeed, ReadsAtom) {
    EXPECT_EQ(
        feed_of(
            R"j(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">A &lt;b&gt;</title><subtitle>no</subtitle>
        <entry><title type="html">It&amp;#39;s &lt;i&gt;x&lt;/i&gt;</title><link rel="self" href="/self"/><link rel="alternate" href="/1"/><link rel="enclosure" type="image/png" href="/e.png"/>
        <id>tag:1</id><updated>2020-01-02T03:04:05Z</updated><published>2019-01-02T03:04:05Z</published><author><name>Ana</name></author>
        <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello <b>bo</b>ld.</p></div></summary><category term="t" label="Topic"/></entry>
        <entry><title>Two</title><link href="/2"/><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>)j"),
        R"({"longread":1,"title":"A <b>","lang":"en","items":[{"id":"tag:1","url":"/1","title":"It's x","dek":"Hello bold.","tags":["Topic"],"published":"2019-01-02T03:04:05Z",)"
        R"("image":{"src":"/e.png","alt":""}},{"url":"/2","title":"Two","dek":"Text"}]})");
    EXPECT_EQ(feed_of("<atom:feed><atom:entry><atom:title>A</atom:title></atom:entry></atom:feed>"),
              R"({"longread":1,"items":[{"title":"A"}]})");
}

TEST(XmlFeed, ReadsRdf) {
    EXPECT_EQ(
        feed_of(
            R"(<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel rdf:about="/"><title>F</title><items/></channel><item rdf:about="/1"><title>A</title><link>/1</link><dc:date>2020-01-02T03:04:05+01:00</dc:date><dc:subject>T</dc:subject></item></rdf:RDF>)"),
        R"({"longread":1,"title":"F","items":[{"url":"/1","title":"A","tags":["T"],"published":"2020-01-02T03:04:05+01:00"}]})");
}

TEST(XmlFeed, SaysWhyThereIsNoFeed) {
    EXPECT_EQ(feed_of("<!doctype html><html><p>404</html>").substr(0, 20), "error: html-not-json");
    EXPECT_EQ(feed_of("<html/>").substr(0, 20), "error: html-not-json");
    EXPECT_EQ(feed_of("<?xml version='1.0'?><!DOCTYPE html><html/>").substr(0, 20), "error: html-not-json");
    EXPECT_EQ(feed_of("<?xml version='1.0'?><urlset/>"),
              "error: not-a-document XML, but neither RSS nor Atom");
    EXPECT_EQ(feed_of("<rss><channel><item>"), "error: not-a-document XML: the end comes within <item>");
    EXPECT_EQ(article_of(rss).substr(0, 20), "error: html-not-json");
}

TEST(XmlFeed, EntitiesOfItsOwnAreNotExpanded) {
    EXPECT_EQ(feed_of("<!DOCTYPE rss [<!ENTITY a 'boom'><!ENTITY b "
                      "'&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>"),
              R"({"longread":1,"title":"&b;","items":[]})");
}

TEST(XmlFeed, StoriesPastTheBoundAreCut) {
    std::string many = "<rss><channel>";
    for (int i = 0; i < 80; ++i) many += "<item><title>A</title><link>/a</link></item>";
    Notes notes;
    const std::string text = feed_of(many + "</channel></rss>");
    const Result<Feed> feed = read_feed(text, {}, test_arena(), notes);
    ASSERT_TRUE(feed.has_value());
    EXPECT_EQ(feed->items.size(), 50U);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes[0].code, Code::list_cut);
}

TEST(XmlFeed, AnyDamageIsAnErrorOrAFeed) {
    for (std::size_t size = 0; size < rss.size(); ++size) {
        const std::string cut(rss.substr(0, size));
        const std::string text = feed_of(cut);
        EXPECT_TRUE(text.substr(0, 6) == "error:" || size + 20 > rss.size()) << cut;
        std::string damaged(rss);
        for (const char c : {'<', '&', '"', '\0', '\xFF'}) {
            damaged[size] = c;
            feed_of(damaged);
        }
    }
}

}  // namespace
}  // namespace longread
