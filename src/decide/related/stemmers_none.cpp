// What takes the place of stemmers_snowball.cpp and full_stop_words.cpp in the browser.
#include "decide/related/stemmers.h"
#include "decide/related/stop_words.h"

namespace longread {

struct Stemmers::Loaded {};

Stemmers::Stemmers() = default;
Stemmers::~Stemmers() = default;
std::size_t Stemmers::stem(std::string_view /*lang*/, char* /*word*/, std::size_t size) { return size; }

StopLists full_stop_lists() { return short_stop_lists(); }

}  // namespace longread
