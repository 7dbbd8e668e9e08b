// Snowball's English stemmer (Porter 2, as of libstemmer 2.2.0), written to be small: the browser has it too.
#pragma once

#include <cstddef>

namespace longread {

// Cuts the word, in lower case, down to its stem in place and returns the new size. What is not in English
// letters counts as consonants. A test holds it against libstemmer.
std::size_t stem_english(char* word, std::size_t size);

}  // namespace longread
