// Points in time as documents write them (RFC 3339 and its looser kin), without a clock and without a
// time-zone database: a timestamp keeps the offset it was written with and is shown in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/text_buffer.h"

namespace longread {

struct Timestamp {
    std::int64_t seconds = 0;         // since 1970-01-01T00:00:00Z
    std::int32_t offset_minutes = 0;  // of the zone it was written in
    bool has_time = false;            // false: a date alone
    bool operator==(const Timestamp&) const = default;
};

// A day of the proleptic Gregorian calendar.
struct CivilDate {
    std::int32_t year = 1970;
    std::int32_t month = 1;  // 1 to 12
    std::int32_t day = 1;    // 1 to 31
};

// Reads "2021-07-30", "2021-07-30T09:15:00Z", "2021-07-30 09:15 +0200", with or without seconds and fractions
// (which are dropped); years 0001 to 9999. A leap second counts as second 59. A time without a zone is taken
// as UTC. nullopt when it is no date of the calendar.
std::optional<Timestamp> parse_time(std::string_view text);

// The calendar day in the zone the timestamp was written in; beyond the years 0001 to 9999 the nearest of
// them.
CivilDate civil_date(const Timestamp& time);

// For <time datetime>: "2021-07-30" or "2021-07-30T09:15:00+02:00" ("Z" for offset 0).
void append_machine_time(TextBuffer& out, const Timestamp& time);

}  // namespace longread
