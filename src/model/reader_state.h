// What a reader's own device remembers for the next page view, and what nobody else ever learns: which
// stories were read, and on which day; how many in which week; what was asked, and what the reader said to
// it. The page keeps it as a document, of which what says nothing is left out:
//
//     {"longread":1,"read":{"1f00c3a7":20782},"weeks":{"20780":[3,4660,2]},"asks":[[29926080,0,1234]],
//      "counts":false,"donated":29926080,"silent":29926080,"subscribed":[1234],"draw":40000}
//
// A week is {Monday: [articles, then for each tag its number and its articles]}; an ask is [minute, kind with
// 4 added where it was dismissed, campaign]. Of a story, a tag, a campaign or a list there is the hash, so
// that it can be met again but not read off; of the reader nothing.
#pragma once

#include <cstdint>
#include <optional>

#include "base/text_buffer.h"
#include "model/campaign.h"
#include "model/surroundings.h"

namespace longread {

// What a document may hold: 400 stories of 17 bytes, 52 weeks of 102, 64 asks of 24 and some more stay below
// the 16 KiB that notes/security.md (section 6) has for a record in the browser's storage.
inline constexpr std::size_t most_read_stories = 400;
inline constexpr std::uint32_t most_state_bytes = 16U << 10U;
inline constexpr std::size_t most_weeks = 52;
inline constexpr std::size_t most_week_tags = 8;
inline constexpr std::uint16_t most_week_count = 9999;
inline constexpr std::uint16_t most_tag_count = 999;
inline constexpr std::size_t most_asks = 64;
inline constexpr std::size_t most_lists = 16;
// So few that a draw tells nobody apart.
inline constexpr std::uint32_t draws = 1U << 16U;

// Added to the number of an ask's kind in the document, where it was dismissed.
inline constexpr std::int64_t dismissed_mark = 4;

struct ReadStory {
    std::uint32_t key = 0;  // hash_address of its URL, or of its id where it has no URL
    std::int32_t day = 0;   // since 1970-01-01, in the reader's zone
};

// What happened to an ask.
struct AskEvent {
    std::int64_t minute = 0;  // since 1970-01-01T00:00Z, by the clock of that moment
    AskKind kind = AskKind::donation;
    std::uint32_t campaign = 0;  // hash_address of its id
    bool dismissed = false;      // "not now"; else: seen
};

struct TagCount {
    std::uint16_t tag = 0;  // the low half of hash_address of the tag, in lower case
    std::uint16_t count = 0;
};

// Stories read in a week, each once.
struct ReadWeek {
    std::int32_t monday = 0;  // day since 1970-01-01, in the reader's zone
    std::uint16_t count = 0;
    List<TagCount> tags;
};

struct ReaderState {
    List<ReadStory> read;                 // oldest first, each story once
    List<ReadWeek> weeks;                 // oldest first
    List<AskEvent> asks;                  // in the order in which they happened
    bool counts = true;                   // false: the reader wants no articles to be counted
    std::optional<std::int64_t> donated;  // minute
    std::optional<std::int64_t> silent;   // minute of "do not ask me"
    List<std::uint32_t> subscribed;       // hash_address of newsletters' lists
    std::optional<std::uint32_t> draw;    // a random number below draws, for experiments
};

// FNV-1a, 32 bits: two of 400 stories meet once in 50,000 readers, and all that comes of it is a wrong mark.
std::uint32_t hash_address(std::string_view address);

// The document, without a byte that could be left out.
void append_reader_state(TextBuffer& out, const ReaderState& state);

}  // namespace longread
