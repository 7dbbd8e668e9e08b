// What a page's requests say of the reader and of the page itself, and what comes back.
#include <gtest/gtest.h>

#include "app/answer.h"
#include "app/wire.h"
#include "base/frame.h"
#include "render/html_writer.h"
#include "test_arena.h"

namespace longread {
namespace {

constexpr std::string_view article =
    R"({"longread":1,"id":"7","url":"/a","title":"A","body":{"html":"<p>a</p>"},)"
    R"("related":[{"title":"B","url":"/b"},{"title":"C","url":"/c"}],)"
    R"("rails":[{"title":"Latest","feed":"latest","limit":2}]})";
constexpr std::string_view feed = R"({"longread":1,"items":[
    {"title":"D","url":"/d","published":"2026-01-04"},{"title":"E","url":"/e","published":"2026-01-03"},
    {"title":"F","url":"/f","published":"2026-01-02"},{"title":"G","url":"/g","published":"2026-01-01"}]})";

Request request_of_page() {
    Request request;
    request.article = article;
    request.feeds.add(feed, test_arena());
    request.base_url = "https://a.example/";
    request.now = "2026-02-01T00:00:00Z";
    return request;
}

Reply answered(const Request& request) { return answer_slots(request, test_arena()); }

// The titles of the stories below the article in their order; a star behind each that says "Read".
std::string stories(const Request& request) {
    const std::string html = write_html(answered(request).tree);
    std::string titles;
    for (std::size_t at = 0; (at = html.find("</a>", at)) != std::string::npos; ++at) {
        titles += html[at - 1];
        const std::size_t end = html.find("</li>", at);
        if (html.substr(at, end - at).find("read-mark") != std::string::npos) titles += '*';
    }
    return titles;
}

TEST(AnswerSlots, StoriesShownElsewhereAreLeftOut) {
    Request request = request_of_page();
    EXPECT_EQ(stories(request), "BCDE");
    request.shown = "https://a.example/c https://a.example/d";
    EXPECT_EQ(stories(request), "BEF");
}

TEST(AnswerSlots, ReadingIsRememberedAndMarked) {
    Request reading = request_of_page();
    reading.event = "read";
    reading.article = R"({"longread":1,"url":"/d"})";
    Reply reply = answered(reading);
    EXPECT_TRUE(reply.tree.events().empty());
    EXPECT_FALSE(reply.failed);
    ASSERT_FALSE(reply.state.empty());
    Request request = request_of_page();
    request.state = reply.state;
    EXPECT_EQ(stories(request), "BCD*E");
    reading.state = reply.state;
    EXPECT_EQ(answered(reading).state, "") << "read today already";
    reading.article = R"({"longread":1,"url":"/b"})";
    request.state = answered(reading).state;
    EXPECT_EQ(stories(request), "B*CD*E");
}

TEST(AnswerSlots, WhatCannotBeRememberedIsNoNews) {
    Request reading = request_of_page();
    reading.event = "read";
    reading.now = "";
    EXPECT_EQ(answered(reading).state, "");
    reading.now = "2026-02-01T00:00:00Z";
    reading.article = R"({"longread":1})";
    EXPECT_EQ(answered(reading).state, "");
    reading.article = "{";
    EXPECT_TRUE(answered(reading).failed);
}

TEST(AnswerSlots, HostileStateChangesNothing) {
    Request request = request_of_page();
    for (const std::string_view state : {"{", "x", R"({"longread":1,"read":{"__proto__":1}})", "\0\0"}) {
        request.state = state;
        EXPECT_EQ(stories(request), "BCDE") << state;
    }
}

TEST(Wire, EachTextOfARequestHasItsKey) {
    TextBuffer frame;
    append_u32(frame, 19);
    for (std::uint32_t key = 0; key < 19; ++key)
        append_section(frame, key, std::string(1, static_cast<char>('a' + key)));
    const auto request = read_request(kept(frame), test_arena());
    ASSERT_TRUE(request.has_value());
    EXPECT_EQ(request->article, "b");
    ASSERT_EQ(request->feeds.size(), 1U);
    EXPECT_EQ(request->feeds[0], "c");
    EXPECT_EQ(request->campaigns[0], "d");
    EXPECT_EQ(request->base_url, "e");
    EXPECT_EQ(request->lang, "f");
    EXPECT_EQ(request->now, "g");
    EXPECT_EQ(request->heading_level, 1);
    EXPECT_EQ(request->hide, "i");
    EXPECT_EQ(request->format, "j");
    EXPECT_EQ(request->state, "k");
    EXPECT_EQ(request->shown, "o");
    EXPECT_EQ(request->event, "q");
}

TEST(Wire, StateAndAddressComeBack) {
    Reply reply(test_arena());
    reply.state = "s";
    reply.url = "u";
    TextBuffer bytes;
    append_reply(bytes, reply);
    const auto sections = read_frame(kept(bytes), test_arena());
    ASSERT_TRUE(sections.has_value());
    ASSERT_EQ(sections->size(), 7U);
    for (std::uint32_t i = 0; i < 7; ++i) EXPECT_EQ((*sections)[i].key, i + 1);
    EXPECT_EQ((*sections)[5].bytes, "s");
    EXPECT_EQ((*sections)[6].bytes, "u");
}

}  // namespace
}  // namespace longread
