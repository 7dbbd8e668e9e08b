#include "decide/keep_history.h"

#include <gtest/gtest.h>

#include "decide/leave_out.h"
#include "read/read_state.h"
#include "test_arena.h"

namespace longread {
namespace {

Card story(std::string_view url, std::string_view id = {}) {
    Card card;
    card.url = kept(url);
    card.id = kept(id);
    return card;
}

std::optional<Timestamp> on_day(std::int64_t day) {
    Timestamp time;
    time.seconds = day * 86400 + 3600;
    return time;
}

std::string written(const ReaderState& state) {
    TextBuffer out;
    append_reader_state(out, state);
    return string_of(out);
}

ReaderState after(const ReaderState& state, const Card& card, std::int64_t day) {
    const auto next = keep_history(state, card, on_day(day), test_arena());
    return next ? *next : state;
}

TEST(HashAddress, IsFnv1a) {
    EXPECT_EQ(hash_address(""), 0x811c9dc5U);
    EXPECT_EQ(hash_address("a"), 0xe40c292cU);
    EXPECT_EQ(hash_address("foobar"), 0xbf9cf968U);
}

TEST(KeepHistory, AStoryByItsUrlElseByItsId) {
    ReaderState state = after({}, story("foobar", "7"), 21000);
    EXPECT_EQ(written(state), R"({"longread":1,"read":{"bf9cf968":21000},"weeks":{"20997":[1]}})");
    state = after(state, story("", "a"), 21001);
    EXPECT_EQ(written(state),
              R"({"longread":1,"read":{"bf9cf968":21000,"e40c292c":21001},"weeks":{"20997":[2]}})");
}

TEST(KeepHistory, ReadAgainItStandsLast) {
    const ReaderState state = after(after({}, story("foobar"), 21000), story("a"), 21001);
    EXPECT_EQ(written(after(state, story("foobar"), 21002)),
              R"({"longread":1,"read":{"e40c292c":21001,"bf9cf968":21002},"weeks":{"20997":[2]}})");
}

TEST(KeepHistory, NothingToRememberIsNoState) {
    EXPECT_FALSE(keep_history({}, story(""), on_day(21000), test_arena()));
    EXPECT_FALSE(keep_history({}, story("a"), std::nullopt, test_arena()));
    const ReaderState state = after({}, story("a"), 21000);
    EXPECT_FALSE(keep_history(state, story("a"), on_day(21000), test_arena()));
    EXPECT_TRUE(keep_history(state, story("a"), on_day(21001), test_arena()));
}

TEST(KeepHistory, OldAndTooManyGoFirst) {
    ReaderState state;
    for (int i = 0; i < 450; ++i) state = after(state, story("/" + std::to_string(i)), 21000 + i / 100);
    EXPECT_EQ(state.read.size(), most_read_stories);
    EXPECT_EQ(state.read[0].key, hash_address("/50"));
    EXPECT_LE(written(state).size(), most_state_bytes / 2);
    EXPECT_EQ(after(state, story("/new"), 21000 + 365).read.size(), 351U);
    EXPECT_EQ(after(state, story("/new"), 21000 + 400).read.size(), 1U);
}

TEST(KeepHistory, ItsInputStays) {
    const ReaderState state = after({}, story("a"), 21000);
    const std::string before = written(state);
    after(state, story("b"), 21400);
    EXPECT_EQ(written(state), before);
}

TEST(MarkRead, ByUrlOrId) {
    const ReaderState state = after(after({}, story("/a"), 21000), story("", "7"), 21000);
    List<Card> cards = list_of({story("/a"), story("/b"), story("/c", "7"), story("/d", "8"), story("")});
    mark_read(cards, state);
    std::string marks;
    for (const Card& card : cards) marks += card.is_read ? 'x' : '-';
    EXPECT_EQ(marks, "x-x--");
}

TEST(LeaveOut, WhatStandsElsewhere) {
    List<Card> cards = list_of({story("/a"), story("/b"), story("/c")});
    leave_out(cards, "");
    EXPECT_EQ(cards.size(), 3U);
    leave_out(cards, "/c /x /a");
    ASSERT_EQ(cards.size(), 1U);
    EXPECT_EQ(cards[0].url, "/b");
    leave_out(cards, "/bb");
    EXPECT_EQ(cards.size(), 1U);
}

std::string reread(std::string_view source) { return written(read_state(source, test_arena())); }

TEST(ReadState, WhatWasWritten) {
    ReaderState state;
    for (int i = 0; i < 400; ++i) state = after(state, story(std::to_string(i)), 21000 + i);
    EXPECT_EQ(reread(written(state)), written(state));
}

TEST(ReadState, WhatIsNotOursIsANewReader) {
    const std::string none = R"({"longread":1,"read":{}})";
    for (const std::string_view source :
         {"", "{", "x", "\"x\"", "[]", "null", "{}", R"({"longread":2,"read":{"e40c292c":1}})",
          R"({"read":{"e40c292c":1}})", R"({"longread":1,"read":["e40c292c"]})", R"({"longread":1,"read":7})",
          R"({"longread":"1","read":{"e40c292c":1}})", R"({"constructor":{"prototype":{"polluted":true}}})",
          R"({"longread":1,"read":{"e40c292c":1}} x)"}) {
        EXPECT_EQ(reread(source), none) << source;
    }
    EXPECT_EQ(reread(R"({"longread":1,"read":{"e40c292c":1},"x":")" + std::string(20'000, 'x') + "\"}"),
              none);
}

TEST(ReadState, EntriesThatCannotBeOursAreLeftOut) {
    EXPECT_EQ(
        reread(R"({"longread":1,"read":{"E40C292C":1,"e40c292":1,"__proto__":1,"e40c292g":1,"bf9cf968":2,)"
               R"("00000000":"3","00000001":-1,"00000002":1e9,"00000003":2932897,"00000004":null}})"),
        R"({"longread":1,"read":{"bf9cf968":2}})");
}

TEST(ReadState, OfTooManyTheNewest) {
    std::string source = R"({"longread":1,"read":{)";
    for (int i = 0; i < 500; ++i) {
        const std::string digits = std::to_string(10'000'000 + i);
        source += (i == 0 ? "\"" : ",\"") + digits + "\":1";
    }
    const ReaderState state = read_state(source + "}}", test_arena());
    EXPECT_EQ(state.read.size(), most_read_stories);
    EXPECT_EQ(state.read[0].key, 0x10000100U);
}

}  // namespace
}  // namespace longread
