// Which stories to show next to an article: the editors' own first, then what the feeds hold, nearest first.
#pragma once

#include <string_view>

#include "model/story.h"
#include "model/surroundings.h"

namespace longread {

// At most eight cards. Curated cards keep their order. Feed cards follow by the number of tags they share
// with the story, then newest first, then by URL, so that the same input gives the same list; those that
// share none are left to the rails, where these ask for the feeds' stories. The story itself never stands
// there, nor any other one twice.
List<Card> choose_related(const Surroundings& around, const List<Feed>& feeds, Arena& arena);

// A card as ranking sees it: its teaser as dek, its URL as id where it has none.
Story story_of(const Card& card, Arena& arena);

// Whether two cards are the same story: same URL, or same id when both have one.
bool is_same_story(const Card& one, const Card& other);

// Whether the story of a card is among these.
bool holds_story(const List<Card>& cards, const Card& card);

}  // namespace longread
