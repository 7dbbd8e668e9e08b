#include "decide/keep_history.h"

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
    if (address.empty() || !now) return std::nullopt;
    const ReadStory added{hash_address(address), static_cast<std::int32_t>(now->seconds / 86400)};
    ReaderState after;
    for (const ReadStory& known : state.read) {
        if (known.key == added.key && known.day == added.day) return std::nullopt;
        if (known.key != added.key && known.day > added.day - days_kept) after.read.add(known, arena);
    }
    after.read.add(added, arena);
    if (after.read.size() <= most_read_stories) return after;
    ReaderState newest;
    for (std::size_t i = after.read.size() - most_read_stories; i < after.read.size(); ++i)
        newest.read.add(after.read[i], arena);
    return newest;
}

void mark_read(List<Card>& cards, const ReaderState& state) {
    for (Card& card : cards) card.is_read = holds(state, card.url) || holds(state, card.id);
}

}  // namespace longread
