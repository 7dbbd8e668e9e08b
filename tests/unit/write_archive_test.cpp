#include "app/archive/write_archive.h"

#include <gtest/gtest.h>

#include <set>

#include "app/archive/compressed_size.h"
#include "made_archive.h"
#include "read/read_archive.h"

namespace longread {
namespace {

constexpr std::string_view base = "https://news.example/a";

struct Published {
    Files files;
    ArchiveLayout layout;
};

Published publish(const MadeArchive& archive, const ArchiveOptions& options = {}) {
    Published out;
    EXPECT_TRUE(write_archive(archive.view(), options, keep_in(out.files), out.layout));
    return out;
}

// As a page does: by its directory file, then by its shard.
Result<List<ScoredCard>> related(const Files& files, std::string_view id, Arena& arena) {
    const std::uint64_t hash = archive_hash(id, {});
    const auto shard =
        find_archive_shard(files.at(path_of(ArchiveFile::directory, archive_directory_of(hash))), hash);
    if (!shard) return shard.error();
    if (!*shard) return Error{Code::archive_stale, {}, 0, 0, 0, "not in the directory"};
    return read_archive_shard(files.at(path_of(ArchiveFile::shard, (*shard)->number)), id, {}, base, arena);
}

TEST(WriteArchive, EveryStoryIsFoundWithWhatIsRelatedToIt) {
    const MadeArchive archive(500);
    const Published out = publish(archive);
    for (std::uint32_t i = 0; i < 500; ++i) {
        Arena arena;
        const auto cards = related(out.files, archive.stories[i].id, arena);
        ASSERT_TRUE(cards) << i << " " << cards.error().detail;
        ASSERT_GE(cards->size(), std::min<std::size_t>(10, archive.neighbours[i].size())) << i;
        EXPECT_LE(cards->size(), 16U);
        // The nearest, in their order.
        for (std::size_t k = 0; k < 4 && k < archive.neighbours[i].size(); ++k) {
            const MadeStory& wanted = archive.stories[archive.neighbours[i][k].story];
            const ScoredCard& one = (*cards)[k];
            EXPECT_EQ(one.card.id, wanted.id);
            EXPECT_EQ(one.card.url, wanted.url);
            EXPECT_EQ(one.card.title, wanted.title);
            EXPECT_EQ(one.card.image.src, wanted.image);
            EXPECT_EQ(one.card.series, wanted.series);
            EXPECT_EQ(one.card.kicker[0].label, wanted.section);
            EXPECT_EQ(one.card.tags.size(), 2U);
            EXPECT_EQ(one.card.tags[1], MadeArchive::word(archive.neighbours[i][k].story));
            EXPECT_EQ(one.card.published->seconds, wanted.published / 60 * 60);
            EXPECT_NEAR(one.score, archive.neighbours[i][k].score, 4);
            EXPECT_TRUE(one.card.teaser.empty());
        }
    }
}

TEST(WriteArchive, NoShardIsLargerThanItMayBe) {
    const MadeArchive archive(3000);
    ArchiveOptions options;
    options.full_shard = 2900;
    options.largest_shard = 3200;
    const Published out = publish(archive, options);
    std::size_t shards = 0;
    std::size_t full = 0;
    for (const auto& [path, bytes] : out.files) {
        if (path[0] == 'd') EXPECT_LE(bytes.size(), std::size_t{1400}) << path;
        if (path[0] == 'f') EXPECT_LE(compressed_size(bytes), options.largest_fresh) << path;
        if (path[0] != 's') continue;
        ++shards;
        EXPECT_LE(compressed_size(bytes), options.largest_shard) << path;
        if (compressed_size(bytes) * 10 > options.full_shard * 9UL) ++full;
    }
    EXPECT_EQ(shards, out.layout.marks.size());
    EXPECT_GE(full * 10, shards * 8);
    EXPECT_LT(shards, 150U);
}

TEST(WriteArchive, TheSameStoriesGiveTheSameFiles) {
    const MadeArchive archive(300);
    EXPECT_EQ(publish(archive).files, publish(archive).files);
    EXPECT_NE(publish(MadeArchive(299)).layout.build, publish(archive).layout.build);
}

TEST(WriteArchive, LongCardsLeaveLists) {
    MadeArchive archive(40);
    for (std::uint32_t i = 0; i < 40; ++i) {
        std::string noise;
        for (std::uint32_t k = 0; k < 600; ++k) noise += MadeArchive::word(i * 1000 + k);
        archive.stories[i].url = "https://news.example/" + noise.substr(0, 2000);
        archive.stories[i].image = "https://news.example/" + noise.substr(1500, 2000);
    }
    const ArchiveOptions options;
    const Published out = publish(archive, options);
    for (const auto& [path, bytes] : out.files) {
        if (path[0] == 's') EXPECT_LE(compressed_size(bytes), options.largest_shard) << path;
    }
    Arena arena;
    EXPECT_TRUE(related(out.files, "s7", arena));
}

TEST(WriteArchive, CopiesNeverStandBesideTheirStory) {
    MadeArchive archive(24);
    archive.stories[0].copies = archive.stories[1].copies = 5;
    archive.stories[2].copies = archive.stories[3].copies = 9;
    const Published out = publish(archive);
    Arena arena;
    const auto cards = related(out.files, "s0", arena);
    ASSERT_TRUE(cards);
    std::uint32_t groups[2] = {};
    for (const ScoredCard& one : *cards) {
        EXPECT_NE(one.card.id, "s1");
        if (one.card.id == "s2") groups[0] = one.copies;
        if (one.card.id == "s3") groups[1] = one.copies;
        if (one.card.id == "s4") EXPECT_EQ(one.copies, 0U);
    }
    EXPECT_NE(groups[0], 0U);
    EXPECT_EQ(groups[0], groups[1]);
}

TEST(WriteArchive, AStoryWithoutAnIdGoesByItsUrl) {
    MadeArchive archive(24);
    archive.stories[3].id = "";
    archive.stories[4].id = archive.stories[4].url;
    const Published out = publish(archive);
    for (const std::uint32_t i : {3U, 4U}) {
        const std::string& url = archive.stories[i].url;
        const std::uint64_t hash = archive_hash({}, url);
        const auto shard = find_archive_shard(
            out.files.at(path_of(ArchiveFile::directory, archive_directory_of(hash))), hash);
        ASSERT_TRUE(shard && *shard);
        Arena arena;
        const std::string& file = out.files.at(path_of(ArchiveFile::shard, (*shard)->number));
        EXPECT_TRUE(read_archive_shard(file, {}, url, base, arena));
        EXPECT_EQ(read_archive_shard(file, {}, url + "x", base, arena).error().code, Code::archive_stale);
    }
}

TEST(WriteArchive, DeksStandInCardsWhereTheyAreWanted) {
    const MadeArchive archive(24);
    ArchiveOptions options;
    options.dek_bytes = 20;
    const Published out = publish(archive, options);
    Arena arena;
    const auto cards = related(out.files, "s0", arena);
    ASSERT_TRUE(cards);
    EXPECT_EQ((*cards)[0].card.teaser[0], archive.stories[1].dek.substr(0, 20));
}

TEST(WriteArchive, ASectionHasItsFreshStories) {
    const MadeArchive archive(300);
    const Published out = publish(archive);
    Arena arena;
    const auto cards = read_archive_fresh(
        out.files.at(path_of(ArchiveFile::fresh, archive_fresh_of("Section 2"))), base, arena);
    ASSERT_TRUE(cards);
    ASSERT_GT(cards->size(), 5U);
    for (std::size_t i = 1; i < cards->size(); ++i)
        EXPECT_GE((*cards)[i - 1].card.published->seconds, (*cards)[i].card.published->seconds);
    EXPECT_FALSE((*cards)[0].card.teaser.empty());
}

TEST(WriteArchive, TheManifestSaysWhatThereIs) {
    const Published out = publish(MadeArchive(30));
    EXPECT_EQ(out.files.at("manifest.json").substr(0, 30), R"({"longread_archive":1,"build":)");
    EXPECT_NE(out.files.at("manifest.json").find(R"("stories":30,)"), std::string::npos);
}

TEST(WriteArchive, ASinkThatRefusesEndsIt) {
    const MadeArchive archive(100);
    for (const char kind : {'s', 'd', 'f', 'm'}) {
        ArchiveLayout layout;
        const ArchiveSink sink = [kind](std::string_view path, std::string_view) { return path[0] != kind; };
        EXPECT_FALSE(write_archive(archive.view(), {}, sink, layout)) << kind;
    }
}

TEST(WriteArchive, NoStoriesAreAnArchiveToo) {
    const Published out = publish(MadeArchive(0));
    EXPECT_EQ(out.layout.marks.size(), 0U);
    EXPECT_EQ(out.files.size(), 4096U + 1U);
}

TEST(UpdateArchive, NothingChangedWritesTheManifestAlone) {
    const MadeArchive archive(300);
    Published out = publish(archive);
    const Files before = out.files;
    Files changed;
    ASSERT_TRUE(update_archive(archive.view(), {}, {}, keep_in(changed), out.layout));
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed.at("manifest.json"), before.at("manifest.json"));
}

TEST(UpdateArchive, NewStoriesAreFoundAndFewFilesChange) {
    MadeArchive archive(4000);
    ArchiveOptions options;
    options.full_shard = 2900;
    options.largest_shard = 3200;
    Published out = publish(archive, options);
    const std::size_t shards = out.layout.marks.size();
    for (int i = 0; i < 30; ++i) archive.add();
    const auto before = archive.neighbours;
    archive.link();
    ArchiveChanges changes;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        if (before[i].size() != archive.neighbours[i].size()) changes.lists.push_back(i);
    }
    Files changed;
    ASSERT_TRUE(update_archive(archive.view(), changes, options, keep_in(changed), out.layout));
    const auto written =
        std::count_if(changed.begin(), changed.end(), [](const auto& file) { return file.first[0] == 's'; });
    EXPECT_LT(static_cast<std::size_t>(written), shards / 3);
    for (const auto& [path, bytes] : changed) out.files[path] = bytes;
    for (std::uint32_t i = 0; i < 4030; ++i) {
        Arena arena;
        const auto cards = related(out.files, archive.stories[i].id, arena);
        ASSERT_TRUE(cards) << i << " " << cards.error().detail;
        EXPECT_EQ((*cards)[0].card.id, archive.stories[archive.neighbours[i][0].story].id);
    }
    for (const auto& [path, bytes] : out.files) {
        if (path[0] == 's') EXPECT_LE(compressed_size(bytes), options.largest_shard) << path;
    }
}

TEST(UpdateArchive, AChangedCardChangesEveryShardThatShowsIt) {
    MadeArchive archive(600);
    Published out = publish(archive);
    const std::string old = archive.stories[50].title;
    archive.stories[50].title = "Something else altogether";
    Files changed;
    ASSERT_TRUE(update_archive(archive.view(), {{50}, {}}, {}, keep_in(changed), out.layout));
    for (const auto& [path, bytes] : changed) out.files[path] = bytes;
    std::size_t shown = 0;
    for (const auto& [path, bytes] : out.files) {
        EXPECT_EQ(bytes.find(old), std::string::npos) << path;
        if (path[0] == 's' && bytes.find("Something else altogether") != std::string::npos) {
            ++shown;
            EXPECT_EQ(changed.count(path), 1U);
        }
    }
    EXPECT_GT(shown, 0U);
}

TEST(UpdateArchive, AChangedShardHasAnotherMark) {
    MadeArchive archive(600);
    Published out = publish(archive);
    const std::uint32_t number = out.layout.shard_of[50];
    const std::uint64_t hash = archive_hash("s50", {});
    const auto mark = [&] {
        return (*find_archive_shard(out.files.at(path_of(ArchiveFile::directory, archive_directory_of(hash))),
                                    hash))
            ->mark;
    };
    EXPECT_EQ(mark(), 0);
    archive.stories[50].title = "Something else";
    ASSERT_TRUE(update_archive(archive.view(), {{50}, {}}, {}, keep_in(out.files), out.layout));
    EXPECT_EQ(out.layout.shard_of[50], number);
    EXPECT_EQ(mark(), 1);
}

TEST(UpdateArchive, AStoryThatHasGoneIsShownNowhere) {
    MadeArchive archive(600);
    Published out = publish(archive);
    archive.stories[50].url = "";
    ASSERT_TRUE(update_archive(archive.view(), {{50}, {}}, {}, keep_in(out.files), out.layout));
    Arena arena;
    EXPECT_EQ(related(out.files, "s50", arena).error().code, Code::archive_stale);
    for (std::uint32_t i = 0; i < 600; ++i) {
        if (i == 50) continue;
        const auto cards = related(out.files, archive.stories[i].id, arena);
        ASSERT_TRUE(cards) << i;
        for (const ScoredCard& one : *cards) EXPECT_NE(one.card.id, "s50");
    }
}

TEST(ArchiveLayout, ComesBackFromItsBytes) {
    const Published out = publish(MadeArchive(300));
    const std::string bytes = pack_layout(out.layout);
    ArchiveLayout again;
    ASSERT_TRUE(unpack_layout(bytes, again));
    EXPECT_EQ(pack_layout(again), bytes);
    EXPECT_EQ(again.shard_of, out.layout.shard_of);
    for (std::size_t size = 0; size < bytes.size(); size += 97) {
        EXPECT_FALSE(unpack_layout(bytes.substr(0, size), again));
    }
    std::string changed = bytes;
    changed[100] = static_cast<char>(changed[100] ^ 1);
    EXPECT_FALSE(unpack_layout(changed, again));
}

}  // namespace
}  // namespace longread
