// All examples of the CommonMark 0.30 specification: the tree of the Markdown against the tree of the HTML that the
// specification prints for it, both after one HTML parser and one policy.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>

#include "base/json.h"
#include "platform/html_parser_gumbo.h"
#include "read/markdown.h"
#include "tree_text.h"

namespace longread {
namespace {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string tree_of_markdown(std::string_view text) {
    const Result<MarkdownOutcome> outcome = parse_markdown(text);
    if (!outcome) return "error " + std::string(code_name(outcome.error().code));
    if (!outcome->is_html) return tree_text(outcome->tree);
    const Result<HtmlTree> tree = parse_html(outcome->html);
    return tree ? tree_text(*tree) : "error";
}

std::string tree_of_html(std::string_view text) {
    const Result<HtmlTree> tree = parse_html(text);
    return tree ? tree_text(*tree) : "error";
}

// Examples whose trees differ, each with its reason.
const std::set<std::int64_t> differing = {};

TEST(CommonMarkStructure, TreesOfAllExamplesAgree) {
    const std::string source = read_file(LONGREAD_SHARED_DIR "/fixtures/commonmark/spec.json");
    if (source.empty()) GTEST_SKIP() << "no shared/fixtures/commonmark/spec.json";
    JsonLimits limits;
    const Result<JsonDocument> document = parse_json(source, limits);
    ASSERT_TRUE(document);
    const JsonValue examples = document->root();
    std::set<std::int64_t> found;
    int count = 0;
    for (JsonValue example = examples.first(); example.exists(); example = example.next(examples)) {
        const std::string actual = tree_of_markdown(example.find("markdown").text());
        const std::string expected = tree_of_html(example.find("html").text());
        const std::int64_t number = example.find("example").integer();
        ++count;
        if (actual == expected) continue;
        found.insert(number);
        EXPECT_TRUE(differing.count(number) == 1)
            << "example " << number << "\n" << example.find("markdown").text() << "\nactual   " << actual << "\nexpected " << expected;
    }
    EXPECT_EQ(count, 652);
    EXPECT_EQ(found, differing);
}

}  // namespace
}  // namespace longread
