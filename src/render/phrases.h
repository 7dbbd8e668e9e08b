// The words of the interface, in the languages of base/locale.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "model/choices.h"

namespace longread {

enum class Phrase : std::uint8_t {
    follow_us,
    by,
    updated,
    topics,
    related,
    keep_reading,
    show_less,
    newsletter,
    email,
    subscribe,
    donate,
    choose_amount,
    monthly,
    annual,
    recommended,
    corrections,
    notes,
    back_to_text,
    table,
    code,
    gallery,
    count_,
};

std::string_view phrase(Phrase phrase, Language language);

// "7–8 min read", "1 min read": a range, or one number where both ends are the same.
std::string reading_time_phrase(const ReadingTime& time, Language language);

// What stands before the author at `index` of `count`: "By ", ", " or " and "; for the first one it may be empty.
std::string_view author_separator(std::size_t index, std::size_t count, Language language);

}  // namespace longread
