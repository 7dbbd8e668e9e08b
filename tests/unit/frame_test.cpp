#include "base/frame.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <random>

#include "test_arena.h"

namespace longread {
namespace {

using namespace std::string_view_literals;

std::string frame_of(std::initializer_list<Section> sections) {
    TextBuffer frame;
    append_u32(frame, static_cast<std::uint32_t>(sections.size()));
    for (const Section& section : sections) append_section(frame, section.key, section.bytes);
    return std::string(frame.view());
}

TEST(Frame, WritesWhatTheFormatSays) {
    EXPECT_EQ(frame_of({{7, "abcde"}, {0x01020304, ""}}),
              "\x02\0\0\0"
              "\x07\0\0\0\x05\0\0\0abcde\0\0\0"
              "\x04\x03\x02\x01\0\0\0\0"sv);
}

TEST(Frame, RoundTripKeepsKeysOrderAndBytes) {
    for (std::size_t size = 0; size < 9; ++size) {
        const std::string bytes(size, '\xFF');
        const std::string frame = frame_of({{2, bytes}, {1, "twice"}, {2, "again\0z"sv}});
        EXPECT_EQ(frame.size() % 4, 0U);
        const Result<List<Section>> sections = read_frame(frame, test_arena());
        ASSERT_TRUE(sections);
        ASSERT_EQ(sections->size(), 3U);
        EXPECT_EQ((*sections)[0].key, 2U);
        EXPECT_EQ((*sections)[0].bytes, bytes);
        EXPECT_EQ((*sections)[1].key, 1U);
        EXPECT_EQ((*sections)[1].bytes, "twice");
        EXPECT_EQ((*sections)[2].bytes, "again\0z"sv);
    }
}

TEST(Frame, WordsAreLittleEndian) {
    TextBuffer out;
    append_u32(out, 0xF1E2D3C4U);
    EXPECT_EQ(out.view(), "\xC4\xD3\xE2\xF1");
    EXPECT_EQ(read_u32("\0\xC4\xD3\xE2\xF1"sv, 1), 0xF1E2D3C4U);
}

TEST(Frame, SizesThatDoNotAddUpAreRefused) {
    const std::string good = frame_of({{1, "abc"}, {2, "defgh"}});
    ASSERT_TRUE(read_frame(good, test_arena()));
    for (std::size_t size = 0; size < good.size(); ++size) {
        const Result<List<Section>> cut = read_frame(std::string_view(good).substr(0, size), test_arena());
        ASSERT_FALSE(cut) << size;
        EXPECT_EQ(cut.error().code, Code::bad_request);
    }
    EXPECT_FALSE(read_frame(good + "x", test_arena()));
    EXPECT_FALSE(read_frame("\x01\0\0\0\x01\0\0\0\xFF\xFF\xFF\xFF"sv, test_arena()));
    EXPECT_FALSE(read_frame("\x01\0\0\0\x01\0\0\0\xFD\xFF\xFF\xFF"sv, test_arena()));
    EXPECT_FALSE(read_frame("\xFF\xFF\xFF\xFF"sv, test_arena()));
    EXPECT_TRUE(read_frame("\0\0\0\0"sv, test_arena()));
}

TEST(Frame, MutationsNeverReadOutside) {
    const std::string good = frame_of({{1, "an article"}, {5, "en"}, {2, ""}});
    std::mt19937 random(1);
    for (int round = 0; round < 20'000; ++round) {
        std::string bad = good.substr(0, random() % (good.size() + 1));
        for (int i = 0; i < 3 && !bad.empty(); ++i) bad[random() % bad.size()] = static_cast<char>(random());
        const std::unique_ptr<char[]> block(new char[bad.size()]);
        if (!bad.empty()) std::memcpy(block.get(), bad.data(), bad.size());
        const std::string_view exact(block.get(), bad.size());
        const Result<List<Section>> sections = read_frame(exact, test_arena());
        if (!sections) continue;
        for (const Section& section : *sections) {
            EXPECT_GE(section.bytes.data(), exact.data());
            EXPECT_LE(section.bytes.data() + section.bytes.size(), exact.data() + exact.size());
        }
    }
}

}  // namespace
}  // namespace longread
