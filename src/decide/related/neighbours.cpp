#include "decide/related/neighbours.h"

#include "base/sort.h"

namespace longread {
namespace {

// Stories beyond those wanted that are looked at with both vectors mixed: some of them rise. Measured:
// README.md.
constexpr std::size_t more_to_look_at = 16;

}  // namespace

void insert_best(List<Neighbour>& best, const Neighbour& one, std::size_t most, Arena& arena) {
    const auto stands_before = [&](const Neighbour& other) {
        return other.product != one.product ? other.product > one.product : other.story < one.story;
    };
    if (most == 0 || one.product == 0 || (best.size() == most && stands_before(best.back()))) return;
    if (best.size() == most) best.pop_back();
    std::size_t at = best.size();
    while (at > 0 && !stands_before(best[at - 1])) --at;
    best.insert(at, one, arena);
}

Neighbourhood::Neighbourhood(const List<StoryTerms>& stories, Arena& arena) : arena_(arena), mixer_(arena) {
    make_vectors(stories);
    make_postings();
}

void Neighbourhood::make_vectors(const List<StoryTerms>& stories) {
    List<SortItem> all;  // terms, each with its story and count
    std::uint64_t lengths = 0;
    std::size_t count = 0;
    for (const StoryTerms& story : stories) {
        lengths += story.length;
        count += story.terms.size();
    }
    all.reserve(count, arena_);
    for (std::uint32_t story = 0; story < stories.size(); ++story) {
        for (const TermCount& one : stories[story].terms)
            all.add({one.term, std::uint64_t{story} << 32U | one.count}, arena_);
        products_.add(0, arena_);
        vectors_.add({}, arena_);
    }
    sort_by_key(all, arena_);
    List<List<CollectedTerm>> collected;
    for (const StoryTerms& story : stories) collected.add({}, arena_).reserve(story.terms.size(), arena_);
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
                    {number, static_cast<std::uint32_t>(one->value), rarity}, arena_);
            terms_.add(begin->key, arena_);
        }
        begin = end;
    }
    for (std::size_t i = 0; i < stories.size(); ++i)
        own_vectors_.add(weigh(collected[i], stories[i].length, lengths, all_stories, arena_), arena_);
}

void Neighbourhood::make_postings() {
    for (std::size_t i = 0; i < terms_.size() + 2; ++i) begins_.add(0, arena_);
    std::size_t size = 0;
    for (const Vector& vector : own_vectors_) {
        for (const Weight& one : vector) ++begins_[one.term + 2];
        size += vector.size();
    }
    for (std::size_t i = 2; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    // begins_[t + 1] moves from the begin of t to its end, which is the begin of the next.
    postings_ = static_cast<Posting*>(arena_.take(size * sizeof(Posting)));
    for (std::uint32_t story = 0; story < own_vectors_.size(); ++story) {
        for (const Weight& one : own_vectors_[story])
            postings_[begins_[one.term + 1]++] = {story, one.weight};
    }
}

List<Neighbour> Neighbourhood::nearest_to(const Vector& vector, std::uint32_t story, std::size_t most,
                                          Arena& arena) {
    std::uint32_t* const products = products_.begin();
    for (const Weight& one : vector) {
        const Posting* const end = postings_ + begins_[one.term + 1];
        for (const Posting* posting = postings_ + begins_[one.term]; posting != end; ++posting)
            products[posting->story] += one.weight * posting->weight;
    }
    products[story] = 0;
    List<Neighbour> found;
    const auto size = static_cast<std::uint32_t>(products_.size());
    std::uint32_t least = 1;  // below which nothing enters any more
    for (std::uint32_t other = 0; other < size; ++other) {
        if (products[other] >= least) {
            insert_best(found, {other, products[other]}, most, arena);
            if (found.size() == most) least = found.back().product + 1;
        }
        products[other] = 0;
    }
    return found;
}

const Vector& Neighbourhood::mixed(std::uint32_t story) {
    if (vectors_[story].empty()) {
        List<Vector> near;
        for (const Neighbour& one : nearest(story, nearest_to_mix, arena_))
            near.add(own_vectors_[one.story], arena_);
        vectors_[story] = mixer_.mix(own_vectors_[story], near, arena_);
    }
    return vectors_[story];
}

List<Neighbour> Neighbourhood::nearest_mixed(std::uint32_t story, std::size_t most, Arena& arena) {
    const Vector vector = mixed(story);
    List<Neighbour> found;
    for (const Neighbour& near : nearest_to(vector, story, most + more_to_look_at, arena))
        insert_best(found, {near.story, product(vector, mixed(near.story))}, most, arena);
    return found;
}

}  // namespace longread
