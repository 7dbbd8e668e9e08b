// The static files of the related-stories archive: what they are called and how they are laid out. A page
// asks for two of them: the directory file of its story says which shard the story is in, and that shard has
// what is shown of the stories related to it. app/archive/FORMAT.md says why they are as they are.
//
// All numbers are little endian. Every file but the manifest begins with a head of 24 bytes:
//
//      0  "LRAd" (directory), "LRAs" (shard) or "LRAf" (fresh)
//      4  u32 version of the format
//      8  u32 size of the file
//     12  u32 CRC-32 of all that follows
//     16  u32 build: number of the full build that the file goes back to
//     20  u32 number of the file
//
// Directory, d/h/hh.lra, 4096 of them: a story is in the one whose number its hash begins with.
//     24  u8 salt, u8 width of a shard's number in bytes (1 to 3), u16 count; then columns of a byte for each
//     entry: 28  steps from check to check, low and high bytes (checks rise; each step is one less than
//     written, from -1),
//         shards' numbers (width columns, low bytes first), marks
//
// Shard, s/hh/hh.lra?m=BUILD-MARK (s/hh/hh/hh.lra past 65,536), and fresh, f/hh.lra, which has no stories of
// its own:
//     24  u8 own, u8 cards (the own ones first), u8 words, u8 nothing yet: 0
//     28  columns, a byte for each card unless they say otherwise:
//         minutes since 1970, as the step from the card before (variable length, zigzag; the first from 0)
//         group of near copies; section, series, language: number of a word, from 1; 0: none
//         how many tags; then all tags: numbers of words, from 1
//         for each own story, how many stories are related to it; then the cards of all these, nearest first;
//         then their scores in fourths of a thousandth, as what is left of 250, or of the score before lines
//         of text, each ended by U+000A: the words; then ids, titles, URLs, images' URLs and deks of the
//         cards. A story without an id goes by its URL
//
// In the URLs these bytes stand for what the card says elsewhere: 1 the slug of its title, 2 and a byte the
// first (byte - 0x20) bytes of that, 3 its day as 2021/07/30, 4 its id.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text_buffer.h"
#include "model/surroundings.h"

namespace longread {

inline constexpr std::uint32_t archive_format_version = 1;
inline constexpr std::uint32_t archive_head_size = 24;
inline constexpr std::uint32_t archive_directories = 4096;
inline constexpr std::uint32_t archive_fresh_lists = 256;
// Of a date, before and after 1970: the year 9999.
inline constexpr std::int64_t archive_most_minutes = 253'402'300'799 / 60;

enum class ArchiveFile : char { directory = 'd', shard = 's', fresh = 'f' };

// "d/3/fa.lra", "s/12/04.lra", "f/5c.lra": never more than 256 files in a folder.
void append_archive_path(TextBuffer& out, ArchiveFile kind, std::uint32_t number);
// The change mark for the query of a shard's URL: "?m=00c0ffee-2".
void append_archive_mark(TextBuffer& out, std::uint32_t build, std::uint8_t mark);

// What a story is looked up by: its id, or its URL where it has none. FNV-1a, 64 bits, mixed once more.
std::uint64_t archive_hash(std::string_view id, std::string_view url);
// Number of its directory file, and what it is told from others by in there; the salt is chosen so that no
// two stories of a file have the same (past some 4,000,000 stories a few may, and only the first of these is
// there).
std::uint32_t archive_directory_of(std::uint64_t hash);
std::uint16_t archive_check_of(std::uint64_t hash, std::uint8_t salt);
// Number of the list of fresh stories for a section.
std::uint32_t archive_fresh_of(std::string_view section);

// Appends the title as most systems make a URL of it: ASCII letters, small, and digits; a hyphen for all
// between them but apostrophes.
void append_slug(TextBuffer& out, std::string_view title);

}  // namespace longread
