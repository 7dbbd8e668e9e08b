#include "base/frame.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <random>

namespace longread {
namespace {

using namespace std::string_view_literals;

TEST(Frame, WritesWhatTheFormatSays) {
    FrameWriter writer;
    writer.add(7, "abcde");
    writer.add(0x01020304, "");
    EXPECT_EQ(writer.finish(),
              "\x02\0\0\0"
              "\x07\0\0\0\x05\0\0\0abcde\0\0\0"
              "\x04\x03\x02\x01\0\0\0\0"sv);
}

TEST(Frame, AWriterIsEmptyAfterwards) {
    FrameWriter writer;
    writer.add(1, "x");
    writer.finish();
    EXPECT_EQ(writer.finish(), "\0\0\0\0"sv);
}

TEST(Frame, RoundTripKeepsKeysOrderAndBytes) {
    for (std::size_t size = 0; size < 9; ++size) {
        FrameWriter writer;
        const std::string bytes(size, '\xFF');
        writer.add(2, bytes);
        writer.add(1, "twice");
        writer.add(2, "again\0z"sv);
        const std::string frame = writer.finish();
        EXPECT_EQ(frame.size() % 4, 0U);
        const Result<std::vector<Section>> sections = read_frame(frame);
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
    std::string out;
    append_u32(out, 0xF1E2D3C4U);
    EXPECT_EQ(out, "\xC4\xD3\xE2\xF1");
    EXPECT_EQ(read_u32("\0\xC4\xD3\xE2\xF1"sv, 1), 0xF1E2D3C4U);
}

TEST(Frame, SizesThatDoNotAddUpAreRefused) {
    FrameWriter writer;
    writer.add(1, "abc");
    writer.add(2, "defgh");
    const std::string good = writer.finish();
    ASSERT_TRUE(read_frame(good));
    for (std::size_t size = 0; size < good.size(); ++size) {
        const Result<std::vector<Section>> cut = read_frame(std::string_view(good).substr(0, size));
        ASSERT_FALSE(cut) << size;
        EXPECT_EQ(cut.error().code, Code::bad_request);
    }
    EXPECT_FALSE(read_frame(good + "x"));
    EXPECT_FALSE(read_frame("\x01\0\0\0\x01\0\0\0\xFF\xFF\xFF\xFF"sv));
    EXPECT_FALSE(read_frame("\x01\0\0\0\x01\0\0\0\xFD\xFF\xFF\xFF"sv));
    EXPECT_FALSE(read_frame("\xFF\xFF\xFF\xFF"sv));
    EXPECT_TRUE(read_frame("\0\0\0\0"sv));
}

TEST(Frame, MutationsNeverReadOutside) {
    FrameWriter writer;
    writer.add(1, "an article");
    writer.add(5, "en");
    writer.add(2, "");
    const std::string good = writer.finish();
    std::mt19937 random(1);
    for (int round = 0; round < 20'000; ++round) {
        std::string bad = good.substr(0, random() % (good.size() + 1));
        for (int i = 0; i < 3 && !bad.empty(); ++i) bad[random() % bad.size()] = static_cast<char>(random());
        const std::unique_ptr<char[]> block(new char[bad.size()]);
        if (!bad.empty()) std::memcpy(block.get(), bad.data(), bad.size());
        const std::string_view exact(block.get(), bad.size());
        const Result<std::vector<Section>> sections = read_frame(exact);
        if (!sections) continue;
        for (const Section& section : *sections) {
            EXPECT_GE(section.bytes.data(), exact.data());
            EXPECT_LE(section.bytes.data() + section.bytes.size(), exact.data() + exact.size());
        }
    }
}

}  // namespace
}  // namespace longread
