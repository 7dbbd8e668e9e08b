// The words of the interface that stand in the article, in the languages of base/locale.h. Those of the slots
// are in slot_phrases.h, so that the article need not carry them.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/locale.h"
#include "model/choices.h"

namespace longread {

enum class Phrase : std::uint8_t {
    follow_us,
    by,
    updated,
    topics,
    corrections,
    notes,
    back_to_text,
    table,
    code,
};

std::string_view phrase(Phrase phrase, Language language);

// "7–8 min read", "1 min read": a range, or one number where both ends are the same.
void append_reading_time(TextBuffer& out, const ReadingTime& time, Language language);

// What stands before the author at `index` of `count`: "By ", ", " or " and "; for the first one it may be
// empty.
std::string_view author_separator(std::size_t index, std::size_t count, Language language);

// The phrase at an index of a table of them, each with a bar behind it.
std::string_view nth_phrase(std::string_view table, std::size_t index);

}  // namespace longread
