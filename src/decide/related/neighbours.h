// The stories of a collection that are nearest to each of them, found by comparing all with all: for feeds
// and sites of some thousand stories. README.md beside this file says how.
#pragma once

#include <cstdint>

#include "base/list.h"
#include "decide/related/analyse.h"
#include "decide/related/vectors.h"

namespace longread {

struct Neighbour {
    std::uint32_t story = 0;    // its place in the list of stories
    std::uint32_t product = 0;  // score_of gives a score
};

// Keeps a list of so many, those with the largest products first; what comes later stands behind its equals.
void insert_best(List<Neighbour>& best, const Neighbour& one, std::size_t most, Arena& arena);

// All stories of a collection, by number, each with a vector of its own words. Stories with equal scores
// stand in the order of their numbers: give the newer one the lower number.
class Neighbourhood {
  public:
    // stories: what count_terms gave of each. The arena holds what the neighbourhood is made of.
    Neighbourhood(const List<StoryTerms>& stories, Arena& arena);

    // The nearest stories to one of them, at most so many, best first, without itself and without any that
    // shares no term with it.
    List<Neighbour> nearest(std::uint32_t story, std::size_t most, Arena& arena);

    // The vector of a story, drawn to those of its nearest.
    Vector mixed(std::uint32_t story, Arena& arena);
    // Puts its mixed vector in the place of each story's own, so that nearest compares these.
    void mix_all(Arena& arena);

    [[nodiscard]] Term term(std::uint32_t number) const { return terms_[number]; }

  private:
    struct Posting {
        std::uint32_t story;
        std::uint32_t weight;
    };

    void make_vectors(const List<StoryTerms>& stories, Arena& arena);
    void make_postings(Arena& arena);

    List<Term> terms_;
    List<Vector> vectors_;
    List<std::uint32_t> begins_;  // of each term in postings_, and the end
    Posting* postings_ = nullptr;
    List<std::uint32_t> products_;  // of the story that is asked for with each
};

}  // namespace longread
