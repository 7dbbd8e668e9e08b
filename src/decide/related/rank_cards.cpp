#include "decide/related/rank_cards.h"

#include "decide/related/neighbours.h"

namespace longread {
namespace {

constexpr std::size_t most_cards = 64;  // of which a page shows eight

}  // namespace

Story story_of(const Card& card, Arena& arena) {
    Story story;
    story.id = card.id.empty() ? card.url : card.id;
    story.url = card.url;
    story.title = card.title;
    for (const std::string_view paragraph : card.teaser)
        story.dek = story.dek.empty() ? paragraph : arena.join({story.dek, "\n", paragraph});
    story.lang = card.lang;
    story.series = card.series;
    story.tags = card.tags;
    story.published = card.published;
    return story;
}

List<ScoredCard> rank_cards(const Surroundings& around, const List<Feed>& feeds, Analyser& analyser,
                            Arena& arena) {
    List<const Card*> cards;
    List<StoryTerms> terms;
    for (const Feed& feed : feeds) {
        for (const Card& card : feed.items) {
            cards.add(&card, arena);
            terms.add(analyser.count_terms(story_of(card, arena), arena), arena);
        }
    }
    List<ScoredCard> ranked;
    if (cards.empty()) return ranked;
    const auto subject = static_cast<std::uint32_t>(cards.size());
    terms.add(analyser.count_terms(around.subject, arena), arena);
    // The page has its text, cards have none: it must not count as a long one.
    terms.back().length = terms[0].length;
    Neighbourhood neighbours(terms, arena);
    for (const Neighbour& near : neighbours.nearest(subject, most_cards, arena)) {
        ranked.add({*cards[near.story], static_cast<std::int32_t>(score_of(near.product)), 0,
                    neighbours.shared_terms(subject, near.story, arena)},
                   arena);
    }
    return ranked;
}

}  // namespace longread
