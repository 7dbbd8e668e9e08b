// The titled lists below an article, filled from the feeds where the article asks for it.
#pragma once

#include "model/surroundings.h"

namespace longread {

// The story's rails in order, each with at most its limit of items, newest first where they come from a feed;
// without the story itself and without stories that `shown` or an earlier rail holds. Empty rails are left
// out.
List<Rail> choose_rails(const Surroundings& around, const List<Feed>& feeds, const List<Card>& shown,
                        Arena& arena);

}  // namespace longread
