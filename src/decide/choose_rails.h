// The titled lists below an article, filled from the feeds where the article asks for it.
#pragma once

#include <vector>

#include "model/article.h"

namespace longread {

// The article's rails in order, each with at most six items, newest first where they come from a feed; without
// the article itself and without stories that `shown` or an earlier rail holds. Empty rails are left out.
std::vector<Rail> choose_rails(const Article& article, const std::vector<Feed>& feeds, const std::vector<Card>& shown);

}  // namespace longread
