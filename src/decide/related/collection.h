// Stories that are ranked against each other: taken in one by one, of which only terms and sketches are kept.
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

    // Nothing of the story is needed afterwards.
    void add(const Story& story);
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    // Compares all with all. From now on stories are known by number: the newest first, then by id.
    void rank();

    [[nodiscard]] std::string_view id(std::uint32_t story) const { return entries_[story].id; }
    // The story's place in the order in which they were added.
    [[nodiscard]] std::uint32_t place(std::uint32_t story) const { return entries_[story].place; }
    // The nearest to a story, at most so many, best first; none that is a copy of it, and of copies the
    // newest.
    List<Neighbour> related(std::uint32_t story, std::size_t most, Arena& arena);

  private:
    struct Entry {
        std::string_view id;
        std::int64_t published = 0;
        std::uint32_t place = 0;
        std::uint32_t copies = 0;  // the newest story of the group of copies to which it belongs
        StoryTerms terms;
        Sketch sketch;
    };

    void group_copies();
    std::uint32_t newest_copy(std::uint32_t story);

    Arena& arena_;
    Analyser analyser_;
    List<Entry> entries_;
    std::optional<Neighbourhood> neighbours_;
};

}  // namespace longread
