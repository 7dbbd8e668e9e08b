#include "decide/related/neighbours.h"

#include "base/sort.h"

namespace longread {
namespace {

// Keeps a list of the best, best first; what comes later stands behind its equals.
void insert_best(List<Neighbour>& best, const Neighbour& one, std::size_t most, Arena& arena) {
    if (one.product == 0 || (best.size() == most && one.product <= best.back().product)) return;
    if (best.size() == most) best.pop_back();
    std::size_t at = best.size();
    while (at > 0 && best[at - 1].product < one.product) --at;
    best.insert(at, one, arena);
}

}  // namespace

Neighbourhood::Neighbourhood(const List<StoryTerms>& stories, Arena& arena) {
    make_vectors(stories, arena);
    make_postings(arena);
    List<Vector> mixed;
    for (std::uint32_t story = 0; story < vectors_.size(); ++story) {
        List<Vector> near;
        for (const Neighbour& one : nearest(story, nearest_to_mix, arena))
            near.add(vectors_[one.story], arena);
        mixed.add(mix(vectors_[story], near, arena), arena);
    }
    vectors_ = mixed;
    make_postings(arena);
}

void Neighbourhood::make_vectors(const List<StoryTerms>& stories, Arena& arena) {
    List<SortItem> all;  // terms, each with its story and count
    std::uint64_t lengths = 0;
    for (std::uint32_t story = 0; story < stories.size(); ++story) {
        lengths += stories[story].length;
        for (const TermCount& one : stories[story].terms)
            all.add({one.term, std::uint64_t{story} << 32U | one.count}, arena);
        products_.add(0, arena);
    }
    sort_by_key(all, arena);
    List<List<CollectedTerm>> collected;
    for (std::size_t i = 0; i < stories.size(); ++i) collected.add({}, arena);
    const auto all_stories = static_cast<std::uint32_t>(stories.size());
    for (const SortItem* begin = all.begin(); begin != all.end();) {
        const SortItem* end = begin;
        while (end != all.end() && end->key == begin->key) ++end;
        const auto found_in = static_cast<std::uint32_t>(end - begin);
        if (found_in > 1) {
            const std::uint32_t rarity = rarity_of(found_in, all_stories);
            const auto number = static_cast<std::uint32_t>(terms_.size());
            for (const SortItem* one = begin; one != end; ++one)
                collected[static_cast<std::size_t>(one->value >> 32U)].add(
                    {number, static_cast<std::uint32_t>(one->value), rarity}, arena);
            terms_.add(begin->key, arena);
        }
        begin = end;
    }
    for (std::size_t i = 0; i < stories.size(); ++i)
        vectors_.add(weigh(collected[i], stories[i].length, lengths, all_stories, arena), arena);
}

void Neighbourhood::make_postings(Arena& arena) {
    begins_.clear();
    for (std::size_t i = 0; i < terms_.size() + 2; ++i) begins_.add(0, arena);
    std::size_t size = 0;
    for (const Vector& vector : vectors_) {
        for (const Weight& one : vector) ++begins_[one.term + 2];
        size += vector.size();
    }
    for (std::size_t i = 2; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    // begins_[t + 1] moves from the begin of t to its end, which is the begin of the next.
    postings_ = static_cast<Posting*>(arena.take(size * sizeof(Posting)));
    for (std::uint32_t story = 0; story < vectors_.size(); ++story) {
        for (const Weight& one : vectors_[story]) postings_[begins_[one.term + 1]++] = {story, one.weight};
    }
}

List<Neighbour> Neighbourhood::nearest(std::uint32_t story, std::size_t most, Arena& arena) {
    for (const Weight& one : vectors_[story]) {
        for (std::uint32_t i = begins_[one.term]; i < begins_[one.term + 1]; ++i)
            products_[postings_[i].story] += one.weight * postings_[i].weight;
    }
    products_[story] = 0;
    List<Neighbour> found;
    for (std::uint32_t other = 0; other < vectors_.size(); ++other) {
        insert_best(found, {other, products_[other]}, most, arena);
        products_[other] = 0;
    }
    return found;
}

List<Term> Neighbourhood::shared_terms(std::uint32_t one, std::uint32_t other, Arena& arena) const {
    constexpr std::size_t most = 8;
    List<Neighbour> shared;  // of terms
    const Vector& others = vectors_[other];
    const Weight* b = others.begin();
    for (const Weight& a : vectors_[one]) {
        while (b != others.end() && b->term < a.term) ++b;
        if (b == others.end()) break;
        if (b->term == a.term)
            insert_best(shared, {a.term, std::uint32_t{a.weight} * b->weight}, most, arena);
    }
    List<Term> terms;
    for (const Neighbour& term : shared) terms.add(terms_[term.story], arena);
    return terms;
}

}  // namespace longread
