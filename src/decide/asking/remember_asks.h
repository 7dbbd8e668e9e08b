// What the device remembers of asks: that one was seen, or sent away; what a reader has said to them.
#pragma once

#include <optional>
#include <string_view>

#include "model/reader_state.h"

namespace longread {

// Puts an event at the end of the log. Of more than most_asks the one goes whose time is earliest, by the
// device's clock: so a full log that reaches back beyond a window holds all that lies in it, whatever the
// clock has done (count_asks).
void add_ask(ReaderState& state, const AskEvent& event, Arena& arena);

// The reader has this list of newsletters; "" where the newsletter has no lists. Of more than most_lists the
// first goes.
void add_subscription(ReaderState& state, std::string_view list, Arena& arena);

// No articles are counted any more, and those that were are forgotten; or they are counted again.
void set_counting(ReaderState& state, bool counts);

}  // namespace longread
