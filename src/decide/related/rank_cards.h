// The stories of the feeds that came with a page, compared with the story of the page: what a page does
// without an archive.
#pragma once

#include "decide/related/analyse.h"
#include "model/surroundings.h"

namespace longread {

// The nearest cards of the feeds, at most 64, best first, with scores and the terms that decided; none
// that has next to nothing in common with the page. Cards are compared by title, teaser and tags; every card
// has its part in saying which words are rare.
List<ScoredCard> rank_cards(const Surroundings& around, const List<Feed>& feeds, Analyser& analyser,
                            Arena& arena);

// A card as ranking sees it: its teaser as dek, its URL as id where it has none.
Story story_of(const Card& card, Arena& arena);

}  // namespace longread
