// Ghost's cards, which its own styles and scripts make out of <div>s.
#pragma once

#include <string_view>

#include "base/arena.h"

namespace longread {

// HTML of a post with elements that say what its cards are: callouts, toggles, players with their titles.
// What works in Ghost's pages alone goes.
std::string_view name_cards(std::string_view html, Arena& arena);

}  // namespace longread
