#include "decide/keep_history.h"

#include "decide/asking/ask_situation.h"
#include "decide/reading_weeks.h"

namespace longread {
namespace {

constexpr std::int32_t days_kept = 365;

bool holds(const ReaderState& state, std::string_view address) {
    if (address.empty()) return false;
    for (const ReadStory& story : state.read) {
        if (story.key == hash_address(address)) return true;
    }
    return false;
}

}  // namespace

std::optional<ReaderState> keep_history(const ReaderState& state, const Card& story,
                                        const std::optional<Timestamp>& now, Arena& arena) {
    const std::string_view address = story.url.empty() ? story.id : story.url;
    if (address.empty() || !is_asking_time(now)) return std::nullopt;
    const ReadStory added{hash_address(address), local_day(*now)};
    const std::int32_t monday = monday_of(*now);
    ReaderState after = state;
    after.read.clear();
    bool counts = state.counts;
    for (const ReadStory& known : state.read) {
        if (known.key == added.key && known.day == added.day) return std::nullopt;
        if (known.key != added.key && known.day > added.day - days_kept) after.read.add(known, arena);
        if (known.key == added.key && known.day >= monday) counts = false;
    }
    if (counts) count_article(after.weeks, monday, story.tags, arena);
    after.read.add(added, arena);
    if (after.read.size() <= most_read_stories) return after;
    List<ReadStory> newest;
    for (std::size_t i = after.read.size() - most_read_stories; i < after.read.size(); ++i)
        newest.add(after.read[i], arena);
    after.read = newest;
    return after;
}

void mark_read(List<Card>& cards, const ReaderState& state) {
    for (Card& card : cards) card.is_read = holds(state, card.url) || holds(state, card.id);
}

}  // namespace longread
