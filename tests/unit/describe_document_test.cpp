#include "app/describe_document.h"

#include <gtest/gtest.h>

#include "app/check_document.h"
#include "platform/cli_parsers.h"
#include "platform/schemas.h"
#include "test_arena.h"

namespace longread {
namespace {

CheckReport check(std::string_view source) {
    return check_document(source, {}, "https://news.example/", native_parsers(), embedded_schema,
                          test_arena());
}

TEST(CheckDocument, SaysWhatWasRead) {
    const CheckReport own = check(R"({"longread":1,"title":"T","body":{"html":
        "<p>It’s a <b>wo</b>rd, well-known.</p><p>火山1</p><ul><li>a<li>b</ul><pre>let x</pre>"}})");
    EXPECT_EQ(own.kind, DocumentKind::article);
    EXPECT_EQ(own.format, "longread");
    EXPECT_EQ(own.contents, "10 words in 4 paragraphs, 1 list, 1 piece of code");
    const CheckReport feed = check(R"({"version":"https://jsonfeed.org/version/1.1","title":"F","items":[
        {"id":"1","url":"https://news.example/1","title":"A"}]})");
    EXPECT_EQ(feed.contents, "1 card");
    EXPECT_EQ(feed.format, "json-feed");
    const CheckReport post = check(R"({"title":{"rendered":"T"},"content":{"rendered":"<p>a b</p>"}})");
    EXPECT_EQ(post.format, "wordpress");
    EXPECT_EQ(post.contents, "2 words in 1 paragraph");
    EXPECT_EQ(check("{}").contents, "");
}

// Not in the document that was made of it.
TEST(CheckDocument, FindingsHavePlacesInTheSource) {
    const CheckReport report = check(
        "{\"blocks\":[\n{\"type\":\"paragraph\",\"data\":{\"text\":\"a\"}},\n"
        "{\"type\":\"image\",\"data\":{\"url\":\"/pictures/a.png\"}},\n"
        "{\"type\":\"whatever\",\"data\":{\"a/b~c\":[{},{}]}}]}");
    ASSERT_EQ(report.notes.size(), 3U);
    EXPECT_EQ(report.notes[0].code, Code::unknown_block);
    EXPECT_EQ(report.notes[0].path, "/blocks/2");
    EXPECT_EQ(report.notes[0].line, 4U);
    EXPECT_EQ(report.notes[1].code, Code::missing_alt);
    EXPECT_EQ(report.notes[1].path, "/blocks/1/data/url");
    EXPECT_EQ(report.notes[1].line, 3U);
    EXPECT_EQ(report.notes[1].column, 31U);
    EXPECT_EQ(report.notes[2].code, Code::missing_field);
    EXPECT_EQ(report.notes[2].path, "");
}

TEST(PlaceFinding, PointersAreFollowedWithTheirEscapes) {
    constexpr std::string_view source = R"({"a/b~c":[{},{"":"x"}],"d":"https://a.example/p"})";
    const auto document = parse_json(source, test_arena());
    ASSERT_TRUE(document);
    const auto placed = [&](std::string_view path, std::string_view detail = {}) {
        Error finding;
        finding.path = path;
        finding.detail = detail;
        place_finding(finding, source, document->root(), test_arena());
        return finding;
    };
    EXPECT_EQ(placed("/a~1b~0c/1/").column, 18U);
    EXPECT_EQ(placed("/a~1b~0c/1/").path, "/a~1b~0c/1/");
    EXPECT_EQ(placed("/a~1b~0c/2").line, 0U);
    EXPECT_EQ(placed("/a~1b~0c/2").path, "");
    EXPECT_EQ(placed("/hero", "https://a.example/p").path, "/d");
    EXPECT_EQ(placed("/hero", "x").path, "");
    EXPECT_EQ(placed("", "https://a.example/p").line, 0U);
}

}  // namespace
}  // namespace longread
