// Which stories to show next to an article: the editors' own first, then what is like it, from whichever
// source: feeds, an archive, a search engine's answer.
#pragma once

#include <optional>
#include <string_view>

#include "decide/related/analyse.h"
#include "model/choices.h"
#include "model/surroundings.h"

namespace longread {

// At most eight cards. Curated cards keep their order. Then, of the candidates: by score and date together,
// but with those put back that repeat what is chosen; none with a score below the floor, none that the reader
// has read unless fewer than three would be there, at most two of a series, of near copies the newest one,
// none of the page's story itself, and nothing that stands in the story's own rails. Equals: the newer first,
// then by id, then by URL. A story counts as new by its nearness to now or to the page's date, whichever is
// nearer. Each card has its reason, where one is known.
List<Card> choose_related(const Surroundings& around, const List<ScoredCard>& candidates,
                          const RelatedOptions& options, const std::optional<Timestamp>& now,
                          Analyser& analyser, Arena& arena);

// Whether two cards are the same story: same URL, or same id when both have one.
bool is_same_story(const Card& one, const Card& other);

// Whether the story of a card is among these.
bool holds_story(const List<Card>& cards, const Card& card);

}  // namespace longread
