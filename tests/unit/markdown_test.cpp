#include "read/markdown.h"

#include <gtest/gtest.h>

#include <string>

#include "platform/cli_parsers.h"
#include "read/markdown_notes.h"
#include "test_arena.h"
#include "tree_text.h"

namespace longread {
namespace {

std::string read(std::string_view text) {
    Notes notes;
    const Result<MarkdownOutcome> outcome =
        parse_markdown(text, native_parsers().html, {"", fresh_arena(), notes});
    if (!outcome) return "error " + std::string(code_name(outcome.error().code));
    return outcome->is_html ? "html " + std::string(outcome->html) : tree_text(outcome->tree);
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    for (; times > 0; --times) out += text;
    return out;
}

TEST(Markdown, Blocks) {
    EXPECT_EQ(read("# A\n\nb *c* **d** `e`\n\n---\n\n> f\n"),
              "<h1>A</><p>b <em>c</> <strong>d</> <code>e</></><hr></><blockquote><p>f</></>");
    EXPECT_EQ(read("Six\n===\n\n###### Seven ##"), "<h1>Six</><h6>Seven</>");
    EXPECT_EQ(read(""), "");
}

TEST(Markdown, TightAndLooseLists) {
    EXPECT_EQ(read("- a\n- b\n  - c"), "<ul><li>a</><li>b<ul><li>c</></></></>");
    EXPECT_EQ(read("7) a\n\n8) b"), "<ol start='7'><li><p>a</></><li><p>b</></></>");
    EXPECT_EQ(read("1. a"), "<ol><li>a</></>");
}

TEST(Markdown, CodeBlocksSayTheirLanguage) {
    EXPECT_EQ(read("```c++ title=x\na < b\n```"), "<pre><code class='language-c++'>a < b\n</></>");
    EXPECT_EQ(read("~~~\n```\n~~~"), "<pre><code>```\n</></>");
    EXPECT_EQ(read("    a\n\n    b"), "<pre><code>a\n\nb\n</></>");
}

TEST(Markdown, LinksAndPictures) {
    EXPECT_EQ(read("[a *b*](/x?y=1&z=ä \"T\")"), "<p><a href='/x?y=1&z=%C3%A4' title='T'>a <em>b</></></>");
    EXPECT_EQ(read("![a *b* `c` [d](/e)\nf](/x.png 'T')"),
              "<p><img src='/x.png' alt='a b c d f' title='T'></></>");
    EXPECT_EQ(read("![](/x.png)"), "<p><img src='/x.png' alt=''></></>");
    EXPECT_EQ(read("<https://a.example/?q=[1]>"),
              "<p><a href='https://a.example/?q=%5B1%5D'>https://a.example/?q=[1]</></>");
    EXPECT_EQ(read("[Ünïcode ẞ]\n\n[üNÏCODE SS]: /ok"), "<p><a href='/ok'>Ünïcode ẞ</></>");
}

TEST(Markdown, BreaksAndReferences) {
    EXPECT_EQ(read("a\nb  \nc\\\nd"), "<p>a b<br></>c<br></>d</>");
    EXPECT_EQ(read("&copy;&NotEqualTilde;&#35;&nosuch;&#0;"), "<p>©≂̸#&nosuch;\xEF\xBF\xBD</>");
}

TEST(Markdown, ATableOfOtherDialectsKeepsItsRows) {
    EXPECT_EQ(read("| a | b |\n|---|:-:|\n| *c* | d |\n| e | f |"),
              "<p>| a | b |<br></>|---|:-:|<br></>| <em>c</> | d |<br></>| e | f |</>");
    EXPECT_EQ(read("Before\na | b\n--- | ---\nc | d"),
              "<p>Before<br></>a | b<br></>--- | ---<br></>c | d</>");
    EXPECT_EQ(read("- a | b\n  --|--\n  c | d\n\nx\ny"),
              "<ul><li>a | b<br></>--|--<br></>c | d</></><p>x y</>");
    EXPECT_EQ(read("a | b\nc | d"), "<p>a | b c | d</>");
}

TEST(Markdown, WithRawHtmlTheWholeTextBecomesHtml) {
    EXPECT_EQ(read("a <b>c & \"d\"</b> *e*\n\n<div>\nx\n</div>\n\n![f & <i>](g 'h')"),
              "html <p>a <b>c &amp; &quot;d&quot;</b> <em>e</em></p>\n<div>\nx\n</div>\n"
              "<p><img src=\"g\" alt=\"f &amp; &lt;i&gt;\" title=\"h\"></p>\n");
    EXPECT_EQ(read("<!-- a -->"), "html <!-- a -->\n");
    EXPECT_EQ(read("``<b>`` \\<b> a < b"), "<p><code><b></> <b> a < b</>");
}

TEST(Markdown, BytesThatAreNoUtf8AreReplaced) {
    EXPECT_EQ(read("a\xFFz *\xC3*"), "<p>a\xEF\xBF\xBDz <em>\xEF\xBF\xBD</></>");
    EXPECT_EQ(read(std::string_view("a\0b", 3)),
              "<p>a\xEF\xBF\xBD"
              "b</>");
    EXPECT_EQ(read("&#xFFFF;"), "<p>\xEF\xBF\xBF</>");
}

TEST(Markdown, NamedCharactersAreThoseOfTheHtmlParser) {
    EXPECT_EQ(read("&eacute;&semi; &ngE; &notit; &nosuch; `&ngE;`"),
              "<p>\u00E9; \u2267\u0338 &notit; &nosuch; <code>&ngE;</></>");
}

TEST(Markdown, WithoutAParserTheRareNamesStayAsTheyAreWritten) {
    Notes notes;
    const auto forbidden = [](std::string_view, const Parsing&) -> Result<HtmlTree> {
        return Error{Code::parser_unavailable, {}, 0, 0, 0, {}};
    };
    const Result<MarkdownOutcome> outcome =
        parse_markdown("&mdash;&ngE;", forbidden, {"", fresh_arena(), notes});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(tree_text(outcome->tree), "<p>\u2014&ngE;</>");
}

TEST(Markdown, RareNamesAreAskedForTenThousandTimes) {
    const std::string text = read(repeat("&ngE;", 10'001) + "&eacute;");
    EXPECT_TRUE(text.ends_with("\u0338&ngE;\u00E9</>")) << text.substr(text.size() - 40);
}

TEST(Markdown, LimitOfSize) {
    EXPECT_EQ(read(std::string(1U << 20U, 'a')).size(), (1U << 20U) + 6);
    Notes notes;
    const Result<MarkdownOutcome> outcome =
        parse_markdown(std::string((1U << 20U) + 1, 'a'), native_parsers().html, {"", test_arena(), notes});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Code::input_too_large);
    EXPECT_EQ(outcome.error().detail, "Markdown of more than 1 MiB");
}

TEST(Markdown, LimitOfNesting) {
    EXPECT_EQ(read(repeat("> ", 99) + "a"), repeat("<blockquote>", 99) + "<p>a</>" + repeat("</>", 99));
    EXPECT_EQ(read(repeat("> ", 100) + "a"), "error tree-too-deep");
    EXPECT_EQ(read(repeat("> ", 101) + "a"), "error tree-too-deep");
    EXPECT_EQ(read(repeat("*a **a ", 200) + "b" + repeat(" a** a*", 200)), "error tree-too-deep");
    EXPECT_EQ(read(repeat("- ", 60) + "a"), "error tree-too-deep");
    EXPECT_EQ(read(repeat("* ", 400)), "<hr></>");
    EXPECT_EQ(read(repeat("- ", 400) + "\na"), "<hr></><p>a</>");
    EXPECT_EQ(read("```\n" + repeat("> ", 90) + "\n```").substr(0, 5), "<pre>");
    EXPECT_EQ(read(repeat("a\n\n- b\n\n", 500)).substr(0, 3), "<p>");
}

TEST(Markdown, LimitOfBrackets) {
    EXPECT_EQ(read(repeat("[", 10'000)).size(), 10'006U);
    EXPECT_EQ(read(repeat("[", 10'001)), "error input-too-large");
    EXPECT_EQ(read(repeat("[", 10'000) + "\n \t\n" + repeat("[", 10'000)).size(), 20'012U);
}

TEST(Markdown, LimitOfMarksAndNodes) {
    EXPECT_EQ(read(repeat("*", 150'001)), "error input-too-large");
    EXPECT_EQ(read(repeat("a\n\n", 26'000)), "error tree-too-large");
}

std::string notes_of(std::string_view source) {
    Notes notes;
    note_markdown_extensions(source, "/body/markdown", test_arena(), notes);
    std::string out;
    for (const Note& note : notes) {
        EXPECT_EQ(note.path, "/body/markdown");
        out += std::string(code_name(note.code)) + " (" + std::string(note.detail) + ") ";
    }
    return out;
}

TEST(MarkdownNotes, TablesStrikethroughAndFootnotesAreNotedOnceEach) {
    EXPECT_EQ(notes_of("x\n\n| a | b |\n|---|---|\n| c | d |\n\n| a |\n|:-:|\n"),
              "markdown-table (line 4 of the Markdown) ");
    EXPECT_EQ(notes_of("a ~~b~~ c ~~d~~"), "markdown-strikethrough (line 1 of the Markdown) ");
    EXPECT_EQ(notes_of("a[^1] b\n\n[^1]: c"), "markdown-footnote (line 1 of the Markdown) ");
    EXPECT_EQ(notes_of("> a | b\n> --|--\r\n> ~~c~~[^d]"),
              "markdown-table (line 2 of the Markdown) markdown-strikethrough (line 3 of the Markdown) "
              "markdown-footnote (line 3 of the Markdown) ");
}

TEST(MarkdownNotes, WhatOnlyLooksAlikeIsNotNoted) {
    EXPECT_EQ(notes_of(""), "");
    EXPECT_EQ(notes_of("a | b\nc | d"), "");
    EXPECT_EQ(notes_of("Heading\n---\n\na\n\n|---|"), "");
    EXPECT_EQ(notes_of("a ~~ b ~~ c ~d~ ~~e"), "");
    EXPECT_EQ(notes_of("[^] [^ a] [^a b] \\[^1]"), "");
    EXPECT_EQ(notes_of("`~~a~~` ``[^1] ` ~~b~~`` \\~~~"), "");
    EXPECT_EQ(notes_of("```\n| a |\n|---|\n~~b~~ [^1]\n```\n\n    ~~c~~ [^1]\n"), "");
    EXPECT_EQ(notes_of("~~~~ x\n```\n~~~\n~~a~~ [^1]\n~~~~\nb"), "");
}

TEST(MarkdownNotes, AfterAFenceTheTextIsReadAgain) {
    EXPECT_EQ(notes_of("```\na\n```\n~~b~~"), "markdown-strikethrough (line 4 of the Markdown) ");
    EXPECT_EQ(notes_of("```a` [^1]"), "markdown-footnote (line 1 of the Markdown) ");
}

}  // namespace
}  // namespace longread
