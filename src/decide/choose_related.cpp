#include "decide/choose_related.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t most_related = 8;  // the Guardian's limit (notes/product.md 4.6)

int shared_tags(const Article& article, const Card& card) {
    int shared = 0;
    for (const std::string& tag : card.tags) {
        const std::string name = lower_ascii(tag);
        for (const Link& own : article.tags) shared += lower_ascii(own.label) == name ? 1 : 0;
        for (const Link& own : article.kicker) shared += lower_ascii(own.label) == name ? 1 : 0;
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

}  // namespace

bool is_same_story(std::string_view id, std::string_view url, const Card& card) {
    return (!url.empty() && url == card.url) || (!id.empty() && id == card.id);
}

bool holds_story(const std::vector<Card>& cards, const Card& card) {
    for (const Card& other : cards) {
        if (is_same_story(other.id, other.url, card)) return true;
    }
    return false;
}

std::vector<Card> choose_related(const Article& article, const std::vector<Feed>& feeds) {
    std::vector<Card> chosen;
    for (const Card& card : article.related) {
        if (chosen.size() < most_related && !is_same_story(article.id, article.url, card) && !holds_story(chosen, card)) {
            chosen.push_back(card);
        }
    }
    // Insertion into a short sorted list: feeds are at most a few times fifty cards.
    std::vector<Candidate> candidates;
    for (const Feed& feed : feeds) {
        for (const Card& card : feed.items) {
            if (is_same_story(article.id, article.url, card)) continue;
            const Candidate candidate{&card, shared_tags(article, card)};
            std::size_t at = candidates.size();
            while (at > 0 && goes_before(candidate, candidates[at - 1])) --at;
            candidates.insert(candidates.begin() + static_cast<std::ptrdiff_t>(at), candidate);
        }
    }
    for (const Candidate& candidate : candidates) {
        if (chosen.size() < most_related && !holds_story(chosen, *candidate.card)) chosen.push_back(*candidate.card);
    }
    return chosen;
}

}  // namespace longread
