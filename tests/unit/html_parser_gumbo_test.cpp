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

// Enough to tell, where the whole would be long.
std::string read_head(std::string_view text) {
    const std::string tree = read(text);
    return tree.substr(0, tree.starts_with("error") ? tree.size() : 10);
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
    const Result<HtmlTree> tree =
        parse_html("<div><p>a<b>b<i>c</b>d</i><table>e<td>f</div>g<svg><p>h", test_arena());
    ASSERT_TRUE(tree);
    int depth = 0;
    for (HtmlCursor cursor(*tree); !cursor.at_end(); cursor.advance()) {
        depth += cursor.kind() == HtmlEventKind::open ? 1 : cursor.kind() == HtmlEventKind::close ? -1 : 0;
        ASSERT_GE(depth, 0);
    }
    EXPECT_EQ(depth, 0);
}

TEST(HtmlParser, AFramesetIsNoBody) { EXPECT_EQ(read("<frameset><frame src=x></frameset>"), ""); }

// What browsers do otherwise, so that a newer gumbo does not change it unseen; tests/browser compares more.
TEST(HtmlParser, KnownDifferencesFromBrowsers) {
    // Browsers now keep elements inside a select. It is dropped with its content on both sides.
    EXPECT_EQ(read("<select><div>a</div></select>b"), "<! was='select'></>b");
    EXPECT_EQ(read("<select><option>a<p>b</select>c"), "<! was='select'></>c");
    // In browsers this ends the paragraph.
    EXPECT_EQ(read("<p>a<search>b</search>c</p>"), "<p>a<? was='search'>b</>c</>");
}

TEST(HtmlParser, ElementsThatCameAndWentAreAsInBrowsers) {
    EXPECT_EQ(read("<p>a<dialog>b</dialog>c</p>"), "<p>a</><! was='dialog'></>c<p></>");
    EXPECT_EQ(read("<menuitem>a</menuitem>"), "<? was='menuitem'>a</>");
    EXPECT_EQ(read("<isindex>"), "<? was='isindex'></>");
}

TEST(HtmlParser, MainKeepsWhatIsOpenAroundIt) {
    EXPECT_EQ(read("<em>a<main>b</em>c"), "<em>a</><main><em>b</>c</>");
}

TEST(HtmlParser, OfAFormNothingIsRead) {
    EXPECT_EQ(read("a<form action=/x><p>b<input name=c></form>d"), "a<form></>d");
    EXPECT_EQ(read("a<form>b</form>c"), "a<form></>c");
}

TEST(HtmlParser, ElementsBeyondOneHundredLevelsAreUnwrapped) {
    EXPECT_EQ(read(repeat("<div>", 100) + "a<b>b</b>c<svg></svg>"),
              repeat("<div>", 100) + "abc" + repeat("</>", 100));
    EXPECT_EQ(read(repeat("<div>", 99) + "<i><b>b</b></i>"),
              repeat("<div>", 99) + "<i>b</>" + repeat("</>", 99));
}

TEST(HtmlParser, DeepNestingIsRefused) {
    EXPECT_EQ(read_head(repeat("<div>", 510)), "<div><div>");
    EXPECT_EQ(read_head(repeat("<div>", 511)), "error tree-too-deep");
    EXPECT_EQ(read_head(repeat("<b>", 300'000)), "error tree-too-deep");
    // End tags of elements that are not open end nothing.
    EXPECT_EQ(read_head(repeat("<div></x>", 511)), "error tree-too-deep");
}

TEST(HtmlParser, ElementsThatEndByThemselvesMakeNoDepth) {
    EXPECT_EQ(read_head("<ul>" + repeat("<li>a", 2'000) + "</ul>"), "<ul><li>a<");
    EXPECT_EQ(read_head(repeat("<p>a", 2'000)), "<p>a</><p>");
    EXPECT_EQ(read_head(repeat("a<br>", 2'000)), "a<br></>a<");
}

TEST(HtmlParser, TagsInsideScriptsAndCommentsMakeNoDepth) {
    EXPECT_EQ(read("<script>" + repeat("<div>", 600) + "</script>a"), "<! was='script'></>a");
    EXPECT_EQ(read("<!--" + repeat("<div>", 600) + "-->a"), "a");
}

TEST(HtmlParser, TextOfMoreThanOneMebibyteIsRefused) {
    EXPECT_EQ(read_head(std::string(1U << 20U, 'a')), "aaaaaaaaaa");
    EXPECT_EQ(read_head(std::string((1U << 20U) + 1, 'a')), "error tree-too-large");
}

TEST(HtmlParser, TooManyNodesAreRefused) {
    EXPECT_EQ(read_head(repeat("<i></i>", 50'000)), "<i></><i><");
    EXPECT_EQ(read_head(repeat("<i></i>", 50'001)), "error tree-too-large");
    EXPECT_EQ(read_head(repeat("<br>a", 25'000)), "<br></>a<b");
    EXPECT_EQ(read_head(repeat("<br>a", 25'000) + "<br>"), "error tree-too-large");
}

TEST(HtmlParser, NodesInsideWhatIsDroppedDoNotCount) {
    EXPECT_EQ(read("<svg>" + repeat("<g/>", 60'000) + "</svg>a"), "<! was='svg'></>a");
    EXPECT_EQ(read("<form>" + repeat("<br>", 60'000) + "</form>a"), "<form></>a");
}

TEST(HtmlParser, TooManyAttributesAreRefused) {
    const auto attributes = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += " a" + std::to_string(i);
        return text;
    };
    EXPECT_EQ(read("<p" + attributes(1'000) + ">a</p>"), "<p>a</>");
    EXPECT_EQ(read("<p" + attributes(1'001) + ">a</p>"), "error tree-too-large");
    // These are added to those of the body that is there.
    EXPECT_EQ(read(repeat("<body" + attributes(900) + ">", 16) + "a"), "a");
    EXPECT_EQ(read(repeat("<body x>", 17) + "a"), "error tree-too-large");
    EXPECT_EQ(read(repeat("<HTML\nx>", 17) + "a"), "error tree-too-large");
    EXPECT_EQ(read(repeat("<bodyx>", 17) + "a").substr(0, 11), "<? was='bod");
}

// Each paragraph opens anew what was never closed: 300,000 elements where the text has 400, or as many as
// memory holds.
TEST(HtmlParser, FormattingThatIsReopenedOverAndOverIsRefused) {
    std::string text = "<p>";
    for (int i = 0; i < 400; ++i) text += "<b id=" + std::to_string(i) + "></i>";
    EXPECT_EQ(read_head(text + repeat("<p>a", 100)), "<p><b id='");
    EXPECT_EQ(read_head(text + repeat("<p>a", 750)), "error tree-too-large");
    EXPECT_EQ(read_head(text + repeat("<p>a", 200'000)), "error tree-too-large");
}

}  // namespace
}  // namespace longread
