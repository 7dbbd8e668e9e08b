#include "read/formats/wordpress.h"

#include <gtest/gtest.h>

#include "conversion.h"

namespace longread {
namespace {

TEST(WordPress, ReadsAPostWithWhatIsEmbedded) {
    EXPECT_EQ(
        article_of(
            R"j({"id":7,"date":"2024-11-08T10:36:54","date_gmt":"2024-11-08T15:36:54","modified_gmt":"2024-11-09T00:00:00",
        "link":"https://n.example/a/","type":"post","lang":"en_GB","title":{"rendered":"Don&#8217;t <em>go</em> &amp;amp; stay"},
        "content":{"rendered":"<p>Body.</p>","protected":false},"excerpt":{"rendered":"<p>A summary.</p>\n"},
        "_embedded":{"author":[{"name":"Ana &amp; Co","link":"/ana","description":"Writes.","avatar_urls":{"96":"https://secure.gravatar.com/avatar/1"}}],
        "wp:featuredmedia":[{"source_url":"/u/boats.jpg","alt_text":"Boats","caption":{"rendered":"<p>At dawn</p>"},"media_type":"image",
            "media_details":{"width":1600,"height":"900","image_meta":{"credit":"Ana Ruiz"},"sizes":{"thumbnail":{"source_url":"/u/boats-150x150.jpg","width":150,"height":150},
            "large":{"source_url":"/u/boats-800x450.jpg","width":800,"height":450}}}}],
        "wp:term":[[{"name":"Seas","slug":"seas","link":"/c/seas","taxonomy":"category"}],[{"name":"Tides","link":"/t/tides","taxonomy":"post_tag"}]]}})j"),
        R"j({"longread":1,"id":"7","url":"https://n.example/a/","lang":"en-GB","title":"Don’t go &amp; stay","dek":"A summary.","kicker":[{"label":"Seas","url":"/c/seas"}],)j"
        R"j("tags":[{"label":"Tides","url":"/t/tides"}],"byline":[{"name":"Ana & Co","url":"/ana","bio":"Writes."}],"published":"2024-11-08T10:36:54-05:00","updated":"2024-11-09T00:00:00",)j"
        R"j("hero":{"src":"/u/boats.jpg","srcset":"/u/boats-800x450.jpg 800w, /u/boats.jpg 1600w","width":1600,"height":900,"alt":"Boats","caption":"At dawn","credit":"Ana Ruiz"},)j"
        R"j("body":{"html":"<p>Body.</p>","_from":"/content/rendered"}})j");
}

TEST(WordPress, ReadsWhatFieldsLeave) {
    EXPECT_EQ(article_of(R"({"title":{"rendered":"A"},"content":{"rendered":"<p>x</p>"}})"),
              R"({"longread":1,"title":"A","body":{"html":"<p>x</p>","_from":"/content/rendered"}})");
    EXPECT_EQ(article_of(R"([{"content":{"rendered":"<p>x</p>"}},{"content":{"rendered":"y"}}])"),
              R"({"longread":1,"body":{"html":"<p>x</p>","_from":"/0/content/rendered"}})");
}

TEST(WordPress, ReadsWordPressCom) {
    EXPECT_EQ(
        article_of(
            R"({"found":2,"posts":[{"ID":3,"site_ID":1,"URL":"https://x.example/3","title":"A &amp; b","content":"<p>x</p>","date":"2020-01-02T03:04:05+01:00",
        "author":{"ID":1,"name":"Ana","URL":"/ana"},"featured_image":"/f.jpg","tags":{"Tides":{"name":"Tides"}},"categories":{"Seas":{"name":"Seas"}}}]})"),
        R"({"longread":1,"id":"3","url":"https://x.example/3","title":"A & b","kicker":["Seas"],"tags":["Tides"],"byline":[{"name":"Ana","url":"/ana"}],)"
        R"("published":"2020-01-02T03:04:05+01:00","hero":{"src":"/f.jpg"},"body":{"html":"<p>x</p>","_from":"/posts/0/content"}})");
}

TEST(WordPress, AFeedHasAllPosts) {
    EXPECT_EQ(
        feed_of(
            R"j([{"id":1,"link":"/1","title":{"rendered":"A"},"excerpt":{"rendered":"<p>One two [&hellip;]</p>"}},
        {"id":2,"link":"/2","title":{"rendered":"B"},"excerpt":{"rendered":"<p>Three<a class=\"more-link\" href=\"/2\"> Continue reading <span>B</span></a></p>"}}])j"),
        R"({"longread":1,"items":[{"id":"1","url":"/1","title":"A","dek":"One two…"},{"id":"2","url":"/2","title":"B","dek":"Three…"}]})");
    EXPECT_EQ(feed_of(R"({"title":{"rendered":"A"}})"), "error: not-a-document no list of stories");
}

TEST(WordPress, SaysWhyThereIsNoPost) {
    EXPECT_EQ(
        article_of(R"({"code":"rest_post_invalid_id","message":"Invalid post ID.","data":{"status":404}})"),
        "error: not-a-document Invalid post ID.");
    EXPECT_EQ(feed_of(R"({"error":"unknown_blog","message":"Unknown blog"})"),
              "error: not-a-document Unknown blog");
    const Conversion locked =
        convert(R"({"title":{"rendered":"A"},"content":{"rendered":"","protected":true}})");
    EXPECT_EQ(locked.text, "error: empty-body a story without a text");
    EXPECT_EQ(locked.notes, "missing-field /content the rest is behind a password\n");
}

TEST(WordPress, AnExcerptThatIsTheBeginningIsNoDek) {
    const auto with = [](std::string_view excerpt) {
        return article_of(
            R"({"content":{"rendered":"<p>One <b>two</b>\nthree four.</p>"},"excerpt":{"rendered":")" +
            string_of(excerpt) + R"("}})");
    };
    EXPECT_EQ(with("<p>One two three</p>").find("dek"), std::string::npos);
    EXPECT_EQ(with("<p>Else [&hellip;]</p>").find("dek"), std::string::npos);
    EXPECT_NE(with("<p>Another.</p>").find(R"("dek":"Another.")"), std::string::npos);
}

TEST(WordPress, WithoutATextTheSummaryStandsForIt) {
    EXPECT_EQ(
        article_of(
            R"({"link":"https://n.example/a","title":{"rendered":"A"},"content":{"rendered":" "},"excerpt":{"rendered":"Why."}})"),
        R"({"longread":1,"url":"https://n.example/a","title":"A","body":["Why.",{"type":"paragraph","text":{"type":"link","url":"https://n.example/a","text":"n.example/a"}}]})");
    EXPECT_NE(html_of_article(
                  R"({"link":"https://n.example/a","title":{"rendered":"A"},"excerpt":{"rendered":"Why."}})")
                  .find("<p>Why.</p><p><a href=\"https://n.example/a\""),
              std::string::npos);
}

TEST(WordPress, AnAuthorThatIsAnErrorIsNoted) {
    const Conversion out = convert(
        R"({"content":{"rendered":"<p>x</p>"},"_embedded":{"author":[{"code":"rest_user_invalid_id","message":"Invalid user ID.","data":{"status":404}}]}})");
    EXPECT_EQ(out.text.find("byline"), std::string::npos);
    EXPECT_EQ(out.notes, "missing-field /_embedded/author/0 Invalid user ID.\n");
}

TEST(WordPress, TheHeroIsNotShownTwice) {
    EXPECT_EQ(
        article_of(
            R"j({"content":{"rendered":"<figure><img class=\"a\" src=\"https://i.example/u/boats-1024x768.jpg?w=3&amp;h=2\"></figure><p>x</p>"},
        "jetpack_featured_media_url":"https://i.example/u/boats-scaled.jpg"})j")
            .find("hero"),
        std::string::npos);
}

TEST(WordPress, ShortcodesBecomeWhatTheyMean) {
    const Conversion out = convert(
        R"j({"content":{"rendered":"<p>A [sic] b [1] [[gallery]].</p>[caption id=\"a\" width=\"3\"]<a href=\"/l\"><img src=\"/p.jpg\" alt=\"P\"></a> The <em>words</em>[/caption][gallery ids=\"1,2\"][vc_row][x]Kept[/x][/vc_row][embed]https://v.example/1[/embed][audio mp3=\"/a.mp3\"][/audio]<pre>[gallery]</pre>"}})j");
    for (const std::string_view part :
         {"A [sic] b [1] [[gallery]].",
          "<img src=\\\"/p.jpg\\\" alt=\\\"P\\\"></a><figcaption>  The <em>words</em></figcaption></figure>",
          "Kept", "<a href=\\\"https://v.example/1\\\">https://v.example/1</a>", "<audio src=\\\"/a.mp3\\\">",
          "<pre>[gallery]</pre>"}) {
        EXPECT_NE(out.text.find(part), std::string::npos) << part << " in " << out.text;
    }
    EXPECT_EQ(out.text.find("vc_row"), std::string::npos);
    EXPECT_NE(out.notes.find("unknown-block /content/rendered gallery"), std::string::npos) << out.notes;
}

TEST(WordPress, AFilesButtonSaysNothingNew) {
    EXPECT_NE(
        article_of(
            R"j({"content":{"rendered":"<div class=\"wp-block-file\"><a href=\"/t\">T</a><a href=\"/t\" class=\"wp-block-file__button\">Download</a></div>"}})j")
            .find(R"j(<a href=\"/t\">T</a></div>)j"),
        std::string::npos);
}

TEST(WordPress, ALinkLeadsToItsFootnote) {
    const std::string html = html_of_article(
        R"({"content":{"rendered":"<p>a<sup><a href='#f1' id='f1-link'>1</a></sup></p><ol class='wp-block-footnotes'><li id='f1'>b <a href='#f1-link'>back</a></li></ol>"}})");
    EXPECT_NE(html.find(R"(<p id="lr-f1-link">a)"), std::string::npos) << html;
    EXPECT_NE(html.find(R"(<li><p id="lr-f1">b)"), std::string::npos) << html;
}

// An embed whose host gave no answer is its address as text.
TEST(WordPress, AnAddressInAnEmbedBecomesOne) {
    const auto with = [](std::string_view text) {
        return html_of_article(
            R"j({"content":{"rendered":"<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">)j" +
            string_of(text) + R"j(</div><figcaption>C</figcaption></figure>"}})j");
    };
    const std::string html = with(R"(\nhttps://v.example/1?a=1&#038;b=2\n)");
    EXPECT_NE(html.find(R"(<figure class="embed" part="embed" data-part="embed"><a class="embed-link")"
                        R"( href="https://v.example/1?a=1&amp;b=2")"),
              std::string::npos)
        << html;
    EXPECT_NE(html.find("C</figcaption></figure>"), std::string::npos) << html;
    EXPECT_NE(with("https://v.example/1 and words").find("<p>https://v.example/1 and words</p>"),
              std::string::npos);
    EXPECT_NE(with("<b>https</b>").find("<strong>https</strong>"), std::string::npos);
}

TEST(WordPress, EmptyLinesOfClassicContentAreParagraphs) {
    const std::string html = html_of_article(
        R"({"title":{"rendered":"A"},"content":{"rendered":"One\ntwo <b>bold\nstill</b>\n\nThree\r\n\r\n<ul>\n<li>a</li>\n</ul>\n<pre>x\n\ny</pre>\nFour"}})");
    EXPECT_NE(html.find("<p>One<br>two <strong>bold<br>still</strong></p><p>Three</p><ul><li>a</li></ul>"),
              std::string::npos)
        << html;
    EXPECT_NE(html.find("<p>Four</p>"), std::string::npos) << html;
    EXPECT_NE(html.find("x\n\ny"), std::string::npos) << html;
}

TEST(WordPress, CommentsAndMediaAreNoPosts) {
    EXPECT_EQ(article_of(R"({"author_name":"A","content":{"rendered":"<p>x</p>"}})").substr(0, 21),
              "error: not-a-document");
    EXPECT_EQ(article_of(R"({"media_type":"image","title":{"rendered":"x"}})").substr(0, 21),
              "error: not-a-document");
}

}  // namespace
}  // namespace longread
