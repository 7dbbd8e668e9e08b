// The bytes of a shard or of a list of fresh stories (model/archive_files.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/archive/write_archive.h"
#include "model/archive_files.h"

namespace longread {

// The head of 24 bytes with what makes the file whole: given the bytes that follow it.
std::string with_archive_head(ArchiveFile kind, std::uint32_t build, std::uint32_t number,
                              std::string_view body);

// What stands in a shard: at most 255 cards, the own ones first; for each of these the cards related to it.
struct ShardContent {
    std::vector<std::uint32_t> cards;  // numbers of stories
    std::size_t own = 0;
    // By own story; `story` is the place among the cards.
    std::vector<std::vector<ArchiveNeighbour>> lists;
};

// The file, without its head. Texts are cut where they are longer than a card shows.
std::string write_shard_body(const ShardContent& content, const ArchiveStories& stories,
                             std::uint32_t dek_bytes);

// How long a story's card is in there, about, before it is compressed.
std::uint32_t card_size(const ArchiveStory& story, std::uint32_t dek_bytes);

}  // namespace longread
