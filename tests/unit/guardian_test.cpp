#include "read/formats/guardian.h"

#include <gtest/gtest.h>

#include "foreign_trees.h"

namespace longread {
namespace {

std::string element_of(std::string_view type, std::string_view fields) {
    return R"({"_type":"model.dotcomrendering.pageElements.)" + std::string(type) + R"(",)" +
           std::string(fields) + "}";
}

std::string page_of(std::string_view elements, std::string_view more = {}) {
    return R"({"webPublicationDate":"2026-01-01T00:00:00Z","headline":"T",)" + std::string(more) +
           R"("blocks":[{"elements":[)" + std::string(elements) + "]}]}";
}

TEST(Guardian, FieldsOfAPage) {
    EXPECT_EQ(
        convert(
            page_of(
                element_of("TextBlockElement", R"("html":"<p>One</p>")"),
                R"("pageId":"a/b","canonicalUrl":"https://g.example/a/b","standfirst":"<p>First</p><ul><li>Second</li></ul>","lang":"ar","isRightToLeftLang":true,
            "sectionLabel":"Mars","sectionUrl":"science/mars","guardianBaseURL":"https://g.example","byline":"Ana Ruiz and Bo Li","starRating":4,
            "tags":[{"id":"science/mars","type":"Keyword","title":"Mars"},{"id":"profile/ana","type":"Contributor","title":"Ana Ruiz","bylineImageUrl":"https://i.example/a.png"},
              {"id":"profile/bo","type":"Contributor","title":"Bo Li"},{"id":"tone/news","type":"Tone","title":"News"}],
            "linkedData":[{"dateModified":"2026-01-02T00:00:00Z"}],"config":{"isSensitive":true},
            "mainMediaElements":[{"_type":"model.dotcomrendering.pageElements.ImageBlockElement","role":"showcase","displayCredit":true,
              "data":{"alt":"A boat","caption":"<b>At</b> dawn","credit":"Photograph: Cy"},
              "media":{"allImages":[{"url":"https://m.example/500.jpg","fields":{"width":"500","height":"300"}},{"url":"https://m.example/5000.jpg","fields":{"width":"5000","height":"3000"}}]},
              "imageSources":[{"weighting":"inline","srcSet":[{"src":"https://i.example/i","width":620}]},
                {"weighting":"showcase","srcSet":[{"src":"https://i.example/s?width=1020","width":1020},{"src":"https://i.example/s?width=660","width":660},{"src":"https://i.example/s?dpr=2","width":2040}]}]}],
            "storyPackage":{"trails":[{"url":"https://g.example/n","linkText":"Next","image":{"src":"https://i.example/n.jpg","altText":"N"}}]},)"))
            .json,
        R"({"longread":1,"id":"a/b","url":"https://g.example/a/b","lang":"ar","title":"T","dek":"First  Second",)"
        R"("published":"2026-01-01T00:00:00Z","updated":"2026-01-02T00:00:00Z","dir":"rtl","sensitive":true,)"
        R"("kicker":[{"label":"Mars","url":"https://g.example/science/mars"}],"tags":[{"label":"Mars","url":"https://g.example/science/mars"}],)"
        R"("byline":[{"name":"Ana Ruiz","url":"https://g.example/profile/ana","image":"https://i.example/a.png"},)"
        R"({"name":"Bo Li","url":"https://g.example/profile/bo"}],)"
        R"("hero":{"src":"https://i.example/s?width=1020","srcset":"https://i.example/s?width=1020 1020w, https://i.example/s?width=660 660w","width":500,"height":300,)"
        R"("alt":"A boat","caption":"At dawn","credit":"Photograph: Cy"},"body":{"html":"<p>★★★★☆</p><p>One</p>","_from":"/blocks"},)"
        R"("related":[{"title":"Next","url":"https://g.example/n","image":"https://i.example/n.jpg","kicker":[]}]})");
}

std::string byline_of(std::string_view line) {
    const std::string json =
        convert(
            page_of(
                "",
                R"("byline":")" + std::string(line) +
                    R"(","tags":[{"type":"Contributor","title":"Ana"},{"type":"Contributor","title":"Bo"}],)"))
            .json;
    const std::size_t begin = json.find(R"("byline":)") + 9;
    return json.substr(begin, json.find(R"(,"related")") - begin);
}

TEST(Guardian, BylinesLoseNothing) {
    EXPECT_EQ(byline_of("Ana, Bo"), R"([{"name":"Ana"},{"name":"Bo"}])");
    EXPECT_EQ(byline_of("Ana in Paris"), R"([{"name":"Ana in Paris"}])");
    EXPECT_EQ(byline_of("Ana and Bo in Rome"), R"(["Ana and Bo in Rome"])");
    EXPECT_EQ(byline_of("Cy"), R"(["Cy"])");
}

TEST(Guardian, Elements) {
    const std::string source = page_of(
        element_of("SubheadingBlockElement", R"("html":"<h2>H</h2>")") + "," +
        element_of("PullquoteBlockElement", R"("html":"Q","attribution":"Who")") + "," +
        element_of("RichLinkBlockElement", R"("prefix":"Related: ","text":"R","url":"/r")") + "," +
        element_of("LinkBlockElement", R"("label":"L","url":"/l")") + "," +
        element_of("TweetBlockElement",
                   R"("html":"<blockquote><p>T</p></blockquote>","url":"https://t.example/1")") +
        "," +
        element_of("VideoYoutubeBlockElement",
                   R"("embedUrl":"https://y.example/1","title":"V","caption":"c")") +
        "," + element_of("YoutubeBlockElement", R"("assetId":"abc","mediaTitle":"M")") + "," +
        element_of("AudioBlockElement", R"("assets":[{"url":"/a.mp3","mimeType":"audio/mpeg"}])") + "," +
        element_of("GuVideoBlockElement",
                   R"("caption":"g","assets":[{"url":"/v.m3u8"},{"url":"/v.mp4","mimeType":"video/mp4"}])") +
        "," + element_of("DividerBlockElement", R"("size":"full")") + "," +
        element_of("AdPlaceholderBlockElement", R"("title":"no")") + "," +
        element_of("QABlockElement",
                   R"("title":"What?","html":"<p>This.</p>","image":"/q.jpg","credit":"P")") +
        "," +
        element_of("CalloutBlockElementV2",
                   R"("title":"Tell us","description":"<p>How</p>","formFields":[{"label":"x"}])") +
        "," + element_of("CodeBlockElement", R"("html":"a < b","language":"js")") + "," +
        element_of("StarRatingBlockElement", R"("rating":2)") + "," +
        element_of(
            "MultiImageBlockElement",
            R"("caption":"both","images":[{"data":{"caption":"1"},"media":{"allImages":[{"url":"/1.jpg"}]}},{"media":{"allImages":[{"url":"/2.jpg"}]}}])"));
    EXPECT_EQ(
        body_blocks(source),
        "h2 id='lr-h'(H) pull(p(Q) | Who) p(Related: <a value='/r'>R</a>) p(<a value='/l'>L</a>) quote(p(T)) "
        "embed url='https://y.example/1' title='V'(c) embed url='https://www.youtube-nocookie.com/embed/abc' "
        "title='M'(M) audio url='/a.mp3'() "
        "video url='/v.mp4'(g) divider() aside(h3 id='lr-what'(What?) image([img /q.jpg]) p(This.) p(P)) "
        "aside(h3 id='lr-tell-us'(Tell us) p(How)) "
        "code title='js' plain='a < b'() p(★★☆☆☆) gallery([img /1.jpg caption='1'][img /2.jpg]both)");
    EXPECT_EQ(convert(source).notes, "html-dropped /blocks/0/elements/12/formFields form\n");
}

TEST(Guardian, RareElementsAreShownFieldByField) {
    const std::string text = element_of("TextBlockElement", R"("html":"<p>in</p>")");
    EXPECT_EQ(body_blocks(page_of(
                  element_of("KeyTakeawaysBlockElement",
                             R"("keyTakeaways":[{"title":"One","body":[)" + text + "]}]") +
                  "," +
                  element_of("DCRTimelineBlockElement",
                             R"("events":[{"date":"1 May","title":"E","body":[)" + text + "]}]") +
                  "," +
                  element_of("MiniProfilesBlockElement",
                             R"("miniProfiles":[{"title":"P","bio":"<p>b</p>","body":[],"endNote":"n"}])") +
                  "," +
                  element_of("QuizAtomBlockElement",
                             R"("questions":[{"text":"Why?","answers":[{"text":"So","isCorrect":true}]}])") +
                  "," + element_of("NewThingBlockElement", R"("embedUrl":"https://n.example/1")"))),
              "h3 id='lr-one'(One) p(in) h3 id='lr-e'(E) p(1 May) p(in) h3 id='lr-p'(P) p(b) p(n) p(Why?) "
              "p(So) embed url='https://n.example/1'()");
}

TEST(Guardian, LiveBlogsAreDatedSectionsNewestFirst) {
    const auto block = [](std::string_view more, std::string_view text) {
        return "{" + std::string(more) + R"("elements":[)" +
               element_of("TextBlockElement", R"("html":"<p>)" + std::string(text) + R"(</p>")") + "]}";
    };
    const std::string source =
        R"({"webPublicationDate":"2026-01-01","blocks":[)" +
        block(R"("blockFirstPublished":1613763003000,"blockFirstPublishedDisplay":"19.30 GMT",)", "old") +
        "," + block(R"("title":"Sum & up","blockFirstPublished":1613766603000,)", "new") + "]}";
    EXPECT_EQ(
        body_html(source),
        "<h2>Sum & up</h2><p><time datetime='2021-02-19T20:30:03Z'>2021-02-19T20:30:03Z</time></p><p>new</p>"
        "<h2><time datetime='2021-02-19T19:30:03Z'>19.30 GMT</time></h2><p>old</p>");
}

TEST(Guardian, ContentApi) {
    const std::string item =
        R"({"id":"x","webTitle":"W","webUrl":"https://g.example/x","apiUrl":"https://api.example/x","webPublicationDate":"2026-01-01",
        "sectionName":"Science","fields":{"headline":"H &amp; h","standfirst":"S","byline":"Ana","body":"<p>B</p>","main":"<figure><img src=\"/m.jpg\"></figure>","thumbnail":"/t.jpg"},
        "tags":[{"type":"keyword","webTitle":"Mars","webUrl":"https://g.example/mars"}]})";
    EXPECT_EQ(
        convert(R"({"response":{"status":"ok","content":)" + item + "}}").json,
        R"({"longread":1,"id":"x","url":"https://g.example/x","title":"H & h","dek":"S","published":"2026-01-01","kicker":[{"label":"Science"}],"tags":[{"label":"Mars","url":"https://g.example/mars"}],)"
        R"("byline":["Ana"],"body":{"html":"<figure><img src=\"/m.jpg\"></figure><p>B</p>","_from":"/response/content/fields/body"},"related":[]})");
    EXPECT_EQ(
        convert_feed(R"({"response":{"status":"ok","results":[)" + item + "]}}"),
        R"({"longread":1,"items":[{"title":"H & h","url":"https://g.example/x","id":"x","dek":"S","image":"/t.jpg","published":"2026-01-01","kicker":["Science"]}]})");
    EXPECT_EQ(convert(R"({"response":{"status":"error","message":"no such item"}})", "guardian").json,
              "error: not-a-document");
    EXPECT_EQ(
        body_blocks(
            R"({"webTitle":"W","webUrl":"u","apiUrl":"a","blocks":{"body":[{"bodyHtml":"","elements":[{"type":"text","textTypeData":{"html":"<p>t</p>"}},
            {"type":"image","assets":[{"file":"/s.jpg","typeData":{"width":"140"}},{"file":"/l.jpg","typeData":{"width":"1000","caption":"c"}}],"imageTypeData":{"alt":"A boat"}}]}]}})"),
        "p(t) image([img /l.jpg alt='A boat' caption='c'])");
    EXPECT_EQ(
        convert(
            R"({"webTitle":"W","webUrl":"u","apiUrl":"a","fields":{"starRating":"4","body":"<aside class=\"element element-pullquote\"><blockquote>q</blockquote></aside>"},
            "elements":[{"relation":"main","type":"image","assets":[{"file":"/m.jpg","typeData":{"altText":"A boat","credit":"Cy"}}]}]})")
            .json,
        R"({"longread":1,"url":"u","title":"W","kicker":[],"tags":[],"byline":[],"hero":{"src":"/m.jpg","alt":"A boat","credit":"Cy"},)"
        R"("body":{"html":"<p>★★★★☆</p><figure class=pullquote><blockquote>q</blockquote></figure>","_from":"/fields/body"},"related":[]})");
}

}  // namespace
}  // namespace longread
