// What a reader's own device remembers for the next page view, and what nobody else ever learns: which
// stories were read, and on which day. The page keeps it as a document,
// {"longread":1,"read":{"1f00c3a7":20782}}: of a story the hash of its address, so that it can be met again
// but not read off; of the reader nothing.
#pragma once

#include <cstdint>

#include "base/text_buffer.h"
#include "model/surroundings.h"

namespace longread {

// What a document may hold: entries of at most 17 bytes stay below the 16 KiB that notes/security.md (section
// 6) has for a record in the browser's storage, and leave room for what else may come to stand in it.
inline constexpr std::size_t most_read_stories = 400;
inline constexpr std::uint32_t most_state_bytes = 16U << 10U;

struct ReadStory {
    std::uint32_t key = 0;  // hash_address of its URL, or of its id where it has no URL
    std::int32_t day = 0;   // since 1970-01-01
};

struct ReaderState {
    List<ReadStory> read;  // oldest first, each story once
};

// FNV-1a, 32 bits: two of 400 stories meet once in 50,000 readers, and all that comes of it is a wrong mark.
std::uint32_t hash_address(std::string_view address);

// The document, without a byte that could be left out.
void append_reader_state(TextBuffer& out, const ReaderState& state);

}  // namespace longread
