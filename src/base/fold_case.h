// Letters as searching compares them: in lower case, full-width forms as ordinary ones. No locale, no tables
// of Unicode: the scripts of news that have two cases.
#pragma once

namespace longread {

// Latin, Greek, Cyrillic and Armenian letters in lower case (final sigma as sigma, long s as s, dotted
// capital I as i), full-width ASCII as ASCII; any other code point as it is.
char32_t fold_case(char32_t c);

}  // namespace longread
