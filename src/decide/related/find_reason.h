// Why a story stands beside another one, in a word or two of its own.
#pragma once

#include <string_view>

#include "decide/related/analyse.h"
#include "model/surroundings.h"

namespace longread {

// A tag that both have; or the name that the card writes for the first of the terms that decided, with the
// names around it that both have ("Central Asia"); empty where there is none. page: the terms of the subject.
// terms: of the card (ScoredCard), or empty where they are not known: then the most frequent of the page's.
std::string_view find_reason(const Card& card, const List<std::uint64_t>& terms, const Story& subject,
                             const StoryTerms& page, Analyser& analyser, Arena& arena);

}  // namespace longread
