#include "read/formats/html_builder.h"

#include <gtest/gtest.h>

#include "read/formats/marked_text.h"
#include "test_arena.h"

namespace longread {
namespace {

std::string fragment(std::string_view html) {
    HtmlBuilder builder(test_arena());
    builder.fragment(html);
    return std::string(builder.html());
}

TEST(HtmlBuilder, FragmentsCannotReachBeyondTheirPlace) {
    EXPECT_EQ(fragment("a &amp; b"), "a &amp; b");
    EXPECT_EQ(fragment("<b>x<i>y"), "<b>x<i>y</i></b>");
    EXPECT_EQ(fragment("x</div></p></b> <B>y</b>"), "x <B>y</b>");
    EXPECT_EQ(fragment("<p>a<p>b<br>c"), "<p>a<p>b<br>c</p>");
    EXPECT_EQ(fragment("<ul><li>a<li>b</ul>"), "<ul><li>a<li>b</ul>");
    EXPECT_EQ(fragment("a<!-- b"), "a");
    EXPECT_EQ(fragment("a<!-- b -->c<!-->d"), "acd");
    EXPECT_EQ(fragment("1 < 2 <3 <"), "1 &lt; 2 &lt;3 &lt;");
    EXPECT_EQ(fragment("<a href=\"x>y"), "&lt;a href=\"x>y");
    EXPECT_EQ(fragment("<a title='>'>x"), "<a title='>'>x</a>");
    EXPECT_EQ(fragment("<script>if (a<b) '</p>'"), "<script>if (a<b) '</p>'</script>");
    EXPECT_EQ(fragment("<style>x</STYLE >y"), "<style>x</style>y");
    // An end tag at once, of another element.
    EXPECT_EQ(fragment("<script></i></script>x"), "<script></i></script>x");
    EXPECT_EQ(fragment("<title></"), "<title></</title>");
    EXPECT_EQ(fragment("<!doctype html><?x?>a</>"), "a");
}

TEST(HtmlBuilder, TextIsEscaped) {
    HtmlBuilder builder(test_arena());
    builder.lines("<b>\n&");
    builder.markup("<a");
    builder.attribute("href", "/x\"");
    builder.attribute("title", "");
    builder.markup(">");
    builder.open(heading_tag("3"));
    builder.close(heading_tag("x"));
    EXPECT_EQ(builder.html(), "&lt;b&gt;<br>&amp;<a href=\"/x&quot;\"><h3></h2>");
}

TEST(MarkedText, ElementsNest) {
    HtmlBuilder builder(test_arena());
    MarkedText marked(builder);
    const Marks strong = find_mark("bold");
    const Marks em = find_mark("em");
    const auto run = [&](Marks marks, std::string_view link, std::string_view text) {
        marked.set(marks, link);
        builder.text(text);
    };
    run(strong, {}, "a");
    run(strong | em, {}, "b");
    run(em, {}, "c");
    run(em, "/x", "d");
    run(0, "/x", "e");
    run(find_mark("strike-through") | find_mark("code"), "/y", "f");
    marked.finish();
    EXPECT_EQ(builder.html(),
              "<strong>a<em>b</em></strong><em>c</em><a href=\"/x\"><em>d</em>e</a>"
              "<a href=\"/y\"><s><code>f</code></s></a>");
}

TEST(MarkedText, NamesOfAllFormats) {
    EXPECT_EQ(find_mark("strikethrough"), find_mark("strike"));
    EXPECT_EQ(find_mark("superscript"), find_mark("sup"));
    EXPECT_EQ(find_mark("textStyle"), 0U);
    EXPECT_EQ(find_mark("-"), 0U);
    EXPECT_EQ(find_mark(""), 0U);
}

}  // namespace
}  // namespace longread
