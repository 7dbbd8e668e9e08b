#include "app/answer.h"

#include <gtest/gtest.h>

#include "app/wire.h"
#include "base/frame.h"
#include "model/tree_frame.h"
#include "platform/cli_parsers.h"
#include "render/html_writer.h"
#include "test_arena.h"

namespace longread {
namespace {

constexpr std::string_view article =
    R"j({"longread":1,"url":"https://news.example/a","title":"Tide & <time>","dek":"Dek",
    "hero":{"src":"/h.jpg","alt":"Boats","caption":"At dawn","credit":"Ana Ruiz"},"body":{"markdown":"One “two” [out](https://other.example/) [in](/b)"},
    "tags":["Tides"],"related":[{"title":"Next","url":"/next","teaser":["First.","Second."]}],
    "rails":[{"title":"Trump transition","feed":"tag:trump"},{"title":"Latest","feed":"latest"}]})j";

constexpr std::string_view campaigns =
    R"({"longread":1,"campaigns":[{"id":"c","goal":{"currency":"USD"},"audience":{"max_article_age_days":0},"variants":[{"id":"v","heading":"Help",
    "body":"Please give.","choices":[{"amount":5},{"amount":25,"recommended":true}],"action":{"label":"Give","url":"https://give.example/?a={amount}"}}]}]})";

void add_campaigns(Request& request, std::string_view file) {
    request.campaigns = file;
    request.now = "2026-11-23T12:00:00Z";
    request.donate_hosts = "give.example";
}

std::string html_of(const Request& request) {
    const Reply reply = answer(request, native_parsers(), test_arena());
    EXPECT_FALSE(reply.failed) << code_name(reply.error.code);
    return write_html(reply.tree);
}

Result<HtmlTree> no_parser(std::string_view /*text*/, const Parsing& /*parsing*/) {
    return Error{Code::parser_unavailable, {}, 0, 0, 0, {}};
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// What a page does: the article first, then the slots: the prompt before the tags, the others at the end.
TEST(Answer, ThePartsMakeTheWhole) {
    Request request;
    request.article = article;
    add_campaigns(request, campaigns);
    const Reply story = answer_article(request, native_parsers(), test_arena());
    EXPECT_EQ(story.wants, "slots");
    const std::string slots = write_html(answer_slots(request, test_arena()).tree);
    const std::size_t below = slots.find("<div data-slot=\"related\"");
    std::string html = write_html(story.tree);
    html.insert(html.find("<ul class=\"tags\""), slots.substr(0, below));
    html.insert(html.rfind("</article>"), slots.substr(below));
    EXPECT_EQ(html, html_of(request));
    EXPECT_TRUE(contains(html, "data-slot=\"prompt\"")) << html;
    EXPECT_TRUE(contains(html, "data-slot=\"related\"")) << html;
}

std::string prompt_of(std::string_view variant, std::string_view lang) {
    const std::string file =
        R"({"longread":1,"campaigns":[{"id":"c","goal":{"currency":"EUR"},"audience":{"max_article_age_days":0},"variants":[{"action":{"url":"https://give.example/"},)" +
        std::string(variant) + "}]}]}";
    Request request;
    request.article = R"({"longread":1,"title":"t","body":["x"]})";
    add_campaigns(request, file);
    request.lang = lang;
    return write_html(answer_slots(request, test_arena()).tree);
}

// Among gifts that come again, one that does not says so.
TEST(Answer, AmountsSayHowOften) {
    constexpr std::string_view mixed =
        R"("heading":"h","choices":[{"amount":5,"frequency":"monthly"},{"amount":25,"frequency":"once"},{"amount":60}])";
    for (const std::string_view label : {">€5 a month<", ">€25 once<", ">€60 once<"}) {
        EXPECT_TRUE(contains(prompt_of(mixed, "en"), label)) << prompt_of(mixed, "en");
    }
    EXPECT_TRUE(contains(prompt_of(mixed, "de"), "einmalig<"));
    EXPECT_FALSE(contains(
        prompt_of(R"("heading":"h","choices":[{"amount":25,"frequency":"once"},{"amount":60}])", "en"),
        " once<"));
}

TEST(Answer, APromptAlwaysHasAName) {
    EXPECT_TRUE(contains(prompt_of(R"("heading":"Help")", "en"), R"(aria-labelledby="lr-prompt")"));
    EXPECT_TRUE(contains(prompt_of(R"("body":"Please.")", "es"), R"(aria-label="Donar")"));
}

TEST(Answer, WhereNothingStandsAroundNoSlotsAreWanted) {
    Request request;
    request.article = R"({"longread":1,"title":"t","body":["x"],"related":[],"rails":[]})";
    EXPECT_EQ(answer_article(request, native_parsers(), test_arena()).wants, "");
    EXPECT_TRUE(answer_slots(request, test_arena()).tree.events().empty());
    EXPECT_FALSE(contains(html_of(request), "data-slot"));
}

TEST(Answer, PartsOfThePage) {
    Request request;
    request.article = article;
    add_campaigns(request, campaigns);
    const std::string html = html_of(request);
    EXPECT_TRUE(contains(
        html, R"(<h1 class="headline" part="headline" id="lr-headline">Tide &amp; &lt;time&gt;</h1>)"))
        << html;
    EXPECT_TRUE(contains(
        html,
        R"(<span class="caption" part="caption">At dawn</span> <span class="credit" part="credit">Ana Ruiz</span>)"));
    EXPECT_TRUE(contains(html, R"(<a href="https://other.example/" rel="noopener noreferrer">out</a>)"));
    EXPECT_TRUE(contains(html, R"(<a href="/b">in</a>)"));
    EXPECT_TRUE(contains(
        html, R"(<span class="more-open">Keep reading</span> <span class="more-close">Show less</span>)"));
    EXPECT_TRUE(contains(html, R"(value="25" checked="")"));
    EXPECT_TRUE(contains(html, R"(data-action="https://give.example/?a={amount}")"));
    EXPECT_TRUE(contains(html, R"(action="https://give.example/")"));
}

TEST(Answer, EmptyRailsShowNoHeading) {
    Request request;
    request.article = article;
    const std::string html = html_of(request);
    EXPECT_FALSE(contains(html, "Trump transition"));
    EXPECT_FALSE(contains(html, "Latest"));
    EXPECT_FALSE(contains(html, R"(data-slot="prompt")"));
    EXPECT_FALSE(contains(html, R"(data-slot="rails")"));
}

TEST(Answer, HidesWhatItIsToldTo) {
    Request request;
    request.article = article;
    add_campaigns(request, campaigns);
    request.hide = "hero prompt related meta";
    const std::string html = html_of(request);
    for (const std::string_view part :
         {"class=\"hero\"", "class=\"prompt\"", "class=\"related\"", "class=\"meta\""}) {
        EXPECT_FALSE(contains(html, part)) << part;
    }
}

TEST(Answer, HeadingLevelsFollowTheHostPage) {
    Request request;
    request.article = R"({"longread":1,"title":"t","body":{"markdown":"# a\n\n## b\n\n###### c\n\nx"}})";
    request.heading_level = 2;
    const std::string html = html_of(request);
    EXPECT_TRUE(contains(html, "<h2 class=\"headline\""));
    EXPECT_TRUE(contains(html, "<h3 id=\"lr-a\">a</h3>")) << html;
    EXPECT_TRUE(contains(html, "<h3 id=\"lr-b\">b</h3>"));
    EXPECT_TRUE(contains(html, "<h6 id=\"lr-c\">c</h6>"));
}

// Footnotes of other systems are lists whose items links lead to.
TEST(Answer, ListsAndItemsKeepTheAnchorsThatLinksLeadTo) {
    Request request;
    request.article =
        R"({"longread":1,"body":{"html":"<p><a href='#l'>1</a> <a href='#n'>2</a></p><ul id='l'><li>a</li></ul><ol><li>b</li><li id='n'>c</li></ol>"}})";
    const std::string html = html_of(request);
    EXPECT_TRUE(contains(html, R"(<ul id="lr-l"><li>a</li></ul>)")) << html;
    EXPECT_TRUE(contains(html, R"(<ol><li>b</li><li><p id="lr-n">c</p></li></ol>)")) << html;
}

TEST(Answer, ABrokenFeedCostsItsRailOnly) {
    Request request;
    request.article = article;
    request.feeds = list_of<std::string_view>(
        {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [", "<html>"});
    request.campaigns = "nonsense";
    const Reply reply = answer(request, native_parsers(), test_arena());
    EXPECT_FALSE(reply.failed);
    EXPECT_FALSE(reply.tree.events().empty());
    EXPECT_EQ(reply.notes.size(), 3U);
}

TEST(Answer, MarkdownWaitsForItsParser) {
    Request request;
    request.article = article;
    const Reply reply = answer(request, {native_parsers().html, no_parser}, test_arena());
    EXPECT_FALSE(reply.failed);
    EXPECT_EQ(reply.wants, "markdown");
    EXPECT_TRUE(reply.tree.events().empty());
}

// As a page asks, which says the same of its element each time.
TEST(Answer, TheFormatOfAnArticleIsNotItsFeeds) {
    Request request;
    request.format = "portable-text";
    request.feeds.add(R"({"posts":[{"title":"A","slug":"a","uuid":"u","url":"https://news.example/a"}]})",
                      test_arena());
    const Reply reply = answer_conversion(request, native_parsers(), test_arena());
    EXPECT_FALSE(reply.failed) << reply.error.detail;
    EXPECT_NE(reply.document.find("https://news.example/a"), std::string_view::npos);
}

TEST(Answer, WordsOfTheInterfaceSayTheirLanguage) {
    Request request;
    request.article = article;
    const auto html_in = [&](std::string_view lang) {
        request.lang = lang;
        return write_html(answer(request, native_parsers(), test_arena()).tree);
    };
    EXPECT_EQ(html_in("").find("meta\" lang="), std::string::npos);
    EXPECT_EQ(html_in("en-GB").find("meta\" lang="), std::string::npos);
    EXPECT_NE(html_in("fr").find("<div class=\"meta\" part=\"meta\" lang=\"fr\" dir=\"ltr\">"),
              std::string::npos);
    EXPECT_NE(html_in("ar").find("lang=\"ar\" dir=\"rtl\""), std::string::npos);
}

std::string section(std::string_view frame, ReplyKey key) {
    const auto sections = read_frame(frame, test_arena());
    EXPECT_TRUE(sections.has_value());
    for (const Section& one : *sections) {
        if (one.key == static_cast<std::uint32_t>(key)) return std::string(one.bytes);
    }
    return {};
}

std::string article_frame(std::string_view source) {
    TextBuffer frame;
    append_u32(frame, 3);
    append_section(frame, static_cast<std::uint32_t>(RequestKey::article), source);
    append_section(frame, static_cast<std::uint32_t>(RequestKey::heading_level), "3");
    append_section(frame, 99, "from the future");
    return std::string(frame.view());
}

std::string answered(std::string_view frame) {
    const auto request = read_request(kept(frame), test_arena());
    if (!request) return std::string(code_name(request.error().code));
    TextBuffer reply;
    append_reply(reply, answer_article(*request, native_parsers(), test_arena()));
    return std::string(reply.view());
}

TEST(Answer, Frames) {
    Request request;
    request.article = article;
    request.heading_level = 3;
    const std::string reply = answered(article_frame(article));
    TextBuffer tree;
    append_tree_frame(tree, answer_article(request, native_parsers(), test_arena()).tree, LengthUnit::utf16);
    EXPECT_EQ(section(reply, ReplyKey::tree), tree.view());
    EXPECT_EQ(section(reply, ReplyKey::wants), "slots");
    EXPECT_EQ(section(reply, ReplyKey::error), "");
    EXPECT_EQ(section(answered(article_frame("{\n\"longread\": 3}")), ReplyKey::error),
              "unsupported-version\t/longread\t2\t13\tthis reader knows version 1\t14\n");
    EXPECT_EQ(answered("garbage"), "bad-request");
}

}  // namespace
}  // namespace longread
