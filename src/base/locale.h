// Dates, numbers and plurals in the reader's language, from tables of our own (the figures of CLDR), because
// the core must print the same bytes everywhere. Languages: en, es, fr, de, ar, ja; any other is set as
// English.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace longread {

enum class Language : std::uint8_t { en, es, fr, de, ar, ja };

// The language whose tables serve a BCP 47 tag, by its primary subtag: "de-AT" is de; unknown: en.
Language find_language(std::string_view tag);

// Whether the tag's script runs right to left (ar, fa, he, ur, ug, ps, sd, yi, dv, ckb; or an explicit Arab,
// Hebr subtag).
bool is_right_to_left(std::string_view tag);

enum class Plural : std::uint8_t { zero, one, two, few, many, other };

// CLDR's cardinal category of a whole number.
Plural plural_of(std::int64_t n, Language language);

// With the language's grouping: "1,234", "1.234", "1 234" (U+202F); Arabic with Latin digits, as ar-001 news
// sites set them.
void append_number(TextBuffer& out, std::int64_t n, Language language);

// A date in CLDR's long form ("July 30, 2021", "30 de julio de 2021", "30 juillet 2021",
// "30. Juli 2021", "30 يوليو 2021", "2021年7月30日").
void append_date(TextBuffer& out, const CivilDate& date, Language language);

}  // namespace longread
