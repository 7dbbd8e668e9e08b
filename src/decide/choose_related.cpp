#include "decide/choose_related.h"

#include "base/sort.h"
#include "decide/related/copies.h"
#include "decide/related/find_reason.h"
#include "decide/related/rank_cards.h"

namespace longread {
namespace {

constexpr std::size_t most_related = 8;      // the Guardian's limit (notes/product.md 4.6)
constexpr std::size_t fewest_unread = 3;     // below this, stories that were read are better than none
constexpr std::size_t most_candidates = 48;  // six times as many as are shown
constexpr int most_of_series = 2;

// The share of a score that a story keeps by its date, in 1024ths; no date counts as one half-life, and
// nothing loses more than fifteen sixteenths, so that among old stories likeness decides.
std::int64_t freshness(const Card& card, const std::optional<Timestamp>& page,
                       const std::optional<Timestamp>& now, std::int64_t half_life_days) {
    constexpr std::int64_t whole = 1024;
    if (half_life_days == 0 || (!page && !now)) return whole;
    if (!card.published) return whole / 2;
    const std::int64_t half_life = half_life_days * 86400;
    std::int64_t distance = 4 * half_life;
    for (const auto& date : {page, now}) {
        if (!date) continue;
        const std::int64_t apart = date->seconds - card.published->seconds;
        const std::int64_t size = apart < 0 ? -apart : apart;
        distance = size < distance ? size : distance;
    }
    // Between two powers of one half, a straight line.
    const std::int64_t power = whole >> (distance / half_life);
    return power - power * (distance % half_life) / (2 * half_life);
}

struct Candidate {
    Card card;
    std::int64_t value = 0;  // score by freshness
    std::uint32_t copies = 0;
    List<std::uint64_t> deciding;
    StoryTerms terms;
    Sketch sketch;
    std::uint32_t likeness = 0;  // to the most alike of what is chosen, 0 to 1000
    bool is_out = false;
};

std::int64_t published(const Card& card) { return card.published ? card.published->seconds : 0; }

bool goes_before(const Candidate& a, const Candidate& b) {
    if (a.value != b.value) return a.value > b.value;
    if (published(a.card) != published(b.card)) return published(a.card) > published(b.card);
    return a.card.id != b.card.id ? a.card.id < b.card.id : a.card.url < b.card.url;
}

// Dice's measure over terms.
std::uint32_t likeness(const StoryTerms& one, const StoryTerms& other) {
    std::uint32_t shared = 0;
    const TermCount* b = other.terms.begin();
    for (const TermCount& a : one.terms) {
        while (b != other.terms.end() && b->term < a.term) ++b;
        if (b == other.terms.end()) break;
        shared += b->term == a.term ? 1 : 0;
    }
    const auto all = static_cast<std::uint32_t>(one.terms.size() + other.terms.size());
    return all == 0 ? 0 : 2000 * shared / all;
}

class RelatedChoice {
  public:
    RelatedChoice(const Surroundings& around, Analyser& analyser, Arena& arena)
        : around_(around),
          analyser_(analyser),
          arena_(arena),
          page_(analyser.count_terms(around.subject, arena)),
          page_sketch_(sketch_of(around.subject, arena)) {}

    void choose_curated() {
        for (const Card& card : around_.related) {
            if (chosen_.size() == most_related || stands_here(card)) continue;
            Candidate curated;
            curated.card = card;
            look_at(curated);
            take(curated);
        }
    }

    void add_candidates(const List<ScoredCard>& scored, const RelatedOptions& options,
                        const std::optional<Timestamp>& now) {
        List<SortItem> order;
        for (std::size_t i = 0; i < scored.size(); ++i) {
            if (scored[i].score < options.floor || scored[i].score <= 0) continue;
            const std::int64_t value = scored[i].score * freshness(scored[i].card, around_.subject.published,
                                                                   now, options.half_life_days);
            order.add({~static_cast<std::uint64_t>(value), i}, arena_);
        }
        sort_by_key(order, arena_);
        for (const SortItem& item : order) {
            const ScoredCard& one = scored[static_cast<std::size_t>(item.value)];
            if (candidates_.size() == most_candidates) break;
            if (stands_here(one.card) || is_candidate(one.card)) continue;
            Candidate candidate;
            candidate.card = one.card;
            candidate.value = static_cast<std::int64_t>(~item.key);
            candidate.copies = one.copies;
            candidate.deciding = one.terms;
            look_at(candidate);
            if (are_copies(candidate.sketch, page_sketch_)) continue;
            std::size_t at = candidates_.size();
            while (at > 0 && goes_before(candidate, candidates_[at - 1])) --at;
            candidates_.insert(at, candidate, arena_);
        }
        keep_newest_copies();
        for (Candidate& candidate : candidates_) {
            for (const Candidate& other : chosen_) compare(candidate, other);
        }
    }

    // As many of the stories that were read, or were not, as are needed for this many in all.
    void choose(bool are_read, std::size_t most) {
        while (chosen_.size() < most) {
            Candidate* best = nullptr;
            for (Candidate& one : candidates_) {
                if (one.is_out || one.card.is_read != are_read) continue;
                if (best == nullptr || rank_of(one) > rank_of(*best)) best = &one;
            }
            if (best == nullptr) return;
            best->is_out = true;
            if (count_series(best->card) < most_of_series) take(*best);
        }
    }

    [[nodiscard]] std::size_t size() const { return chosen_.size(); }

    List<Card> finish() {
        List<Card> cards;
        for (Candidate& one : chosen_) {
            one.card.reason = find_reason(one.card, one.deciding, around_.subject, page_, analyser_, arena_);
            cards.add(one.card, arena_);
        }
        return cards;
    }

  private:
    void look_at(Candidate& candidate) {
        const Story story = story_of(candidate.card, arena_);
        candidate.terms = analyser_.count_terms(story, arena_);
        candidate.sketch = sketch_of(story, arena_);
    }

    [[nodiscard]] bool stands_here(const Card& card) const {
        if (is_same_story(around_.story, card)) return true;
        for (const Candidate& one : chosen_) {
            if (is_same_story(one.card, card)) return true;
        }
        for (const Rail& rail : around_.rails) {
            if (holds_story(rail.items, card)) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_candidate(const Card& card) const {
        for (const Candidate& one : candidates_) {
            if (is_same_story(one.card, card)) return true;
        }
        return false;
    }

    static bool are_near_copies(const Candidate& one, const Candidate& other) {
        return (one.copies != 0 && one.copies == other.copies) || are_copies(one.sketch, other.sketch);
    }

    // The newest of a group takes the place of its best.
    void keep_newest_copies() {
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            Candidate& one = candidates_[i];
            for (const Candidate& other : chosen_) one.is_out = one.is_out || are_near_copies(one, other);
            for (std::size_t k = i + 1; k < candidates_.size() && !one.is_out; ++k) {
                Candidate& other = candidates_[k];
                if (other.is_out || !are_near_copies(one, other)) continue;
                const std::int64_t value = one.value;
                if (published(other.card) > published(one.card)) one = other;
                one.value = value;
                other.is_out = true;
            }
        }
    }

    static void compare(Candidate& candidate, const Candidate& other) {
        const std::uint32_t alike = likeness(candidate.terms, other.terms);
        if (alike > candidate.likeness) candidate.likeness = alike;
    }

    // Maximal marginal relevance (Carbonell and Goldstein 1998), lambda .75: values as shares of the best.
    [[nodiscard]] std::int64_t rank_of(const Candidate& candidate) const {
        return 3000 * candidate.value / candidates_[0].value - candidate.likeness;
    }

    [[nodiscard]] int count_series(const Card& card) const {
        int count = 0;
        for (const Candidate& one : chosen_) count += one.card.series == card.series ? 1 : 0;
        return card.series.empty() ? 0 : count;
    }

    void take(const Candidate& candidate) {
        chosen_.add(candidate, arena_);
        for (Candidate& other : candidates_) compare(other, candidate);
    }

    const Surroundings& around_;
    Analyser& analyser_;
    Arena& arena_;
    StoryTerms page_;
    Sketch page_sketch_;
    List<Candidate> chosen_;
    List<Candidate> candidates_;
};

}  // namespace

bool is_same_story(const Card& one, const Card& other) {
    return (!one.url.empty() && one.url == other.url) || (!one.id.empty() && one.id == other.id);
}

bool holds_story(const List<Card>& cards, const Card& card) {
    for (const Card& other : cards) {
        if (is_same_story(other, card)) return true;
    }
    return false;
}

List<Card> choose_related(const Surroundings& around, const List<ScoredCard>& candidates,
                          const RelatedOptions& options, const std::optional<Timestamp>& now,
                          Analyser& analyser, Arena& arena) {
    // Most articles stand alone: their words need not be counted.
    if (around.related.empty() && candidates.empty()) return {};
    RelatedChoice choice(around, analyser, arena);
    choice.choose_curated();
    choice.add_candidates(candidates, options, now);
    choice.choose(false, most_related);
    choice.choose(true, fewest_unread);
    return choice.finish();
}

}  // namespace longread
