// Times as other systems write them, as RFC 3339. Whatever is not understood stays as it is: the reader of
// the document that is written notes it.
#pragma once

#include <string_view>

#include "base/arena.h"

namespace longread {

// A local time without a zone, and the same in UTC, neither with an offset: together they tell it.
// "2024-11-08T10:36:54" and "2024-11-08T15:36:54" become "2024-11-08T10:36:54-05:00". Either may be empty.
std::string_view join_times(std::string_view local, std::string_view utc, Arena& arena);

// RFC 822 and its kin: "Mon, 10 Aug 2020 07:00:00 +0000", "3 Mar 20 7:05 EST".
std::string_view read_mail_time(std::string_view text, Arena& arena);

}  // namespace longread
