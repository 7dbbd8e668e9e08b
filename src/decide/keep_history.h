// What follows from a reader's history: stories that were read say so, and what is read now joins them.
#pragma once

#include <optional>

#include "model/reader_state.h"

namespace longread {

// The state after `story` was read at `now`: it stands last, what is older than a year is gone, and of more
// than most_read_stories the oldest. Unless the reader wants none to be counted, it counts in its week, once,
// with its tags. nullopt: there is nothing to remember, because the story has neither URL nor id, the time is
// not known or cannot be right (is_asking_time), or the story stands there with this day.
std::optional<ReaderState> keep_history(const ReaderState& state, const Card& story,
                                        const std::optional<Timestamp>& now, Arena& arena);

// Sets `is_read` of each card that the history has under its URL or its id.
void mark_read(List<Card>& cards, const ReaderState& state);

}  // namespace longread
