// Stories that are ranked against each other, all from one file or feed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "decide/related/analyse.h"
#include "decide/related/copies.h"
#include "decide/related/neighbours.h"

namespace longread {

class Collection {
  public:
    // What is kept lives in the arena.
    Collection(Stemming stemming, Arena& arena) : arena_(arena), analyser_(stemming, arena) {}

    // The story's texts must live as long as the collection.
    void add(const Story& story);
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    // Call once, when all are there. From now on stories are known by number: the newest first, then by id.
    void rank();

    [[nodiscard]] std::string_view id(std::uint32_t story) const { return entries_[story].story.id; }
    // The story's place in the order in which they were added.
    [[nodiscard]] std::uint32_t place(std::uint32_t story) const { return entries_[story].place; }
    // The nearest to a story, at most so many, best first; none that is a copy of it, and of copies the
    // newest.
    List<Neighbour> related(std::uint32_t story, std::size_t most, Arena& arena);

  private:
    struct Entry {
        Story story;
        std::uint32_t place = 0;
        StoryTerms terms;
        Sketch sketch;  // empty before it is needed
    };

    const Sketch& sketch(std::uint32_t story);
    bool are_copies(std::uint32_t one, std::uint32_t other) {
        return longread::are_copies(sketch(one), sketch(other));
    }

    Arena& arena_;
    Analyser analyser_;
    List<Entry> entries_;
    std::optional<Neighbourhood> neighbours_;
};

}  // namespace longread
