#include "model/archive_files.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace longread {
namespace {

std::string path_of(ArchiveFile kind, std::uint32_t number) {
    TextBuffer out;
    append_archive_path(out, kind, number);
    return std::string(out.view());
}

std::string slug_of(std::string_view title) {
    TextBuffer out;
    append_slug(out, title);
    return std::string(out.view());
}

TEST(ArchiveFiles, StandInFoldersOfAtMost256) {
    EXPECT_EQ(path_of(ArchiveFile::directory, 0x3FA), "d/3/fa.lra");
    EXPECT_EQ(path_of(ArchiveFile::directory, 0xFFF), "d/f/ff.lra");
    EXPECT_EQ(path_of(ArchiveFile::shard, 0), "s/00/00.lra");
    EXPECT_EQ(path_of(ArchiveFile::shard, 0x9C4F), "s/9c/4f.lra");
    EXPECT_EQ(path_of(ArchiveFile::shard, 0x1'0203), "s/01/02/03.lra");
    EXPECT_EQ(path_of(ArchiveFile::fresh, 0x5C), "f/5c.lra");
}

TEST(ArchiveFiles, MarksNameTheBuildAndTheChange) {
    TextBuffer out;
    append_archive_mark(out, 0xC0FFEE, 2);
    EXPECT_EQ(out.view(), "?m=00c0ffee-2");
}

// What they are once and for all: files that are out there are found by them.
TEST(ArchiveFiles, HashesStay) {
    EXPECT_EQ(archive_hash("s0", "https://a.example/"), archive_hash("", "s0"));
    EXPECT_EQ(archive_hash("", ""), 0x8570'E254'50BB'D481U);
    EXPECT_EQ(archive_hash("s0000042", ""), 0x9FB7'BD1A'0DF4'D155U);
    EXPECT_EQ(archive_check_of(archive_hash("s0000042", ""), 7), 0x3395U);
    EXPECT_EQ(archive_fresh_of("World"), 4U);
}

TEST(ArchiveFiles, NumberedIdsSpreadOverAllDirectories) {
    std::vector<int> counts(archive_directories);
    for (int i = 0; i < 409'600; ++i)
        ++counts[archive_directory_of(archive_hash("s" + std::to_string(i), ""))];
    for (const int count : counts) {
        EXPECT_GT(count, 50);
        EXPECT_LT(count, 160);
    }
}

TEST(ArchiveFiles, AnotherSaltPartsWhatHasTheSameCheck) {
    std::set<std::uint16_t> seen[2];
    int same = 0;
    int still_same = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t hash = archive_hash(std::to_string(i), "");
        const bool is_same = !seen[0].insert(archive_check_of(hash, 0)).second;
        const bool is_same_again = !seen[1].insert(archive_check_of(hash, 1)).second;
        same += is_same ? 1 : 0;
        still_same += is_same && is_same_again ? 1 : 0;
    }
    EXPECT_GT(same, 2'000);
    EXPECT_LT(still_same, same / 4);
}

TEST(ArchiveFiles, SlugsAreAsMostSystemsMakeThem) {
    EXPECT_EQ(slug_of("Don\u2019t look now: it's 42% off!"), "dont-look-now-its-42-off");
    EXPECT_EQ(slug_of("  -- A --  "), "a");
    EXPECT_EQ(slug_of("\u6771\u4EAC"), "");
    EXPECT_EQ(slug_of(""), "");
}

}  // namespace
}  // namespace longread
