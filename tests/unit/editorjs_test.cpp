#include "read/formats/editorjs.h"

#include <gtest/gtest.h>

#include "foreign_trees.h"

namespace longread {
namespace {

std::string document_of(std::string_view blocks) {
    return R"({"time":1,"version":"2.29.0","blocks":[)" + std::string(blocks) + "]}";
}

TEST(EditorJs, TheFirstHeadingIsTheTitle) {
    EXPECT_EQ(
        convert(
            document_of(
                R"({"type":"header","data":{"text":"T &amp; u","level":1}},{"type":"paragraph","data":{"text":"x"}})"))
            .json,
        R"({"longread":1,"kicker":[],"tags":[],"byline":[],"title":"T & u","body":{"html":"<p>x</p>","_from":"/blocks"}})");
}

TEST(EditorJs, Blocks) {
    EXPECT_EQ(
        body_blocks(document_of(
            R"({"type":"paragraph","data":{"text":"a <mark>b</mark> <b>c"}},{"type":"header","data":{"text":"H","level":3}},
            {"type":"list","data":{"style":"ordered","items":["1",{"content":"2","items":[{"content":"3","items":[]}]}]}},
            {"type":"checklist","data":{"items":[{"text":"done","checked":true},{"text":"open","checked":false}]}},
            {"type":"quote","data":{"text":"Q","caption":"Who"}},{"type":"code","data":{"code":"a < b"}},{"type":"delimiter"},
            {"type":"image","data":{"file":{"url":"/i.jpg"},"caption":"c &amp; d"}},{"type":"simpleImage","data":{"url":"/s.jpg"}},
            {"type":"embed","data":{"embed":"https://v.example/1","caption":"film"}},
            {"type":"table","data":{"withHeadings":true,"content":[["A","B"],["1","<i>2</i>"]]}},{"type":"raw","data":{"html":"<p>raw</div>"}},
            {"type":"warning","data":{"title":"W","message":"m"}},
            {"type":"linkTool","data":{"link":"https://l.example/","meta":{"title":"L","description":"d"}}},
            {"type":"attaches","data":{"file":{"url":"/f.pdf","name":"f.pdf"}}},{"type":"personality","data":{"name":"N","description":"who"}})")),
        "p(a <mark>b</mark> <strong>c</strong>) h3 id='lr-h'(H) list ordered(item(p(1)) item(p(2) list "
        "ordered(item(p(3))))) "
        "list(item(p(☑ done)) item(p(☐ open))) quote(p(Q) | Who) code plain='a < b'() divider() "
        "image([img /i.jpg caption='c & d']) image([img /s.jpg]) embed url='https://v.example/1'(film) "
        "table(row header(cell header(A) cell header(B)) row(cell(1) cell(<em>2</em>))) p(raw) aside(h3 "
        "id='lr-w'(W) p(m)) "
        "p(<a value='https://l.example/'>L</a>) p(d) p(<a value='/f.pdf'>f.pdf</a>) p(N) p(who)");
}

TEST(EditorJs, WhatDoesNotFit) {
    const std::string source = document_of(
        R"({"type":"paragraph"},{"type":"header","data":{"text":"H","level":9}},{"type":"poll","data":{"title":"P","text":"t","n":1}},
        {"type":"columns","data":{"cols":[{"blocks":[{"type":"paragraph","data":{"text":"in"}}]}]}},
        {"type":"list","data":{"items":{"a":1}}},{"type":"table","data":{"content":"x"}},5,null)");
    EXPECT_EQ(body_blocks(source), "h2 id='lr-h'(H) p(P) p(t) p(in) list(item(p(1)))");
    EXPECT_EQ(convert(source).notes,
              "missing-field /blocks/0 data\nunknown-block /blocks/2 poll\nunknown-block /blocks/3 columns\n"
              "unknown-block /blocks/6 \nunknown-block /blocks/7 \n");
}

}  // namespace
}  // namespace longread
