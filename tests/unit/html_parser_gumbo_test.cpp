#include "platform/html_parser_gumbo.h"

#include <gtest/gtest.h>

#include <string>

#include "test_arena.h"
#include "tree_text.h"

namespace longread {
namespace {

std::string read(std::string_view text) {
    const Result<HtmlTree> tree = parse_html(text, fresh_arena());
    if (!tree) return "error " + std::string(code_name(tree.error().code));
    return tree_text(*tree);
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    for (; times > 0; --times) out += text;
    return out;
}

TEST(HtmlParser, ElementsAttributesAndTextComeInDocumentOrder) {
    EXPECT_EQ(read("<p id=x LANG='de'>Hi <b>you</b>!<br>there</p>tail"),
              "<p id='x' lang='de'>Hi <b>you</>!<br></>there</>tail");
}

TEST(HtmlParser, NothingGivesNothing) {
    EXPECT_EQ(read(""), "");
    EXPECT_EQ(read("<!-- only a comment -->"), "");
    EXPECT_EQ(read("<html><head><title>t</title></head><body></body></html>"), "<! was='title'></>");
}

TEST(HtmlParser, ReferencesAreResolvedAndLineEndsJoined) {
    EXPECT_EQ(read("<pre>\na\r\nb&amp;&notin;&#x1F600;</pre>"), "<pre>a\nb&∉😀</>");
}

TEST(HtmlParser, CommentsAndProcessingInstructionsVanish) {
    EXPECT_EQ(read("a<!-- b -->c<?php d ?>e<![CDATA[f]]>g"), "aceg");
}

TEST(HtmlParser, UnknownAttributesAreLeftOut) {
    EXPECT_EQ(read("<a href=/x onclick=alert(1) style=y title=t>z</a>"), "<a href='/x' title='t'>z</>");
}

TEST(HtmlParser, ForeignContentIsDroppedWhole) {
    EXPECT_EQ(read("a<svg><a href=x>b</a><foreignObject><p>c</p></foreignObject></svg>d"),
              "a<! was='svg'></>d");
    EXPECT_EQ(read("<math><mi>x</mi></math>"), "<! was='math'></>");
    EXPECT_EQ(read("<svg><title><p>x</p></title></svg>"), "<! was='svg'></>");
}

TEST(HtmlParser, TemplatesScriptsAndCustomElementsAreDroppedWhole) {
    EXPECT_EQ(read("a<template><p>b</p></template>c"), "a<! was='template'></>c");
    EXPECT_EQ(read("<script>a < b</script><style>p{}</style>x"), "<! was='script'></><! was='style'></>x");
    EXPECT_EQ(read("<X-Card>a</X-Card>b"), "<! was='x-card'></>b");
    EXPECT_EQ(read("<noscript><p>a</p></noscript>b"), "<! was='noscript'></>b");
}

TEST(HtmlParser, UnknownElementsSayTheirNameAndKeepTheirContent) {
    EXPECT_EQ(read("<BLINK class=x>a <b>c</b></BLINK>"), "<? was='blink'>a <b>c</></>");
    EXPECT_EQ(read("<center>a</center>"), "<? was='center'>a</>");
}

TEST(HtmlParser, TablesAreCompleted) {
    EXPECT_EQ(read("<table><tr><td>1<td>2</table>"), "<table><tbody><tr><td>1</><td>2</></></></>");
}

TEST(HtmlParser, EveryOpenIsMetByOneClose) {
    const Result<HtmlTree> tree = parse_html("<div><p>a<b>b<i>c</b>d</i><table>e<td>f</div>g<svg><p>h", test_arena());
    ASSERT_TRUE(tree);
    int depth = 0;
    for (HtmlCursor cursor(*tree); !cursor.at_end(); cursor.advance()) {
        depth += cursor.kind() == HtmlEventKind::open ? 1 : cursor.kind() == HtmlEventKind::close ? -1 : 0;
        ASSERT_GE(depth, 0);
    }
    EXPECT_EQ(depth, 0);
}

TEST(HtmlParser, AFramesetIsNoBody) { EXPECT_EQ(read("<frameset><frame src=x></frameset>"), ""); }

// What browsers do otherwise (notes/style.md, section 4), so that a newer gumbo does not change it unseen.
TEST(HtmlParser, KnownDifferencesFromBrowsers) {
    // Browsers now keep elements inside a select. It is dropped with its content on both sides.
    EXPECT_EQ(read("<select><div>a</div></select>b"), "<! was='select'></>b");
    EXPECT_EQ(read("<select><option>a<p>b</select>c"), "<! was='select'></>c");
    // In browsers these two end the paragraph.
    EXPECT_EQ(read("<p>a<search>b</search>c</p>"), "<p>a<? was='search'>b</>c</>");
    EXPECT_EQ(read("<p>a<dialog>b</dialog>c</p>"), "<p>a<! was='dialog'></>c</>");
    // An unknown element in browsers.
    EXPECT_EQ(read("<menuitem>a</menuitem>"), "<? was='menuitem'></>a");
    // Gumbo still makes a form of it.
    EXPECT_EQ(read("<isindex>").substr(0, 6), "<form>");
}

TEST(HtmlParser, ElementsBeyondOneHundredLevelsAreUnwrapped) {
    EXPECT_EQ(read(repeat("<div>", 100) + "a<b>b</b>c<svg></svg>"),
              repeat("<div>", 100) + "abc" + repeat("</>", 100));
    EXPECT_EQ(read(repeat("<div>", 99) + "<i><b>b</b></i>"),
              repeat("<div>", 99) + "<i>b</>" + repeat("</>", 99));
}

TEST(HtmlParser, DeepNestingIsRefused) {
    EXPECT_EQ(read(repeat("<div>", 512)).substr(0, 5), "<div>");
    EXPECT_EQ(read(repeat("<div>", 513)), "error tree-too-deep");
    EXPECT_EQ(read(repeat("<b>", 300'000)), "error tree-too-deep");
}

TEST(HtmlParser, ElementsThatEndByThemselvesMakeNoDepth) {
    EXPECT_EQ(read("<ul>" + repeat("<li>a", 2'000) + "</ul>").substr(0, 8), "<ul><li>");
    EXPECT_EQ(read(repeat("<p>a", 2'000)).substr(0, 3), "<p>");
    EXPECT_EQ(read(repeat("a<br>", 2'000)).substr(0, 5), "a<br>");
}

TEST(HtmlParser, TagsInsideScriptsAndCommentsMakeNoDepth) {
    EXPECT_EQ(read("<script>" + repeat("<div>", 600) + "</script>a"), "<! was='script'></>a");
    EXPECT_EQ(read("<!--" + repeat("<div>", 600) + "-->a"), "a");
}

TEST(HtmlParser, TooManyTagsAreRefused) {
    EXPECT_EQ(read(repeat("<i></i>", 25'001)), "error tree-too-large");
    EXPECT_EQ(read(repeat("<br>a", 25'001)), "error tree-too-large");
}

// Every paragraph opens anew what was never closed.
TEST(HtmlParser, FormattingThatIsReopenedOverAndOverIsRefused) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "<b id=" + std::to_string(i) + ">";
    EXPECT_EQ(read(text + repeat("<p>a", 10'000)), "error tree-too-large");
}

}  // namespace
}  // namespace longread
