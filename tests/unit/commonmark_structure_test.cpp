// All examples of the CommonMark specification: what the Markdown becomes against what the HTML becomes that
// the specification prints for it. Compared twice: as trees, and as blocks after the policy. HTML inside
// Markdown is part of it, since it takes the same way as an HTML body.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "platform/cli_parsers.h"
#include "platform/html_parser_gumbo.h"
#include "policy_text.h"
#include "read/html_policy.h"
#include "test_arena.h"
#include "tree_text.h"

namespace longread {
namespace {

struct Example {
    int number = 0;
    std::string markdown;
    std::string html;
};

// Examples of the newest specification that come out otherwise, each with its reason.
const std::map<int, std::string> differing = {
    {356, "since 0.31, symbols count as punctuation; cmark 0.30.2 lets *£* be emphasis"},
    {627, "since 0.31, a comment may hold two hyphens; in cmark 0.30.2 it is text"},
    {628, "since 0.31, <!--> and <!---> are comments; in cmark 0.30.2 they are text"},
};

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<Example> read_json_examples(const std::string& source) {
    std::vector<Example> examples;
    const Result<JsonDocument> document = parse_json(source, test_arena());
    if (!document) return examples;
    const JsonValue list = document->root();
    for (const JsonValue item : list) {
        examples.push_back({static_cast<int>(item.find("example").integer()),
                            std::string(item.find("markdown").text()),
                            std::string(item.find("html").text())});
    }
    return examples;
}

// The specification's own text: Markdown and HTML between lines of 32 backticks, parted by a line ".", tabs
// as arrows.
std::vector<Example> read_text_examples(std::string source) {
    const std::string fence(32, '`');
    for (std::size_t at; (at = source.find("→")) != std::string::npos;) source.replace(at, 3, "\t");
    std::vector<Example> examples;
    for (std::size_t at = 0; (at = source.find(fence + " example\n", at)) != std::string::npos;) {
        const std::size_t start = at + fence.size() + 9;
        const std::size_t end = source.find("\n" + fence + "\n", start - 1);
        std::string body = source.substr(start, end + 1 - start);
        const std::size_t middle = body.compare(0, 2, ".\n") == 0 ? 0 : body.find("\n.\n") + 1;
        examples.push_back(
            {static_cast<int>(examples.size()) + 1, body.substr(0, middle), body.substr(middle + 2)});
        at = end;
    }
    return examples;
}

HtmlTree tree_of_html(std::string_view text) {
    const Result<HtmlTree> tree = parse_html(text, test_arena());
    EXPECT_TRUE(tree) << text;
    return tree ? *tree : HtmlTree(test_arena());
}

HtmlTree tree_of_markdown(std::string_view text) {
    Notes notes;
    const Result<HtmlTree> tree = native_parsers().markdown(text, {"", test_arena(), notes});
    EXPECT_TRUE(tree) << text;
    return tree ? *tree : HtmlTree(test_arena());
}

std::string blocks_of(const HtmlTree& tree) {
    Notes notes;
    return block_text(read_blocks(tree, {"en", "https://news.example/a/", "/body", test_arena()}, notes));
}

// The numbers of the examples that come out otherwise.
std::set<int> compare(const std::vector<Example>& examples, const std::map<int, std::string>& expected) {
    std::set<int> found;
    for (const Example& example : examples) {
        const HtmlTree ours = tree_of_markdown(example.markdown);
        const HtmlTree theirs = tree_of_html(example.html);
        const bool same_tree = tree_text(ours) == tree_text(theirs);
        const bool same_blocks = blocks_of(ours) == blocks_of(theirs);
        if (same_tree && same_blocks) continue;
        found.insert(example.number);
        if (expected.count(example.number) != 0) continue;
        ADD_FAILURE() << "example " << example.number << "\n"
                      << example.markdown << "\ntree      " << tree_text(ours) << "\nexpected  "
                      << tree_text(theirs) << "\nblocks    " << blocks_of(ours) << "\nexpected  "
                      << blocks_of(theirs);
    }
    return found;
}

TEST(CommonMarkStructure, AllExamplesOfOurVersionAgree) {
    const std::vector<Example> examples = read_text_examples(read_file(LONGREAD_CMARK_DIR "/test/spec.txt"));
    ASSERT_EQ(examples.size(), 652U) << "CommonMark 0.30, from cmark's own archive";
    EXPECT_EQ(compare(examples, {}), std::set<int>());
}

TEST(CommonMarkStructure, AllExamplesOfTheNewestVersionAgreeButThoseListed) {
    const std::string source = read_file(LONGREAD_SHARED_DIR "/fixtures/commonmark/spec.json");
    if (source.empty()) GTEST_SKIP() << "no shared/fixtures/commonmark/spec.json";
    const std::vector<Example> examples = read_json_examples(source);
    EXPECT_EQ(examples.size(), 655U);
    std::set<int> listed;
    for (const auto& [number, reason] : differing) listed.insert(number);
    EXPECT_EQ(compare(examples, differing), listed);
}

}  // namespace
}  // namespace longread
