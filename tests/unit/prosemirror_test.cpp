#include "read/formats/prosemirror.h"

#include <gtest/gtest.h>

#include "foreign_trees.h"

namespace longread {
namespace {

std::string document_of(std::string_view nodes) {
    return R"({"type":"doc","content":[)" + std::string(nodes) + "]}";
}

TEST(ProseMirror, FieldsAroundADocument) {
    EXPECT_EQ(
        convert(
            R"({"id":7,"title":"T","author":{"name":"Ana"},"tags":["a",{"name":"b"}],"publishedAt":"2026-01-01","section":"Sea",
            "body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}})")
            .json,
        R"({"longread":1,"id":"7","title":"T","kicker":["Sea"],"tags":["a","b"],"byline":["Ana"],"published":"2026-01-01",)"
        R"("body":{"html":"<p>x</p>","_from":"/body/content"}})");
}

TEST(ProseMirror, NodesOfTipTap) {
    EXPECT_EQ(body_blocks(document_of(
                  R"({"type":"paragraph","content":[{"type":"text","text":"a ","marks":[{"type":"bold"}]},
              {"type":"text","text":"b<","marks":[{"type":"bold"},{"type":"link","attrs":{"href":"/l"}}]},{"type":"hardBreak"},
              {"type":"mention","attrs":{"id":"ana"}}]},
            {"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"H"}]},
            {"type":"orderedList","attrs":{"start":3},"content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]},
              {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}]},
            {"type":"taskList","content":[{"type":"taskItem","attrs":{"checked":true},"content":[{"type":"text","text":"t"}]}]},
            {"type":"codeBlock","attrs":{"language":"css"},"content":[{"type":"text","text":"a {\n}"}]},{"type":"horizontalRule"},
            {"type":"image","attrs":{"src":"/i.jpg","alt":"A boat"}},{"type":"youtube","attrs":{"src":"https://y.example/1"}},
            {"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"colspan":2},"content":[{"type":"text","text":"h"}]}]},
              {"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"text","text":"1"}]},{"type":"tableCell"}]}]},
            {"type":"details","content":[{"type":"detailsSummary","content":[{"type":"text","text":"S"}]},{"type":"detailsContent","content":[{"type":"text","text":"D"}]}]})")),
              "p(<strong>a </strong><a value='/l'><strong>b<</strong></a><br>@ana) h3 id='lr-h'(H) "
              "list ordered start=3(item(p(1) list(item(p(2))))) list(item(p(☑ t))) code title='css' "
              "plain='a {\n}'() divider() "
              "image([img /i.jpg alt='A boat']) embed url='https://y.example/1'() "
              "table(row header(cell header columns=2(h)) row(cell(1) cell())) details title='S'(p(D))");
}

TEST(ProseMirror, ATasksBoxStandsBeforeItsWords) {
    EXPECT_EQ(body_blocks(document_of(R"({"type":"taskList","content":[
            {"type":"taskItem","attrs":{"checked":true},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},
            {"type":"taskItem","attrs":{"checked":false},"content":[{"type":"paragraph"}]},
            {"type":"taskItem","attrs":{"checked":false},"content":[{"type":"paragraph","content":[{"type":"text","text":"b","marks":[{"type":"bold"}]}]}]}]})")),
              "list(item(p(☑ a)) item(p(☐ <strong>b</strong>)))");
}

TEST(ProseMirror, APictureOfTheSitesOwnIsTheHero) {
    const std::string rest =
        R"(,"content":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}})";
    EXPECT_NE(convert(R"({"coverImage":"/c.jpg")" + rest).json.find(R"("hero":"/c.jpg")"), std::string::npos);
    EXPECT_NE(convert(R"({"coverImage":{"url":"/c.jpg","width":"30","height":20,"alt":"A"})" + rest)
                  .json.find(R"("hero":{"src":"/c.jpg","width":30,"height":20,"alt":"A"})"),
              std::string::npos);
    EXPECT_EQ(convert(R"({"coverImage":{"id":7})" + rest).json.find("hero"), std::string::npos);
}

TEST(ProseMirror, NodesOfMarkdownAndMarksAsWords) {
    EXPECT_EQ(
        body_blocks(document_of(
            R"({"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[
              {"type":"text","text":"a","marks":["strong","em"]},{"type":"hard_break"},{"type":"text","text":"b"}]}]}]},
            {"type":"code_block","attrs":{"params":"js"},"content":[{"type":"text","text":"x"}]},{"type":"horizontal_rule"},{"type":"text","text":"loose"})")),
        "list(item(p(<strong><em>a</em></strong><br>b))) code title='js' plain='x'() divider() p(loose)");
}

TEST(ProseMirror, UnknownNodesKeepTheirText) {
    const std::string source = document_of(
        R"({"type":"lede","content":[{"type":"text","text":"a"}]},{"type":"box","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]},null,"x")");
    EXPECT_EQ(body_blocks(source), "p(a) p(b)");
    EXPECT_EQ(convert(source).notes,
              "unknown-block /content/0 lede\nunknown-block /content/1 box\nunknown-block /content/2 "
              "\nunknown-block /content/3 \n");
    EXPECT_EQ(convert(R"({"content":1})", "prosemirror").json, "error: not-a-document");
}

}  // namespace
}  // namespace longread
