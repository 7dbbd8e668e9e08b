// Which stories to show next to an article: the editors' own first, then what the feeds hold, nearest first.
#pragma once

#include <vector>

#include "model/article.h"

namespace longread {

// At most eight cards. Curated cards keep their order. Feed cards follow by the number of tags they share with
// the article, then newest first, then by URL, so that the same input gives the same list. The article
// itself never stands there, nor any story twice.
std::vector<Card> choose_related(const Article& article, const std::vector<Feed>& feeds);

// Whether two cards, or a card and an article, are the same story: same URL, or same id when both have one.
bool is_same_story(std::string_view id, std::string_view url, const Card& card);

// Whether the story of a card is among these.
bool holds_story(const std::vector<Card>& cards, const Card& card);

}  // namespace longread
