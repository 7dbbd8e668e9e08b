// How often a reader has been asked, in windows of whole days that roll with the device's clock.
#pragma once

#include <cstdint>

#include "model/reader_state.h"

namespace longread {

inline constexpr std::int64_t day_minutes = 1440;

// Whether what happened at `minute` lies in the window of so many days that ends at the minute `now`. What
// lies ahead of `now` does: the clock was set back, and nobody is asked more often for that.
constexpr bool lies_within(std::int64_t minute, std::int64_t days, std::int64_t now) {
    return now - minute < days * day_minutes;
}

// Which entries of the log count.
struct AskSelection {
    bool dismissed = false;     // dismissals, else views
    bool any_kind = false;      // else only asks of `kind`
    bool any_campaign = false;  // else only those of `campaign`
    AskKind kind{};
    std::uint32_t campaign = 0;  // hash_address of its id
};

bool is_selected(const AskEvent& event, const AskSelection& selection);

// How many of these lie in the window. most_asks, which is more than any limit, where the log is full and
// reaches back no further than the window: then nobody knows how many there were.
std::int64_t count_asks(const List<AskEvent>& log, const AskSelection& selection, std::int64_t days,
                        std::int64_t now);

}  // namespace longread
