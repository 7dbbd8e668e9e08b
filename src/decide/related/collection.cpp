#include "decide/related/collection.h"

#include <algorithm>

namespace longread {
namespace {

// Beyond those wanted, in place of the copies among them.
constexpr std::size_t more_for_copies = 14;

std::int64_t published(const Story& story) { return story.published ? story.published->seconds : 0; }

}  // namespace

void Collection::add(const Story& story) {
    Entry entry;
    entry.story = story;
    entry.place = static_cast<std::uint32_t>(entries_.size());
    entry.terms = analyser_.count_terms(story, arena_);
    entries_.add(entry, arena_);
}

void Collection::rank() {
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        const std::int64_t time_a = published(a.story);
        const std::int64_t time_b = published(b.story);
        return time_a != time_b ? time_a > time_b : a.story.id < b.story.id;
    });
    List<StoryTerms> terms;
    for (const Entry& entry : entries_) terms.add(entry.terms, arena_);
    neighbours_.emplace(terms, arena_);
}

const Sketch& Collection::sketch(std::uint32_t story) {
    Entry& entry = entries_[story];
    if (entry.sketch.size == 0) entry.sketch = sketch_of(entry.story, arena_);
    return entry.sketch;
}

List<Neighbour> Collection::related(std::uint32_t story, std::size_t most, Arena& arena) {
    List<Neighbour> near;
    near.add({story, 0}, arena);
    near.add_all(neighbours_->nearest_mixed(story, most + more_for_copies, arena), arena);
    // Of each: the place of the first one in its group of copies. As many are looked at as it takes.
    List<std::size_t> groups;
    std::size_t count = 0;  // of groups
    for (std::size_t i = 0; i < near.size() && count <= most; ++i, ++count) {
        groups.add(i, arena);
        for (std::size_t k = 0; k < i; ++k) {
            if (groups[k] == groups[i] || !are_copies(near[i].story, near[k].story)) continue;
            const std::size_t first = groups[i] < groups[k] ? groups[i] : groups[k];
            const std::size_t other = groups[i] < groups[k] ? groups[k] : groups[i];
            for (std::size_t& group : groups) group = group == other ? first : group;
            --count;
        }
    }
    List<Neighbour> found;
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (groups[i] != i) continue;
        Neighbour newest = near[i];
        for (std::size_t k = i + 1; k < groups.size(); ++k) {
            if (groups[k] == i && near[k].story < newest.story) newest.story = near[k].story;
        }
        found.add(newest, arena);
    }
    return found;
}

}  // namespace longread
