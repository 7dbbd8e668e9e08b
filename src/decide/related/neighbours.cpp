#include "decide/related/neighbours.h"

#include "base/sort.h"

namespace longread {
namespace {

// A term in a story, on its way to its number.
struct Occurrence {
    Term term;
    std::uint32_t story;
    std::uint32_t count;
};

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
    List<Occurrence> all;
    std::uint64_t lengths = 0;
    for (std::uint32_t story = 0; story < stories.size(); ++story) {
        lengths += stories[story].length;
        for (const TermCount& one : stories[story].terms) all.add({one.term, story, one.count}, arena);
        products_.add(0, arena);
    }
    sort(all, arena, [](const Occurrence& a, const Occurrence& b) { return a.term < b.term; });
    List<List<CollectedTerm>> collected;
    for (std::size_t i = 0; i < stories.size(); ++i) collected.add({}, arena);
    const auto all_stories = static_cast<std::uint32_t>(stories.size());
    for (const Occurrence* begin = all.begin(); begin != all.end();) {
        const Occurrence* end = begin;
        while (end != all.end() && end->term == begin->term) ++end;
        const auto found_in = static_cast<std::uint32_t>(end - begin);
        if (found_in > 1) {
            const std::uint32_t rarity = rarity_of(found_in, all_stories);
            const auto number = static_cast<std::uint32_t>(terms_.size());
            for (const Occurrence* one = begin; one != end; ++one)
                collected[one->story].add({number, one->count, rarity}, arena);
            terms_.add(begin->term, arena);
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
        const std::uint32_t product = products_[other];
        products_[other] = 0;
        if (product == 0 || (found.size() == most && product <= found.back().product)) continue;
        if (found.size() == most) found.pop_back();
        std::size_t at = found.size();
        while (at > 0 && found[at - 1].product < product) --at;
        found.insert(at, {other, product}, arena);
    }
    return found;
}

}  // namespace longread
