// Markdown and HTML made to cost time, memory or the stack: each is read or refused in bounded time, and what
// comes out is a sound tree. Then the specification's examples with bytes changed at random.
#include "read/markdown.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "../unit/test_arena.h"
#include "base/json.h"
#include "base/text.h"
#include "bombs.h"
#include "model/tree_frame.h"
#include "platform/cli_parsers.h"
#include "platform/html_parser_gumbo.h"
#include "read/markdown_notes.h"
#include "sound_tree.h"

namespace longread {
namespace {

// Thirty times what an optimised build takes for the slowest, so that sanitizers and busy machines pass.
constexpr double max_seconds = 10;

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    out.reserve(text.size() * static_cast<std::size_t>(times));
    for (; times > 0; --times) out += text;
    return out;
}

bool same_events(const HtmlTree& a, const HtmlTree& b) {
    if (a.events().size() != b.events().size()) return false;
    for (std::size_t i = 0; i < a.events().size(); ++i) {
        const HtmlEvent& x = a.events()[i];
        const HtmlEvent& y = b.events()[i];
        if (x.kind != y.kind || x.name != y.name || x.text != y.text) return false;
    }
    return true;
}

// Every open has its close, limits are kept; a Markdown tree comes back the same from the frame in which it
// crosses to the page.
void expect_sound(const HtmlTree& tree, bool is_markdown) {
    expect_within_limits(tree);
    if (!is_markdown) return;
    for (const HtmlEvent& event : tree.events()) expect_utf8(event.text);
    TextBuffer frame;
    append_tree_frame(frame, tree, LengthUnit::bytes);
    Arena arena;
    const Result<HtmlTree> returned = read_tree_frame(frame, arena);
    ASSERT_TRUE(returned);
    EXPECT_TRUE(same_events(tree, *returned));
}

void expect_html_read(std::string_view text) {
    Arena arena;
    const Result<HtmlTree> tree = parse_html(text, arena);
    if (tree) {
        expect_sound(*tree, false);
    } else {
        EXPECT_TRUE(tree.error().code == Code::tree_too_large || tree.error().code == Code::tree_too_deep);
    }
}

void expect_markdown_read(std::string_view text) {
    Arena arena;
    Notes notes;
    note_markdown_extensions(text, "/body", arena, notes);
    EXPECT_LE(notes.size(), 3U);
    const Result<MarkdownOutcome> outcome = parse_markdown(text, native_parsers().html, {"", arena, notes});
    if (!outcome) {
        const Code code = outcome.error().code;
        EXPECT_TRUE(code == Code::input_too_large || code == Code::tree_too_large ||
                    code == Code::tree_too_deep);
        EXPECT_FALSE(outcome.error().detail.empty());
        return;
    }
    if (outcome->is_html) {
        expect_utf8(outcome->html);
        expect_html_read(outcome->html);
    } else {
        expect_sound(outcome->tree, true);
    }
}

template <typename Read>
void expect_in_time(std::string_view title, const std::string& text, Read read) {
    const auto start = std::chrono::steady_clock::now();
    read(text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    EXPECT_LT(seconds.count(), max_seconds) << title;
    if (seconds.count() > 0.2) {
        testing::Test::RecordProperty(std::string(title), std::to_string(seconds.count()));
        std::printf("    %.2f s  %s (%zu bytes)\n", seconds.count(), std::string(title).c_str(), text.size());
    }
}

template <typename Read>
void read_corpus(const std::string& name, Read read) {
    const std::vector<Bomb> bombs = read_bombs(name);
    if (bombs.empty()) GTEST_SKIP() << "no shared/corpora/security/" << name;
    for (const Bomb& bomb : bombs) {
        const std::string text = text_of(bomb);
        EXPECT_FALSE(text.empty());
        expect_in_time(bomb.title, text, read);
    }
}

TEST(HostileMarkdown, TheCorpusIsReadInTime) { read_corpus("dos-markdown.json", expect_markdown_read); }

TEST(HostileHtml, TheCorpusIsReadInTime) { read_corpus("dos-html.json", expect_html_read); }

// As large as the limits let them be.
TEST(HostileMarkdown, TextsAtTheLimitsAreReadInTime) {
    std::string ladder;
    for (int i = 0; i < 100; ++i) ladder += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n";
    std::string fences;
    for (int i = 3; i < 1'000; ++i) fences += std::string(static_cast<std::size_t>(i), '`') + "a ";
    const std::vector<std::pair<const char*, std::string>> texts = {
        {"image in brackets", repeat(repeat("![[]()", 4'990) + "\n\n", 7)},
        {"brackets in many blocks", repeat(repeat("[", 9'999) + "\n\n", 14)},
        {"long names of characters", repeat("&CounterClockwiseContourIntegrax;", 31'000)},
        {"short names of characters", repeat("&zz;", 37'000)},
        {"last name of characters", repeat("&zopf;", 37'000)},
        {"deep ladder of lists and blank lines", ladder + repeat("\n", 140'000) + "a"},
        {"deep ladder of lists, quotes and lazy lines", ladder + repeat("> > > a\n", 20'000)},
        {"one line of list marks", repeat("- ", 49) + repeat("\n\n", 60'000)},
        {"reference definitions", repeat("[a]: b\n", 40'000) + repeat("[a] ", 9'000)},
        {"labels folded", repeat("[ẞİŉ", 9'999) + repeat("]", 9'999)},
        {"backticks of every length", fences},
        {"delimiters of both kinds", repeat("*_", 70'000)},
        {"closers without openers", repeat("a**", 70'000)},
        {"open link titles", repeat("[a](b \"", 10'000 / 2)},
        {"open link targets", repeat("[a](<b", 9'999)},
        {"escaped quotes in a title", "[a](b \"" + repeat("\\\"", 60'000)},
        {"tag openers", repeat("<a ", 140'000)},
        {"attributes", "<a" + repeat(" b", 300'000)},
        {"email openers", repeat("<a@b.c", 100'000)},
        {"long labels of a host", "<a@" + repeat("b.", 300'000)},
        {"declarations", repeat("<!A ", 100'000)},
        {"processing instructions", repeat("<?", 100'000)},
        {"character data", repeat("<![CDATA[", 70'000)},
        {"comments", repeat("<!--a-", 100'000)},
        {"table rows", "a|b\n-|-\n" + repeat("c|d\n", 12'000)},
        {"delimiter rows", repeat("|-|-\n", 20'000)},
        {"tildes", repeat("~~a", 300'000)},
        {"footnote openers", repeat("[^a", 9'999)},
        {"one line of tabs", repeat("\t", 1'000'000)},
        {"carriage returns", repeat("\r", 140'000)},
        {"setext underlines", "a\n" + repeat("=", 1'000'000)},
        {"numbers", repeat("1", 1'000'000)},
        {"raw paragraphs", repeat("<p>a\n\n", 12'000)},
        {"raw formatting", repeat("<b>\n\n", 500) + repeat("a\n\n", 12'000)},
    };
    for (const auto& [title, text] : texts) {
        ASSERT_LE(text.size(), 1U << 20U) << title;
        expect_in_time(title, text, expect_markdown_read);
    }
}

TEST(HostileMarkdown, RandomChangesOfTheSpecificationAreSound) {
    const std::string source = read_file(LONGREAD_CMARK_DIR "/test/spec.txt");
    ASSERT_FALSE(source.empty());
    constexpr std::string_view marks("\0\n\r\t \"&'()*+-.0<>[\\]^_`{|}~!#:=/ \xFF\xC3\xE2\x82\xF0\x9F", 39);
    std::minstd_rand random(20'211);
    const auto below = [&random](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
    for (int round = 0; round < 3'000; ++round) {
        std::string text = source.substr(below(source.size()), below(600));
        for (std::size_t changes = below(40); changes > 0 && !text.empty(); --changes) {
            const std::size_t at = below(text.size());
            switch (below(3)) {
                case 0: text[at] = marks[below(marks.size())]; break;
                case 1: text.insert(at, 1 + below(4), marks[below(marks.size())]); break;
                default: text.erase(at, below(9)); break;
            }
        }
        SCOPED_TRACE(testing::PrintToString(text));
        expect_markdown_read(text);
        expect_html_read(text);
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace
}  // namespace longread
