// The command's HTML parser against texts made to cost time, memory or the stack, and against the cases of
// html5lib: each ends in a sound tree or an error, soon.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"
#include "platform/html_parser_gumbo.h"
#include "read/html_policy.h"
#include "sound_tree.h"

namespace longread {
namespace {

constexpr std::size_t one_mebibyte = 1U << 20U;
// About five times what an optimised build takes for the slowest; an instrumented one takes ten times as
// long.
#ifdef __SANITIZE_ADDRESS__
constexpr double max_seconds = 20;
#else
constexpr double max_seconds = 2;
#endif

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Pieces until the text is 1 MiB long; `#` in them becomes a number of its own.
std::string fill(std::string text, const std::string& piece, std::string_view end = {}) {
    for (int i = 0;; ++i) {
        std::string next;
        for (const char c : piece) c == '#' ? next += std::to_string(i) : next += c;
        if (text.size() + next.size() + end.size() > one_mebibyte) return text + std::string(end);
        text += next;
    }
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    for (; times > 0; --times) out += text;
    return out;
}

std::string unclosed(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "<b id=" + std::to_string(i) + ">";
    return text;
}

// Every open has its close, limits are kept, and the policy takes it.
void expect_sound(const HtmlTree& tree) {
    expect_within_limits(tree);
    for (const HtmlEvent& event : tree.events()) expect_utf8(event.text);
    Arena arena;
    Notes notes;
    read_blocks(tree, {"en", "https://news.example/story/", "/body/html", arena}, notes);
}

void expect_read(std::string_view text) {
    Arena arena;
    const Result<HtmlTree> tree = parse_html(text, arena);
    if (tree) return expect_sound(*tree);
    EXPECT_TRUE(tree.error().code == Code::tree_too_large || tree.error().code == Code::tree_too_deep);
    EXPECT_FALSE(tree.error().detail.empty());
}

// The processor's time, since the machine may be busy with other things.
void expect_parsed_in_time(std::string_view title, const std::string& text) {
    ASSERT_LE(text.size(), one_mebibyte) << title;
    const std::clock_t start = std::clock();
    Arena arena;
    const Result<HtmlTree> tree = parse_html(text, arena);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, max_seconds) << title;
    if (seconds > 0.2) std::printf("    %.2f s  %s\n", seconds, std::string(title).c_str());
    if (tree) expect_sound(*tree);
}

TEST(HostileHtmlParser, OneMebibyteIsParsedInTime) {
    const std::string deep = repeat("<div>", 500);
    const std::string paragraph = "<p>" + unclosed(400);
    const std::string bold = "<div>" + unclosed(490);
    const std::pair<const char*, std::string> texts[] = {
        {"div", fill("", "<div>")},
        {"div, other end tags between", fill("", "<div></x>")},
        {"deep, paragraphs", fill(deep, "<p>a")},
        {"deep, end tags of what is not open", fill(deep, "</x>")},
        {"deep, list items", fill(deep, "<li>a")},
        {"b", fill("", "<b>")},
        {"b and p", fill("", "<b><p>")},
        {"b around p", fill("", "<b><p></b></p>")},
        {"b around div", fill("", "<b><div></b>")},
        {"b around i around p", fill("", "<b><i><p></b></p>")},
        {"unclosed b in paragraphs", fill(paragraph, "<p>a")},
        {"unclosed b in cells", fill(paragraph, "<table><td>a</table>")},
        {"unclosed b, more of them", fill(bold, "<b></b>")},
        {"unclosed b, ends of others", fill(bold, "</i>")},
        {"a", fill("", "<a>")},
        {"a around div", fill("", "<a><div></a>")},
        {"a around p", fill("", "<a><p></a>")},
        {"a in a", fill("", "<a href=#><p>b")},
        {"nobr", fill("", "<nobr>")},
        {"button", fill("", "<button>")},
        {"table", fill("", "<table>")},
        {"table in a cell", fill("", "<table><td>")},
        {"tables and cells, closed", fill("", "<table><td></table>")},
        {"text in a table", fill("<table>", "a<br>")},
        {"formatting in a table", fill("<table>", "<b>a")},
        {"text in rows", fill("<table>", "<tr>a")},
        {"cells", fill("<table><tr>", "<td>")},
        {"select", fill("", "<select>")},
        {"option", fill("<select>", "<option>a")},
        {"svg", fill("", "<svg>")},
        {"svg elements", fill("<svg>", "<g>")},
        {"HTML in svg", fill("", "<svg><foreignObject>")},
        {"math", fill("", "<math><mi>")},
        {"template", fill("", "<template>")},
        {"attributes", fill("<p", " a#")},
        {"attributes with values", fill("<p", " a#=\"b\"")},
        {"the same attribute", fill("<p", " a=b")},
        {"attributes within the limit", fill("", "<p" + fill("", " #").substr(0, 4'500) + ">")},
        {"attributes of body", fill("", "<body a#>")},
        {"attributes of html", fill("", "<html a#=b>")},
        {"one long value", fill("<a href=\"", "a", "\">")},
        {"one long name", fill("<", "a", ">")},
        {"an open tag", fill("<a", "<a ")},
        {"character references", fill("", "&CounterClockwiseContourIntegrax")},
        {"ampersands", fill("", "&")},
        {"zero characters", fill("", "&#0;")},
        {"zero bytes", fill("", std::string(1, '\0'))},
        {"bytes that are not UTF-8", fill("", "\xFF")},
        {"less-than signs", fill("", "<")},
        {"end tags", fill("", "</x>")},
        {"end tags of p", fill("", "</p>")},
        {"comments", fill("", "<!--a-->b")},
        {"a comment", fill("<!--", "<!-")},
        {"declarations", fill("", "<!a>")},
        {"processing instructions", fill("", "<?")},
        {"character data", fill("<svg><![CDATA[", "]]")},
        {"scripts", fill("", "<script></script>")},
        {"a script", fill("<script><!--", "<script></scrip")},
        {"a text area", fill("<textarea>", "</textare")},
        {"a title", fill("<title>", "&amp</titl")},
        {"plain text", fill("<plaintext>", "</plaintext>")},
        {"framesets", fill("", "<frameset>")},
        {"heading in heading", fill("", "<h1>")},
        {"list items", fill("<ul>", "<li>a")},
        {"terms", fill("<dl>", "<dt>a<dd>b")},
        {"ruby", fill("<ruby>", "<rb>a<rt>b<rtc>")},
    };
    for (const auto& [title, text] : texts) expect_parsed_in_time(title, text);
}

// The inputs of the cases: what stands between "#data" and "#errors".
std::vector<std::string> html5lib_inputs(std::string_view file) {
    std::vector<std::string> inputs;
    constexpr std::string_view opening = "#data\n";
    constexpr std::string_view closing = "\n#errors";
    for (std::size_t at = file.find(opening); at != std::string_view::npos; at = file.find(opening, at)) {
        at += opening.size();
        // An empty input leaves no line of its own.
        const std::size_t end = std::min(file.find(closing, at - 1), file.size());
        inputs.emplace_back(file.substr(at, end > at ? end - at : 0));
    }
    return inputs;
}

TEST(HostileHtmlParser, TheCasesOfHtml5libAreRead) {
    const std::filesystem::path folder = LONGREAD_SHARED_DIR "/fixtures/html5lib/tree-construction";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        for (const std::string& input : html5lib_inputs(read_file(entry.path()))) {
            SCOPED_TRACE(entry.path().filename().string() + ": " + input);
            expect_read(input);
            // Cut anywhere, it is as good a text.
            for (std::size_t size = 0; size < std::min<std::size_t>(input.size(), 100); ++size) {
                expect_read(std::string_view(input).substr(0, size));
            }
            ++count;
        }
    }
    EXPECT_GT(count, 700U);
}

TEST(HostileHtmlParser, RandomTagSoupIsRead) {
    constexpr const char* pieces[] = {"<a>",
                                      "<b>",
                                      "<i id=1>",
                                      "<b id=2>",
                                      "<p>",
                                      "<div>",
                                      "</a>",
                                      "</b>",
                                      "</i>",
                                      "</p>",
                                      "</div>",
                                      "<table>",
                                      "</table>",
                                      "<tr>",
                                      "<td>",
                                      "</td>",
                                      "<caption>",
                                      "<colgroup>",
                                      "<col>",
                                      "<tbody>",
                                      "</tbody>",
                                      "<select>",
                                      "</select>",
                                      "<option>",
                                      "<optgroup>",
                                      "<svg>",
                                      "</svg>",
                                      "<math>",
                                      "<mi>",
                                      "<annotation-xml encoding=text/html>",
                                      "<foreignObject>",
                                      "<desc>",
                                      "<title>",
                                      "</title>",
                                      "<nobr>",
                                      "<button>",
                                      "<applet>",
                                      "<marquee>",
                                      "<li>",
                                      "<ul>",
                                      "<dd>",
                                      "<h1>",
                                      "</h2>",
                                      "<form>",
                                      "</form>",
                                      "<input type=hidden>",
                                      "<template>",
                                      "</template>",
                                      "<ruby>",
                                      "<rt>",
                                      "<body x=1>",
                                      "<html y=1>",
                                      "</body>",
                                      "</html>",
                                      "<head>",
                                      "<frameset>",
                                      "<frame>",
                                      "<noframes>",
                                      "<font>",
                                      "<textarea>",
                                      "</textarea>",
                                      "<script>",
                                      "</script>",
                                      "<style>",
                                      "<noscript>",
                                      "<plaintext>",
                                      "<image>",
                                      "<isindex>",
                                      "<br/>",
                                      "</br>",
                                      "<pre>\n",
                                      "<x-y>",
                                      "<!---->",
                                      "<!--",
                                      "-->",
                                      "<!doctype html>",
                                      "<![CDATA[",
                                      "]]>",
                                      "<?",
                                      "&amp",
                                      "&notit;",
                                      "&#0;",
                                      " ",
                                      "\n",
                                      "a",
                                      "\xF0\x9F\x98\x80",
                                      "\xC3",
                                      "<",
                                      "</",
                                      ">",
                                      "\"",
                                      "<a href='",
                                      "\t"};
    std::minstd_rand random(20'221);
    const auto below = [&random](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t count = 1 + below(30); count > 0; --count) text += pieces[below(std::size(pieces))];
        SCOPED_TRACE(testing::PrintToString(text));
        expect_read(text);
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace
}  // namespace longread
