#include "decide/related/collection.h"

#include <algorithm>

namespace longread {
namespace {

// Among how many of its nearest a story's copies are looked for.
constexpr std::size_t nearest_to_check = 24;

template <typename T>
List<T> copy(const List<T>& list, Arena& arena) {
    List<T> copied;
    copied.add_all(list, arena);
    return copied;
}

}  // namespace

void Collection::add(const Story& story) {
    Arena passing;
    const StoryTerms counted = analyser_.count_terms(story, passing);
    const Sketch sketch = sketch_of(story, passing);
    Entry entry;
    entry.id = arena_.keep(story.id);
    entry.published = story.published ? story.published->seconds : 0;
    entry.place = static_cast<std::uint32_t>(entries_.size());
    entry.terms = {copy(counted.terms, arena_), counted.length};
    entry.sketch = {copy(sketch.hashes, arena_), sketch.size};
    entries_.add(entry, arena_);
}

void Collection::rank() {
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.published != b.published ? a.published > b.published : a.id < b.id;
    });
    List<StoryTerms> terms;
    for (const Entry& entry : entries_) terms.add(entry.terms, arena_);
    neighbours_.emplace(terms, arena_);
    group_copies();
}

std::uint32_t Collection::newest_copy(std::uint32_t story) {
    while (entries_[story].copies != story) {
        entries_[story].copies = entries_[entries_[story].copies].copies;
        story = entries_[story].copies;
    }
    return story;
}

void Collection::group_copies() {
    for (std::uint32_t story = 0; story < entries_.size(); ++story) entries_[story].copies = story;
    for (std::uint32_t story = 0; story < entries_.size(); ++story) {
        Arena passing;
        for (const Neighbour& near : neighbours_->nearest(story, nearest_to_check, passing)) {
            if (!are_copies(entries_[story].sketch, entries_[near.story].sketch)) continue;
            const std::uint32_t one = newest_copy(story);
            const std::uint32_t other = newest_copy(near.story);
            entries_[one > other ? one : other].copies = one > other ? other : one;
        }
    }
}

List<Neighbour> Collection::related(std::uint32_t story, std::size_t most, Arena& arena) {
    List<Neighbour> found;
    for (const Neighbour& near : neighbours_->nearest(story, 2 * most + nearest_to_check, arena)) {
        const std::uint32_t newest = newest_copy(near.story);
        bool is_listed = newest == newest_copy(story);
        for (const Neighbour& other : found) is_listed = is_listed || other.story == newest;
        if (!is_listed && found.size() < most) found.add({newest, near.product}, arena);
    }
    return found;
}

}  // namespace longread
