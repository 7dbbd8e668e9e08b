#include "decide/related/rank_cards.h"

#include "decide/related/neighbours.h"

namespace longread {
namespace {

constexpr std::size_t most_cards = 64;  // of which a page shows eight

// What a card needs in common with the page by its own words: in small feeds, mixing makes everything
// somewhat alike. Below it, cards of the labelled sets are no more often of the page's topic than others
// drawn blindly.
constexpr std::uint32_t least_own_score = 125;

// The terms by which two stories are near, at most eight, those that count most first.
List<std::uint64_t> shared_terms(const Vector& one, const Vector& other, const Neighbourhood& all,
                                 Arena& arena) {
    constexpr std::size_t most_terms = 8;
    List<Neighbour> shared;  // of terms
    const Weight* b = other.begin();
    for (const Weight& a : one) {
        while (b != other.end() && b->term < a.term) ++b;
        if (b == other.end()) break;
        if (b->term == a.term)
            insert_best(shared, {a.term, std::uint32_t{a.weight} * b->weight}, most_terms, arena);
    }
    List<std::uint64_t> terms;
    for (const Neighbour& term : shared) terms.add(all.term(term.story), arena);
    return terms;
}

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
    List<Card> cards;
    List<StoryTerms> terms;
    for (const Feed& feed : feeds) {
        for (const Card& card : feed.items) {
            cards.add(card, arena);
            terms.add(analyser.count_terms(story_of(card, arena), arena), arena);
        }
    }
    List<ScoredCard> ranked;
    if (cards.empty()) return ranked;
    const auto subject = static_cast<std::uint32_t>(cards.size());
    terms.add(analyser.count_terms(around.subject, arena), arena);
    // The page has its text, cards have none: it must not count as a long one.
    terms.back().length = terms[0].length;
    // Only the page and those that are near to it by their own words are drawn to their nearest: the same
    // scores at a tenth of the time.
    Neighbourhood neighbours(terms, arena);
    const Vector page = neighbours.mixed(subject);
    List<Vector> vectors;
    List<Neighbour> nearest;  // by number in vectors
    List<std::uint32_t> near_cards;
    for (const Neighbour& near : neighbours.nearest(subject, most_cards, arena)) {
        if (score_of(near.product) < least_own_score) break;
        vectors.add(neighbours.mixed(near.story), arena);
        near_cards.add(near.story, arena);
        const auto number = static_cast<std::uint32_t>(vectors.size() - 1);
        insert_best(nearest, {number, product(page, vectors.back())}, most_cards, arena);
    }
    for (const Neighbour& near : nearest) {
        ranked.add({cards[near_cards[near.story]], static_cast<std::int32_t>(score_of(near.product)), 0,
                    shared_terms(page, vectors[near.story], neighbours, arena)},
                   arena);
    }
    return ranked;
}

}  // namespace longread
