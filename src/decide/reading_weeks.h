// Articles are counted by the week, which begins on Monday where the reader is, and by tag.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/time.h"
#include "model/article.h"
#include "model/reader_state.h"

namespace longread {

// The day since 1970-01-01 on the clock of the timestamp's zone, and the Monday before or on it.
std::int32_t local_day(const Timestamp& time);
std::int32_t monday_of(const Timestamp& time);

// As TagCount has it: capitals or small letters are the same.
std::uint16_t hash_tag(std::string_view tag);

// Counts one more article with these tags in the week of `monday`. Of more than most_weeks the first goes. A
// week counts most_week_tags tags: a new one takes the place of the first that was met only once.
void count_article(List<ReadWeek>& weeks, std::int32_t monday, const List<std::string_view>& tags,
                   Arena& arena);

}  // namespace longread
