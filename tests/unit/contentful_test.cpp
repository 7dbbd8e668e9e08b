#include "read/formats/contentful.h"

#include <gtest/gtest.h>

#include "foreign_trees.h"

namespace longread {
namespace {

constexpr std::string_view entry =
    R"({"sys":{"type":"Array"},"items":[{"sys":{"type":"Entry","id":"e"},"fields":{
    "title":"T","excerpt":"D","author":{"sys":{"type":"Link","linkType":"Entry","id":"ana"}},"slug":"t","publishDate":"2026-01-01",
    "heroImage":{"sys":{"type":"Link","linkType":"Asset","id":"p"}},"text":{"nodeType":"document","data":{},"content":[
      {"nodeType":"heading-1","content":[{"nodeType":"text","value":"H","marks":[]}]},
      {"nodeType":"paragraph","content":[{"nodeType":"text","value":"a ","marks":[{"type":"bold"}]},
        {"nodeType":"hyperlink","data":{"uri":"/l"},"content":[{"nodeType":"text","value":"b","marks":[{"type":"bold"}]},{"nodeType":"text","value":"c","marks":[]}]},
        {"nodeType":"entry-hyperlink","data":{},"content":[{"nodeType":"text","value":"d","marks":[]}]},
        {"nodeType":"embedded-entry-inline","data":{"target":{"sys":{"type":"Link","linkType":"Entry","id":"ana"}}},"content":[]}]},
      {"nodeType":"embedded-asset-block","data":{"target":{"sys":{"type":"Link","linkType":"Asset","id":"p"}}},"content":[]},
      {"nodeType":"embedded-asset-block","data":{"target":{"sys":{"type":"Link","linkType":"Asset","id":"gone"}}},"content":[]},
      {"nodeType":"hr","content":[]}]}}}],
    "includes":{"Entry":[{"sys":{"id":"ana"},"fields":{"name":"Ana"}}],
      "Asset":[{"sys":{"id":"p"},"fields":{"title":"Pt","description":"Boats","file":{"url":"//images.example/p.jpg","contentType":"image/jpeg","details":{"image":{"width":8,"height":6}}}}}]}})";

TEST(Contentful, AnEntryWithWhatItLinksTo) {
    const Converted converted = convert(entry);
    EXPECT_EQ(
        converted.json.substr(0, converted.json.find(R"("body")")),
        R"({"longread":1,"title":"T","dek":"D","kicker":[],"tags":[],"byline":["Ana"],"published":"2026-01-01",)"
        R"("hero":{"src":"//images.example/p.jpg","width":8,"height":6,"alt":"Boats"},)");
    EXPECT_EQ(body_blocks(entry),
              "h2 id='lr-h'(H) p(<strong>a </strong><a value='/l'><strong>b</strong>c</a>dAna) "
              "image([img //images.example/p.jpg alt='Boats' 8x6]) divider()");
    EXPECT_EQ(converted.notes,
              "unknown-inline /items/0/fields/text/content/1/content/2 entry-hyperlink\n"
              "unknown-inline /items/0/fields/text/content/1/content/3 embedded-entry-inline\n"
              "unknown-block /items/0/fields/text/content/3 an asset that is not included\n");
}

TEST(Contentful, FieldsByLanguageAndMarkdown) {
    EXPECT_EQ(
        convert(R"({"sys":{"type":"Entry"},"fields":{"title":{"de-DE":"T"},"body":{"de-DE":"*a*"}}})").json,
        R"({"longread":1,"title":"T","kicker":[],"tags":[],"byline":[],"body":{"markdown":"*a*","_from":"/fields/body/de-DE"}})");
}

TEST(Contentful, ListsAndTables) {
    const std::string text = R"([{"nodeType":"text","value":"x","marks":[]}])";
    const std::string paragraph = R"([{"nodeType":"paragraph","content":)" + text + "}]";
    EXPECT_EQ(
        body_blocks(
            R"({"nodeType":"document","content":[{"nodeType":"ordered-list","content":[{"nodeType":"list-item","content":)" +
            paragraph + R"(}]},{"nodeType":"blockquote","content":)" + paragraph +
            R"(},{"nodeType":"table","content":[{"nodeType":"table-row","content":[{"nodeType":"table-header-cell","content":)" +
            paragraph + R"(},{"nodeType":"table-cell","content":)" + paragraph + R"(}]}]}]})"),
        "list ordered(item(p(x))) quote(p(x)) table(row(cell header(x) cell(x)))");
}

}  // namespace
}  // namespace longread
