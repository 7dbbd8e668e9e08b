// What the texts made to cost time cost in fact, through the whole of `answer`: twice the text less than 2.5
// times the time, within the limits at most a second, beyond them a refusal at once (the measure of the
// corpus dos-* in shared/corpora/security). Times are the processor's, the best of a few.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "../unit/test_arena.h"
#include "app/answer.h"
#include "bombs.h"
#include "platform/cli_parsers.h"
#include "read/formats/json_writer.h"

namespace longread {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double slowness = 20;
#else
constexpr double slowness = 1;
#endif
constexpr double max_seconds = 1.0 * slowness;
constexpr double max_refusal_seconds = 0.05 * slowness;
constexpr double max_foreign_refusal_seconds = 2 * max_refusal_seconds;  // it is converted, then read
constexpr double max_growth = 2.5;
// Less is no measure of growth: caches and the clock decide.
constexpr double least_seconds = 0.001;

using MakeArticle = std::string (*)(std::string_view text);

std::string article_with(std::string_view kind, std::string_view text) {
    TextBuffer article;
    JsonWriter json(article);
    json.begin_object();
    json.member("longread", std::int64_t{1});
    json.member("title", "Time");
    json.begin_object("body");
    json.member(kind, text);
    json.end_object();
    json.end_object();
    return std::string(std::string_view(article));
}

std::string html_article(std::string_view text) { return article_with("html", text); }
std::string markdown_article(std::string_view text) { return article_with("markdown", text); }

// Editor.js has HTML in its pieces, which the adapter makes whole before any parser sees it.
std::string foreign_article(std::string_view text) {
    TextBuffer article;
    JsonWriter json(article);
    json.begin_object();
    json.begin_array("blocks");
    json.begin_object();
    json.member("type", "paragraph");
    json.begin_object("data");
    json.member("text", text);
    json.end_object();
    json.end_object();
    json.end_array();
    json.end_object();
    return std::string(std::string_view(article));
}

struct Cost {
    double seconds = 1e9;
    bool refused = false;
};

void measure(const std::string& article, Cost& least) {
    Arena arena;
    Request request;
    request.article = article;
    const std::clock_t start = std::clock();
    const Reply reply = answer(request, native_parsers(), arena);
    least.seconds = std::min(least.seconds, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    least.refused = reply.failed;
}

// How many times the time of the smaller the larger one takes, measured in turn until it is not too much.
double ratio_of(const std::string& smaller, const std::string& larger) {
    Cost before;
    Cost after;
    double ratio = 0;
    for (int turn = 0; turn < 24; ++turn) {
        measure(smaller, before);
        measure(larger, after);
        if (before.seconds < least_seconds) return 0;
        ratio = after.seconds / before.seconds;
        if (turn > 2 && ratio < max_growth) break;
    }
    return ratio;
}

struct Growth {
    double factor = 0;  // over doublings of the text, the largest; 0 where all is too fast for a measure
    double seconds = 0;
    double refusal_seconds = 0;
};

Growth growth_of(MakeArticle make, const Bomb& bomb) {
    Growth growth;
    std::string smaller;
    for (const int eighths : {1, 2, 4, 8, 16}) {
        const std::string article = make(text_of(bomb, eighths));
        Cost cost;
        for (int run = 0; run < 3; ++run) measure(article, cost);
        if (cost.refused) {
            growth.refusal_seconds = cost.seconds;
            break;
        }
        growth.seconds = cost.seconds;
        if (!smaller.empty()) growth.factor = std::max(growth.factor, ratio_of(smaller, article));
        smaller = article;
    }
    return growth;
}

void expect_linear(MakeArticle make, const std::string& corpus, double max_refusal = max_refusal_seconds) {
    const std::vector<Bomb> bombs = read_bombs(corpus);
    if (bombs.empty()) GTEST_SKIP() << "no shared/corpora/security/" << corpus;
    EXPECT_GT(bombs.size(), 10U);
    int measured = 0;
    Growth most;
    for (const Bomb& bomb : bombs) {
        const Growth growth = growth_of(make, bomb);
        EXPECT_LT(growth.factor, max_growth) << bomb.title;
        EXPECT_LT(growth.seconds, max_seconds) << bomb.title;
        EXPECT_LT(growth.refusal_seconds, max_refusal) << bomb.title;
        measured += growth.factor > 0 ? 1 : 0;
        most.factor = std::max(most.factor, growth.factor);
        most.seconds = std::max(most.seconds, growth.seconds);
        most.refusal_seconds = std::max(most.refusal_seconds, growth.refusal_seconds);
    }
    std::printf(
        "    %zu texts, %d slow enough to measure: twice the length, at most %.2f times the time; at most "
        "%.0f ms, refusals %.0f ms\n",
        bombs.size(), measured, most.factor, most.seconds * 1e3, most.refusal_seconds * 1e3);
}

TEST(TimeGrowth, Html) { expect_linear(html_article, "dos-html.json"); }

TEST(TimeGrowth, Markdown) { expect_linear(markdown_article, "dos-markdown.json"); }

TEST(TimeGrowth, ForeignHtml) {
    expect_linear(foreign_article, "dos-html.json", max_foreign_refusal_seconds);
}

}  // namespace
}  // namespace longread
