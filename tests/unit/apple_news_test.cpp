#include "read/formats/apple_news.h"

#include <gtest/gtest.h>

#include "foreign_trees.h"
#include "read/formats/short_markdown.h"

namespace longread {
namespace {

std::string document_of(std::string_view components, std::string_view more = {}) {
    return R"({"identifier":"x","title":"Listed","language":"en",)" + std::string(more) +
           R"("componentTextStyles":{},"components":[)" + std::string(components) + "]}";
}

TEST(AppleNews, WhatIsSaidTwiceIsShownOnce) {
    EXPECT_EQ(
        convert(
            document_of(
                R"({"role":"section","components":[{"role":"title","text":"How To\nSucceed"},{"role":"title","text":" Succeed "},
                {"role":"photo","URL":"https://i.example/a.jpg","caption":{"text":"At <b>dawn</b>","format":"html"},"accessibilityCaption":"Boats"},
                {"role":"caption","text":"PHOTO: B"},{"role":"intro","text":"An intro"},{"role":"byline","text":"By Ana Ruiz | 4 May"}]},
                {"role":"body","text":"One"},{"role":"photo","URL":"https://i.example/b.jpg"},{"role":"banner_advertisement"})",
                R"("subtitle":"S","metadata":{"authors":["Ana Ruiz"],"datePublished":"2026-01-01T00:00:00Z","canonicalURL":"https://n.example/a","keywords":["k"],
                "thumbnailURL":"bundle://t.jpg"},)"))
            .json,
        R"({"longread":1,"id":"x","url":"https://n.example/a","lang":"en","title":"How To\u000aSucceed","dek":"An intro","byline":["Ana Ruiz"],)"
        R"("published":"2026-01-01T00:00:00Z","tags":["k"],"hero":{"src":"https://i.example/a.jpg","alt":"Boats","caption":"At dawn PHOTO: B"},)"
        R"("body":{"html":"<p>One</p><figure><img src=\"https://i.example/b.jpg\"></figure>","_from":"/components"}})");
}

TEST(AppleNews, WithoutMetadata) {
    const Converted converted = convert(document_of(
        R"({"role":"header","style":"top"},{"role":"author","text":"BY Ana Ruiz"},{"role":"body","text":"x"})",
        R"("subtitle":"S","componentStyles":{"top":{"fill":{"type":"image","URL":"https://i.example/f.jpg"}}},)"));
    EXPECT_EQ(
        converted.json,
        R"({"longread":1,"id":"x","lang":"en","title":"Listed","dek":"S","byline":["Ana Ruiz"],"tags":[],)"
        R"("hero":{"src":"https://i.example/f.jpg"},"body":{"html":"<p>x</p>","_from":"/components"}})");
}

TEST(AppleNews, StylesAndLinksByRanges) {
    EXPECT_EQ(
        body_html(document_of(
            R"({"role":"body","text":"😀 bold both\nend","additions":[{"type":"link","rangeStart":8,"rangeLength":4,"URL":"/l"}],
            "inlineTextStyles":[{"rangeStart":3,"rangeLength":9,"textStyle":"b"},{"rangeStart":8,"rangeLength":4,"textStyle":{"fontStyle":"italic"}},
              {"rangeStart":99,"rangeLength":4,"textStyle":"b"},{"rangeStart":-1,"rangeLength":4},{"rangeStart":"x"}]})",
            R"("textStyles":{"b":{"fontName":"Helvetica-Bold"}},)")),
        "<p>😀 <strong>bold </strong><a href='/l'><strong><em>both</em></strong></a><br>end</p>");
}

TEST(AppleNews, Components) {
    const std::string source = document_of(
        R"j({"role":"body","text":"<p>a</p><p>b","format":"html"},{"role":"heading2","text":"H"},{"role":"quote","text":"Q"},
        {"role":"pullquote","text":"P"},{"role":"photo","URL":"bundle://i.jpg","caption":"Kept"},{"role":"divider"},
        {"role":"gallery","items":[{"URL":"/1.jpg","caption":"c1"},{"URL":"/2.jpg"}]},{"role":"video","URL":"/v.mp4","stillURL":"/s.jpg"},
        {"role":"tweet","URL":"https://t.example/1"},{"role":"htmltable","html":"<table><tr><td>1<td>2</table>"},
        {"role":"datatable","data":{"descriptors":[{"key":"k","label":"K"},{"key":"n","label":{"text":"N"}}],"records":[{"k":"v","n":7}]}},
        {"role":"aside","components":[{"role":"body","text":"in"}]},{"role":"link_button","URL":"/l","text":"Go"},
        {"role":"map","caption":"Here"},{"role":"body","text":"gone","hidden":true},{"role":"body","text":"*i* **b** [l](/m)","format":"markdown"})j");
    EXPECT_EQ(
        body_blocks(source),
        "p(a) p(b) h2 id='lr-h'(H) quote(p(Q)) pull(p(P)) p(Kept) divider() gallery([img /1.jpg "
        "caption='c1'][img /2.jpg]) "
        "video url='/v.mp4'([img /s.jpg]) embed url='https://t.example/1'() table(row(cell(1) cell(2))) "
        "table(row header(cell header(K) cell header(N)) row(cell(v) cell(7))) aside(p(in)) p(<a "
        "value='/l'>Go</a>) p(Here) "
        "p(<em>i</em> <strong>b</strong> <a value='/m'>l</a>)");
    EXPECT_EQ(convert(source).notes, "unknown-block /components/13 map\n");
}

std::string markdown(std::string_view text) {
    HtmlBuilder html(test_arena());
    append_markdown(html, text);
    return std::string(html.html());
}

TEST(ShortMarkdown, BlocksAndInlines) {
    EXPECT_EQ(markdown("# T\na\nb\n\n- 1\n- 2\n1. 3\n\nc"),
              "<h2>T</h2><p>a<br>b</p><ul><li>1</li><li>2</li></ul><ol><li>3</li></ol><p>c</p>");
    EXPECT_EQ(markdown("### H\n#hash"), "<h3>H</h3><p>#hash</p>");
    EXPECT_EQ(
        markdown("**b *bi* b** snake_case_x _e_ `c<` \\*x 2 * 3 * 4"),
        "<p><strong>b <em>bi</em> b</strong> snake_case_x <em>e</em> <code>c&lt;</code> *x 2 * 3 * 4</p>");
    EXPECT_EQ(markdown("[a **b**](/l \"t\") [x] [y](z"),
              "<p><a href=\"/l\">a <strong>b</strong></a> [x] [y](z</p>");
    EXPECT_EQ(markdown("**open"), "<p>**open</p>");
    EXPECT_EQ(markdown("*"), "<p>*</p>");
    EXPECT_EQ(markdown("-\n1."), "<p>-<br>1.</p>");
}

}  // namespace
}  // namespace longread
