#include "app/answer.h"

#include <gtest/gtest.h>

#include "base/frame.h"
#include "model/tree_frame.h"
#include "platform/cli_parsers.h"
#include "render/html_writer.h"

namespace longread {
namespace {

constexpr std::string_view article = R"j({"longread":1,"url":"https://news.example/a","title":"Tide & <time>","dek":"Dek",
    "hero":{"src":"/h.jpg","alt":"Boats","caption":"At dawn","credit":"Ana Ruiz"},"body":{"markdown":"One “two” [out](https://other.example/) [in](/b)"},
    "related":[{"title":"Next","url":"/next","teaser":["First.","Second."]}],
    "rails":[{"title":"Trump transition","feed":"tag:trump"},{"title":"Latest","feed":"latest"}]})j";

constexpr std::string_view campaigns = R"({"longread":1,"campaigns":[{"id":"c","goal":{"currency":"USD"},"variants":[{"id":"v","heading":"Help",
    "body":"Please give.","choices":[{"amount":5},{"amount":25,"recommended":true}],"action":{"label":"Give","url":"https://give.example/?a={amount}"}}]}]})";

std::string html_of(Request request) {
    request.form = OutputForm::html;
    const Reply reply = answer(request, native_parsers());
    EXPECT_FALSE(reply.failed) << code_name(reply.error.code);
    return reply.output;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

TEST(Answer, TheTreeFrameIsTheSameAsTheHtml) {
    Request request;
    request.article = article;
    request.campaigns = campaigns;
    const std::string html = html_of(request);
    request.form = OutputForm::tree;
    const auto tree = read_tree_frame(answer(request, native_parsers()).output);
    ASSERT_TRUE(tree.has_value());
    EXPECT_EQ(write_html(*tree), html);
}

TEST(Answer, PartsOfThePage) {
    Request request;
    request.article = article;
    request.campaigns = campaigns;
    const std::string html = html_of(request);
    EXPECT_TRUE(contains(html, R"(<h1 class="headline" part="headline" id="lr-headline">Tide &amp; &lt;time&gt;</h1>)")) << html;
    EXPECT_TRUE(contains(html, R"(<span class="caption" part="caption">At dawn</span> <span class="credit" part="credit">Ana Ruiz</span>)"));
    EXPECT_TRUE(contains(html, R"(<a href="https://other.example/" rel="noopener noreferrer">out</a>)"));
    EXPECT_TRUE(contains(html, R"(<a href="/b">in</a>)"));
    EXPECT_TRUE(contains(html, R"(<span class="more-open">Keep reading</span> <span class="more-close">Show less</span>)"));
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
    EXPECT_TRUE(contains(html, R"(<div data-slot="prompt"></div>)"));
    EXPECT_TRUE(contains(html, R"(<div data-slot="rails"></div>)"));
}

TEST(Answer, HidesWhatItIsToldTo) {
    Request request;
    request.article = article;
    request.campaigns = campaigns;
    request.hide = "hero prompt related meta";
    const std::string html = html_of(request);
    for (const std::string_view part : {"class=\"hero\"", "class=\"prompt\"", "class=\"related\"", "class=\"meta\""}) {
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

TEST(Answer, ABrokenFeedCostsItsRailOnly) {
    Request request;
    request.article = article;
    request.feeds = {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [", "<html>"};
    request.campaigns = "nonsense";
    const Reply reply = answer(request, native_parsers());
    EXPECT_FALSE(reply.failed);
    EXPECT_FALSE(reply.output.empty());
    EXPECT_EQ(reply.notes.size(), 3U);
}

TEST(Answer, MarkdownWaitsForItsParser) {
    Request request;
    request.article = article;
    const Reply reply = answer(request, {native_parsers().html, nullptr});
    EXPECT_FALSE(reply.failed);
    EXPECT_EQ(reply.wants, "markdown");
    EXPECT_TRUE(reply.output.empty());
}

std::string section(std::string_view frame, ReplyKey key) {
    const auto sections = read_frame(frame);
    EXPECT_TRUE(sections.has_value());
    for (const Section& one : *sections) {
        if (one.key == static_cast<std::uint32_t>(key)) return std::string(one.bytes);
    }
    return {};
}

TEST(Answer, Frames) {
    FrameWriter writer;
    writer.add(static_cast<std::uint32_t>(RequestKey::article), article);
    writer.add(static_cast<std::uint32_t>(RequestKey::form), "html");
    writer.add(99, "from the future");
    Request request;
    request.article = article;
    const std::string reply = answer_frame(writer.finish(), native_parsers());
    EXPECT_EQ(section(reply, ReplyKey::html), html_of(request));
    EXPECT_EQ(section(reply, ReplyKey::title), "Tide & <time>");
    EXPECT_EQ(section(reply, ReplyKey::error), "");

    writer.add(static_cast<std::uint32_t>(RequestKey::article), "{\n\"longread\": 3}");
    EXPECT_EQ(section(answer_frame(writer.finish(), native_parsers()), ReplyKey::error),
              "unsupported-version\t/longread\t2\t13\tthis reader knows version 1\t14\n");
    EXPECT_EQ(section(answer_frame("garbage", native_parsers()), ReplyKey::error).substr(0, 11), "bad-request");
}

}  // namespace
}  // namespace longread
