// The related-stories archive as static files, from stories whose neighbours are known: what a build of the
// archive hands over, and what it gets. Native only. model/archive_files.h has the formats of the files,
// read/read_archive.h reads them.
//
//     ArchiveStories stories{count, story_at, neighbours_at};
//     ArchiveLayout layout;
//     bool written = write_archive(stories, options, sink, layout);     // a full build
//     written = update_archive(stories, changes, options, sink, layout); // later: only what has changed
//
// Nothing here reads or writes files: each is given to `sink` as a path ("s/1f/00a31f") and its bytes, the
// manifest last. The same stories give the same files.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longread {

// What is shown of a story, and what tells it from others. Texts are tidied (base/tidy_text.h), URLs absolute
// or relative to the pages. Its number is its place among the stories: it stays the same from one update to
// the next, new stories come at the end, and one that has gone keeps its number with an empty URL.
struct ArchiveStory {
    std::string_view id;  // no two stories have the same; empty: the URL stands for it
    std::string_view url;
    std::string_view title;
    std::string_view dek;
    std::string_view image;  // URL
    std::string_view section;
    std::string_view series;
    std::string_view tags;       // one a line
    std::string_view lang;       // BCP 47
    std::int64_t published = 0;  // seconds since 1970; 0: not known
    std::uint32_t copies = 0;    // number of its group of near copies; 0: none
};

struct ArchiveNeighbour {
    std::uint32_t story = 0;
    std::uint16_t score = 0;  // 0 to 1000
};

// Asked for as they are needed, in any order and more than once, so that they may live wherever they like.
struct ArchiveStories {
    std::uint32_t count = 0;
    // The views are valid until the function is called again.
    std::function<ArchiveStory(std::uint32_t story)> story;
    // Best first, at most 24, never the story itself; valid until the function is called again.
    std::function<std::span<const ArchiveNeighbour>(std::uint32_t story)> neighbours;
};

struct ArchiveOptions {
    std::uint32_t analyser = 1;  // version of the analyser that found the neighbours; told by the manifest
    // Largest shard, and how full a full build makes one so that stories may join it later: bytes of brotli
    // at quality 5, as a server prints it while it serves; at quality 11 it is a tenth less.
    std::uint32_t largest_shard = 6'800;
    std::uint32_t full_shard = 6'400;
    std::uint32_t largest_fresh = 2'000;  // list of fresh stories, counted alike
    // Neighbours that a story is given, as far as there are cards of them in its shard; so many of the
    // nearest have one in any case, and of the others as many as make a list of `least_listed`.
    std::uint32_t listed = 16;
    std::uint32_t sure_listed = 10;
    std::uint32_t least_listed = 12;
    std::uint32_t dek_bytes = 0;  // of a dek in a shard's card, 0 to 255: each costs half of a card more
    std::uint32_t fresh_dek_bytes =
        120;  // in lists of fresh stories, which are ranked by title, dek and tags
};

// Takes a file; false: it could not be kept, and nothing more comes.
using ArchiveSink = std::function<bool(std::string_view path, std::string_view bytes)>;

// Which story is in which shard. An update needs the layout of the build before it; pack_layout makes bytes
// of it for a work folder.
struct ArchiveLayout {
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    std::uint32_t build = 0;              // number of the full build that it goes back to
    std::vector<std::uint32_t> shard_of;  // by story; none: it has gone
    std::vector<std::uint8_t> marks;      // by shard: how often it has changed since, modulo 256
    // Of the files, by number: so that only those that differ are written.
    std::vector<std::uint32_t> checksums, directories, fresh;
};

std::string pack_layout(const ArchiveLayout& layout);
// False where the bytes are no layout.
bool unpack_layout(std::string_view bytes, ArchiveLayout& layout);

// What has changed since the layout was made. Stories past its end are new without being named.
struct ArchiveChanges {
    std::vector<std::uint32_t> cards;  // what is shown of them, or they have gone: all shards that show them
    std::vector<std::uint32_t> lists;  // their neighbours: the shards that they are in
};

// All files. False where the sink refused one.
bool write_archive(const ArchiveStories& stories, const ArchiveOptions& options, const ArchiveSink& sink,
                   ArchiveLayout& layout);

// Only the files that differ: shards, then directory files and lists of fresh stories, then the manifest. A
// new story joins the shard of its nearest neighbour where there is room, else a new one.
bool update_archive(const ArchiveStories& stories, const ArchiveChanges& changes,
                    const ArchiveOptions& options, const ArchiveSink& sink, ArchiveLayout& layout);

}  // namespace longread
