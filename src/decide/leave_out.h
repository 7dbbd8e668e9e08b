// No story twice on a page: what stands elsewhere on it is not chosen again.
#pragma once

#include <string_view>

#include "model/surroundings.h"

namespace longread {

// Takes the cards away whose URL is among `shown`: URLs, separated by single spaces.
void leave_out(List<Card>& cards, std::string_view shown);

}  // namespace longread
