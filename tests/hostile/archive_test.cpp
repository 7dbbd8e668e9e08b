// Files of the related-stories archive, cut, changed and made up: they are read as they were, or refused.
#include <gtest/gtest.h>

#include "../unit/made_archive.h"
#include "../unit/test_arena.h"
#include "app/archive/shard_file.h"
#include "base/checksum.h"
#include "read/read_archive.h"

namespace longread {
namespace {

constexpr std::string_view base = "https://news.example/a";

const Files& files() {
    static const Files all = [] {
        const MadeArchive archive(60);
        Files out;
        ArchiveLayout layout;
        write_archive(archive.view(), {}, keep_in(out), layout);
        return out;
    }();
    return all;
}

const std::uint64_t hash = archive_hash("s7", {});
const std::string& directory() {
    return files().at(path_of(ArchiveFile::directory, archive_directory_of(hash)));
}
const std::string& shard() { return files().at("s/00/00.lra"); }
const std::string& fresh() { return files().at(path_of(ArchiveFile::fresh, archive_fresh_of("Section 1"))); }

// The code of the error, or stale_campaign for none.
constexpr Code fine = Code::stale_campaign;

Code code_of_directory(std::string_view file) {
    const auto found = find_archive_shard(file, hash);
    return found ? fine : found.error().code;
}
Code code_of_shard(std::string_view file) {
    Arena arena;
    const auto cards = read_archive_shard(file, "s7", {}, base, arena);
    return cards ? fine : cards.error().code;
}
Code code_of_fresh(std::string_view file) {
    Arena arena;
    const auto cards = read_archive_fresh(file, base, arena);
    return cards ? fine : cards.error().code;
}

struct Kind {
    const char* name;
    const std::string& (*file)();
    Code (*read)(std::string_view file);
    ArchiveFile kind;
};

constexpr Kind kinds[] = {{"directory", directory, code_of_directory, ArchiveFile::directory},
                          {"shard", shard, code_of_shard, ArchiveFile::shard},
                          {"fresh", fresh, code_of_fresh, ArchiveFile::fresh}};

class HostileArchive : public testing::TestWithParam<Kind> {
  protected:
    const std::string& file() { return GetParam().file(); }
    Code read(std::string_view bytes) { return GetParam().read(bytes); }
    // Made whole again after a change to its body.
    std::string sealed(std::string_view bytes) {
        return with_archive_head(GetParam().kind, 1, archive_directory_of(hash),
                                 bytes.substr(archive_head_size));
    }
};

TEST_P(HostileArchive, IsReadAsItWasWritten) { EXPECT_EQ(read(file()), fine); }

TEST_P(HostileArchive, CutAnywhereIsRefused) {
    for (std::size_t size = 0; size < file().size(); ++size) {
        // A copy of that length, so that a sanitizer sees what is read past its end.
        const std::vector<char> part(file().begin(), file().begin() + static_cast<std::ptrdiff_t>(size));
        ASSERT_EQ(read({part.data(), size}), Code::archive_refused) << size;
    }
    EXPECT_EQ(read(file() + "x"), Code::archive_refused);
}

TEST_P(HostileArchive, AnyByteChangedIsRefused) {
    for (std::size_t at = 0; at < file().size(); ++at) {
        std::string changed = file();
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        ASSERT_EQ(read(changed), Code::archive_refused) << at;
    }
}

TEST_P(HostileArchive, AnotherVersionIsRefusedWhateverFollows) {
    std::string other = file();
    other[4] = 2;
    EXPECT_EQ(read(other), Code::archive_refused);
}

TEST_P(HostileArchive, AnotherKindOfFileIsRefused) {
    for (const Kind& other : kinds) {
        if (other.kind != GetParam().kind) EXPECT_EQ(read(other.file()), Code::archive_refused) << other.name;
    }
    EXPECT_EQ(read("<!doctype html><title>Not found</title><p>404</p>"), Code::archive_refused);
}

// With a right checksum, as somebody could write it who means harm: no read past an end (sanitizers), and
// what comes out is whole.
TEST_P(HostileArchive, CutAnywhereAndSealedIsReadOrRefused) {
    for (std::size_t size = archive_head_size; size < file().size(); ++size) {
        const std::string cut = sealed(std::string_view(file()).substr(0, size));
        const std::vector<char> part(cut.begin(), cut.end());
        const Code code = read({part.data(), part.size()});
        ASSERT_EQ(code, Code::archive_refused) << size;
    }
}

TEST_P(HostileArchive, AnyByteChangedAndSealedIsReadOrRefused) {
    for (std::size_t at = archive_head_size; at < file().size(); ++at) {
        for (const int value : {0, 1, 0x0A, 0x7F, 0x80, 0xFF}) {
            std::string changed = file();
            changed[at] = static_cast<char>(value);
            const Code code = read(sealed(changed));
            ASSERT_TRUE(code == fine || code == Code::archive_refused || code == Code::archive_stale) << at;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, HostileArchive, testing::ValuesIn(kinds),
                         [](const auto& kind) { return std::string(kind.param.name); });

TEST(HostileArchiveFiles, TheDirectoryFileOfAnotherStoryIsRefused) {
    const std::uint64_t other = archive_hash("s8", {});
    ASSERT_NE(archive_directory_of(other), archive_directory_of(hash));
    EXPECT_EQ(code_of_directory(files().at(path_of(ArchiveFile::directory, archive_directory_of(other)))),
              Code::archive_refused);
}

TEST(HostileArchiveFiles, AShardWithoutTheStoryIsStale) {
    Arena arena;
    EXPECT_EQ(read_archive_shard(shard(), "gone", {}, base, arena).error().code, Code::archive_stale);
}

TEST(HostileArchiveFiles, URLsThatAreNotOfTheWebCostTheirCards) {
    MadeArchive archive(12);
    archive.stories[1].url = "javascript:alert(1)";
    archive.stories[2].url = "https://user:pass@news.example/";
    archive.stories[3].image = "data:image/svg+xml,<svg onload=alert(1)>";
    Files out;
    ArchiveLayout layout;
    ASSERT_TRUE(write_archive(archive.view(), {}, keep_in(out), layout));
    Arena arena;
    const auto cards = read_archive_shard(out.at("s/00/00.lra"), "s0", {}, base, arena);
    ASSERT_TRUE(cards);
    EXPECT_EQ(cards->size(), 9U);
    EXPECT_EQ((*cards)[0].card.id, "s3");
    EXPECT_EQ((*cards)[0].card.image.src, "");
}

TEST(HostileArchiveFiles, TextsOfAnyKindComeOutAsLines) {
    MadeArchive archive(12);
    archive.stories[1].title = std::string("Two\nlines\x01 and\0 more", 20);
    archive.stories[2].title = std::string(299, 'a') + "\u20AC";
    archive.stories[3].url = "https://news.example/\x01\x02!";
    Files out;
    ArchiveLayout layout;
    ASSERT_TRUE(write_archive(archive.view(), {}, keep_in(out), layout));
    Arena arena;
    const auto cards = read_archive_shard(out.at("s/00/00.lra"), "s0", {}, base, arena);
    ASSERT_TRUE(cards);
    EXPECT_EQ((*cards)[0].card.title, "Two lines  and  more");
    EXPECT_EQ((*cards)[1].card.title, std::string(299, 'a'));
    EXPECT_EQ((*cards)[2].card.url, "https://news.example/%20%20!");
}

}  // namespace
}  // namespace longread
