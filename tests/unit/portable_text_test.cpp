#include "read/formats/portable_text.h"

#include <gtest/gtest.h>

#include "foreign_trees.h"

namespace longread {
namespace {

std::string block(std::string_view text, std::string_view more = {}) {
    return R"({"_type":"block",)" + std::string(more) + R"("children":[{"_type":"span","text":")" +
           std::string(text) + R"("}]})";
}

TEST(PortableText, FieldsOfADocument) {
    EXPECT_EQ(
        convert(
            R"({"result":{"_id":"a1","_type":"post","title":"T","slug":{"current":"t"},"author":{"name":"Ana"},
            "categories":[{"title":"Sea"}],"publishedAt":"2026-01-01","excerpt":"D",
            "mainImage":{"alt":"A boat","asset":{"metadata":{"dimensions":{"width":800,"height":600}},"url":"https://i.example/x.jpg"}},"body":[)" +
            block("x") + "]}}")
            .json,
        R"({"longread":1,"id":"a1","title":"T","dek":"D","kicker":[],"tags":["Sea"],"byline":["Ana"],"published":"2026-01-01",)"
        R"("hero":{"src":"https://i.example/x.jpg","width":800,"height":600,"alt":"A boat"},"body":{"html":"<p>x</p>","_from":"/result/body"}})");
}

TEST(PortableText, MarksNest) {
    EXPECT_EQ(
        body_html(
            R"([{"_type":"block","markDefs":[{"_key":"l","_type":"link","href":"/l?a&b"},{"_key":"h","_type":"highlight"},{"_key":"f","_type":"footnote"}],
            "children":[{"_type":"span","text":"a\nb","marks":["em"]},{"_type":"span","text":"c","marks":["em","l"]},
            {"_type":"span","text":"d<","marks":["strong","l","nowhere"]},{"_type":"span","text":"e","marks":["h"]},{"_type":"span","text":"f","marks":["f"]}]}])"),
        "<p><em>a<br>b</em><a href='/l?a&amp;b'><em>c</em><strong>d&lt;</strong></a><mark>e</mark>f</p>");
}

TEST(PortableText, ListsAreMadeOfItems) {
    const auto item = [](std::string_view text, std::string_view kind, int level) {
        return block(text,
                     R"("listItem":")" + std::string(kind) + R"(","level":)" + std::to_string(level) + ",");
    };
    EXPECT_EQ(
        body_blocks("[" + item("a", "bullet", 1) + "," + item("b", "number", 2) + "," +
                    item("c", "bullet", 1) + "," + item("d", "number", 1) + "," +
                    block("e", R"("listItem":"bullet",)") + "," + block("p") + "," + item("f", "bullet", 3) +
                    "]"),
        "list(item(p(a) list ordered(item(p(b)))) item(p(c))) list ordered(item(p(d))) list(item(p(e))) p(p) "
        "list(item(list(item(list(item(p(f)))))))");
}

TEST(PortableText, StylesAndObjects) {
    const std::string source =
        "[" + block("T", R"("style":"h1",)") + "," + block("H", R"("style":"h3",)") + "," +
        block("Q", R"("style":"blockquote",)") + "," + block("L", R"("style":"lead",)") +
        R"(,{"_type":"image","caption":"c","asset":{"_ref":"image-abc-10x20-jpg"}},{"_type":"image","url":"/i.jpg","alt":""},
        {"_type":"code","code":"a<","language":"js"},{"_type":"break"},{"_type":"table","rows":[{"cells":["1","2"]}]},
        {"_type":"youtube","url":"https://y.example/1"},{"_type":"box","title":"B","n":1,"body":[)" +
        block("in") + "]}]";
    EXPECT_EQ(
        body_blocks(source),
        "h3 id='lr-h'(H) quote(p(Q)) p(L) p(c) image([img /i.jpg]) code title='js' plain='a<'() divider() "
        "table(row(cell(1) cell(2))) embed url='https://y.example/1'() p(B) p(in)");
    EXPECT_EQ(convert(source).notes, "bad-url /4 image-abc-10x20-jpg\nunknown-block /10 box\n");
    EXPECT_NE(convert(source).json.find(R"("title":"T")"), std::string::npos);
}

TEST(PortableText, QuotesAndPicturesOfASitesOwn) {
    EXPECT_EQ(body_blocks("[" + block("T") +
                          R"(,{"_type":"pullQuote","text":"Q","attribution":"Ana"},
        {"_type":"gallery","images":[{"_type":"image","alt":"a","caption":"c","asset":{"url":"/a.jpg"}},{"_type":"image","alt":"b","asset":{"url":"/b.jpg"}}]}])"),
              "p(T) pull(p(Q) | Ana) gallery([img /a.jpg alt='a' caption='c'][img /b.jpg alt='b'])");
}

}  // namespace
}  // namespace longread
