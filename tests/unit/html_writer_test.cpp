#include "render/html_writer.h"

#include <gtest/gtest.h>

#include <string>

#include "test_arena.h"

namespace longread {
namespace {

HtmlTree element(Tag tag, std::string_view text = {}) {
    HtmlTree tree(test_arena());
    tree.open(tag);
    tree.text(text);
    tree.close();
    return tree;
}

// The expected texts are what Chromium 156, Firefox 153 and WebKitGTK 2.50 print for the same nodes.
TEST(HtmlWriter, EscapesAsBrowsersDo) {
    HtmlTree tree(test_arena());
    tree.open(Tag::p);
    tree.attribute(Attr::title, "a&b<c>d\"e'f\u00a0g\u200b\n\t");
    tree.text("a&b<c>d\"e'f\u00a0g\u00ad");
    tree.close();
    EXPECT_EQ(
        write_html(tree),
        "<p title=\"a&amp;b&lt;c&gt;d&quot;e'f&nbsp;g\u200b\n\t\">a&amp;b&lt;c&gt;d\"e'f&nbsp;g\u00ad</p>");
}

TEST(HtmlWriter, EscapesNothingButWholeCharacters) {
    // The bytes of U+00A0 as parts of other characters: U+00E0 is C3 A0, U+0080 is C2 80.
    EXPECT_EQ(write_html(element(Tag::b, "\u00e0\u0080\u00a0\u00c2")), "<b>\u00e0\u0080&nbsp;\u00c2</b>");
    EXPECT_EQ(write_html(element(Tag::b, "\xC2")), "<b>\xC2</b>");
    EXPECT_EQ(write_html(element(Tag::b, "&amp;")), "<b>&amp;amp;</b>");
}

TEST(HtmlWriter, VoidElementsHaveNoEndTag) {
    for (const Tag tag : {Tag::br, Tag::col, Tag::hr, Tag::img, Tag::input, Tag::source, Tag::wbr}) {
        EXPECT_EQ(write_html(element(tag)), "<" + std::string(tag_name(tag)) + ">");
        EXPECT_EQ(write_html(element(tag, "content")), "<" + std::string(tag_name(tag)) + ">");
    }
    for (const Tag tag : {Tag::p, Tag::audio, Tag::video, Tag::time, Tag::td, Tag::iframe}) {
        const std::string name(tag_name(tag));
        EXPECT_EQ(write_html(element(tag)), "<" + name + "></" + name + ">");
    }
}

TEST(HtmlWriter, EmptyAttributesHaveAValue) {
    HtmlTree tree(test_arena());
    tree.open(Tag::input);
    tree.attribute(Attr::required, "");
    tree.attribute(Attr::checked, "");
    tree.close();
    EXPECT_EQ(write_html(tree), "<input required=\"\" checked=\"\">");
}

// Browsers do not put back the line feed that the parser eats after <pre>: render must not start a pre with
// one.
TEST(HtmlWriter, PreKeepsItsText) {
    EXPECT_EQ(write_html(element(Tag::pre, "\nx\n  y")), "<pre>\nx\n  y</pre>");
}

TEST(HtmlWriter, NestsAndContinues) {
    HtmlTree tree(test_arena());
    tree.text("a");
    tree.open(Tag::p);
    tree.attribute(Attr::class_, "dek");
    tree.attribute(Attr::data_part, "x");
    tree.open(Tag::em);
    tree.text("b");
    tree.close();
    tree.open(Tag::img);
    tree.attribute(Attr::alt, "");
    tree.close();
    tree.text("c");
    tree.close();
    tree.text("d");
    EXPECT_EQ(write_html(tree), "a<p class=\"dek\" data-part=\"x\"><em>b</em><img alt=\"\">c</p>d");
    EXPECT_EQ(write_html(HtmlTree(test_arena())), "");
}

TEST(HtmlWriter, UnknownIsUnwrappedAndDroppedIsLeftOut) {
    HtmlTree tree(test_arena());
    tree.open(Tag::unknown);
    tree.attribute(Attr::name_was, "center");
    tree.attribute(Attr::id, "x");
    tree.text("kept");
    tree.open(Tag::dropped);
    tree.attribute(Attr::name_was, "script");
    tree.text("alert(1)");
    tree.close();
    tree.open(Tag::b);
    tree.attribute(Attr::name_was, "b");
    tree.close();
    tree.close();
    tree.text("!");
    EXPECT_EQ(write_html(tree), "kept<b></b>!");
}

// A browser prints an iframe's text without escaping it; a tree must not be able to make markup that way.
TEST(HtmlWriter, NothingIsPrintedInAnIframe) {
    EXPECT_EQ(write_html(element(Tag::iframe, "</iframe><b>")), "<iframe></iframe>");
}

TEST(HtmlWriter, AnUnbalancedTreeIsSurvived) {
    HtmlTree tree(test_arena());
    tree.close();
    tree.open(Tag::p);
    tree.open(Tag::br);
    EXPECT_EQ(write_html(tree), "<p><br>");
}

TEST(HtmlWriter, DeepTreesNeedNoStack) {
    HtmlTree tree(test_arena());
    for (int i = 0; i < 200'000; ++i) tree.open(Tag::b);
    for (int i = 0; i < 200'000; ++i) tree.close();
    EXPECT_EQ(write_html(tree).size(), 200'000U * 7U);
}

}  // namespace
}  // namespace longread
