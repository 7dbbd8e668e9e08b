#include "read/formats/engine.h"

#include <gtest/gtest.h>

#include "conversion.h"

namespace longread {
namespace {

constexpr std::string_view answer_of_engine =
    R"({"took":3,"timed_out":false,"hits":{"total":{"value":2,"relation":"eq"},"max_score":12.5,"hits":[
    {"_index":"stories","_id":"a1","_score":12.5,"_source":{"title":"Nearest","url":"https://news.example/a1","published":"2026-03-01T08:00:00Z","tags":["Sea","Ports"],"section":"Coast","dek":"Why.","series":"Tides","image":"https://img.example/a1.jpg"}},
    {"_index":"stories","_id":"a2","_score":3.125,"_source":{"id":"own","headline":"Farther","permalink":"/a2"}}]}})";

TEST(Engine, HitsBecomeCardsWithScores) {
    EXPECT_EQ(
        feed_of(answer_of_engine),
        R"({"longread":1,"items":[{"id":"a1","url":"https://news.example/a1","title":"Nearest","dek":"Why.","kicker":["Coast"],"tags":["Sea","Ports"],"byline":[],"published":"2026-03-01T08:00:00Z","image":"https://img.example/a1.jpg","series":"Tides","score":1000},)"
        R"({"id":"own","url":"/a2","title":"Farther","kicker":[],"tags":[],"byline":[],"score":250}]})");
}

std::string scores_of(std::string_view first, std::string_view second) {
    const std::string feed =
        feed_of(R"({"hits":{"hits":[{"_source":{"title":"A","url":"/a"},"_score":)" + std::string(first) +
                R"(},{"_source":{"title":"B","url":"/b"},"_score":)" + std::string(second) + "}]}}");
    std::string scores;
    for (std::size_t at = 0; (at = feed.find("\"score\":", at)) != std::string::npos; ++at) {
        scores += feed.substr(at + 8, feed.find('}', at) - at - 8) + " ";
    }
    return scores;
}

TEST(Engine, ScoresAreOfTheBest) {
    EXPECT_EQ(scores_of("2", "1"), "1000 500 ");
    EXPECT_EQ(scores_of("1.0E-2", "5.0e-3"), "1000 500 ");
    EXPECT_EQ(scores_of("1.5E3", "1500"), "1000 1000 ");
    EXPECT_EQ(scores_of("0.123456789012345678901", "0.000001"), "1000 1 ");
    EXPECT_EQ(scores_of("null", "null"), "");
    EXPECT_EQ(scores_of("-1", "3"), "1000 ");
    EXPECT_EQ(scores_of("1e300", "1"), "1000 ");
    EXPECT_EQ(scores_of("1e-300", "1"), "1000 ");
}

TEST(Engine, NoHitsAreAnEmptyFeed) {
    EXPECT_EQ(feed_of(R"({"hits":{"total":{"value":0},"max_score":null,"hits":[]}})"),
              R"({"longread":1,"items":[]})");
    EXPECT_EQ(article_of(R"({"hits":{"hits":[{"_source":{}}]}})").substr(0, 21), "error: not-a-document");
}

// What a page makes of it: the engine's order, then the same choice as for any other candidates.
TEST(Engine, ItsAnswerIsChosenFromAsAnArchives) {
    Request request;
    request.article =
        R"({"longread":1,"id":"p","url":"/p","title":"Page","body":["x"],"related":[{"title":"Own","url":"/own"}]})";
    request.feeds.add(answer_of_engine, test_arena());
    const std::string html = write_html(answer(request, native_parsers(), test_arena()).tree);
    const std::size_t own = html.find(">Own<");
    const std::size_t nearest = html.find("Nearest");
    EXPECT_NE(own, std::string::npos);
    EXPECT_LT(own, nearest);
    EXPECT_LT(nearest, html.find("Farther"));
    EXPECT_NE(html.find("Farther"), std::string::npos);
}

}  // namespace
}  // namespace longread
