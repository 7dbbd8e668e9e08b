#include "decide/choose_related.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t most_related = 8;  // the Guardian's limit (notes/product.md 4.6)

int shared_tags(const Card& story, const Card& card) {
    int shared = 0;
    for (const std::string_view tag : card.tags) {
        for (const std::string_view own : story.tags) shared += equals_ignoring_ascii_case(own, tag) ? 1 : 0;
    }
    return shared;
}

struct Candidate {
    const Card* card = nullptr;
    int score = 0;
};

bool goes_before(const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    const std::int64_t time_a = a.card->published ? a.card->published->seconds : 0;
    const std::int64_t time_b = b.card->published ? b.card->published->seconds : 0;
    if (time_a != time_b) return time_a > time_b;
    return a.card->url < b.card->url;
}

bool wants_feed_rails(const Surroundings& around) {
    for (const Rail& rail : around.rails) {
        if (rail.from_feed) return true;
    }
    return false;
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

bool is_same_story(const Card& one, const Card& other) {
    return (!one.url.empty() && one.url == other.url) || (!one.id.empty() && one.id == other.id);
}

bool holds_story(const List<Card>& cards, const Card& card) {
    for (const Card& other : cards) {
        if (is_same_story(other, card)) return true;
    }
    return false;
}

List<Card> choose_related(const Surroundings& around, const List<Feed>& feeds, Arena& arena) {
    List<Card> chosen;
    const auto choose = [&](const Card& card) {
        if (chosen.size() == most_related || is_same_story(around.story, card) || holds_story(chosen, card))
            return;
        chosen.add(card, arena);
    };
    for (const Card& card : around.related) choose(card);
    // Insertion into a short sorted list: feeds are at most a few times fifty cards.
    List<Candidate> candidates;
    const bool leaves_rest = wants_feed_rails(around);
    for (const Feed& feed : feeds) {
        for (const Card& card : feed.items) {
            const Candidate candidate{&card, shared_tags(around.story, card)};
            if (leaves_rest && candidate.score == 0) continue;
            std::size_t at = candidates.size();
            while (at > 0 && goes_before(candidate, candidates[at - 1])) --at;
            candidates.insert(at, candidate, arena);
        }
    }
    for (const Candidate& candidate : candidates) choose(*candidate.card);
    return chosen;
}

}  // namespace longread
