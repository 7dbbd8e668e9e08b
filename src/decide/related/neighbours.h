// The stories of a collection that are nearest to one of them: for feeds and sites of some thousand stories.
// README.md beside this file says how. Stories are drawn to their eight nearest before they are compared
// again; that is done only for the stories that come into question, since a page asks about one.
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

// Keeps a list of so many, those with the largest products first, equals by number.
void insert_best(List<Neighbour>& best, const Neighbour& one, std::size_t most, Arena& arena);

// All stories of a collection, by number. Stories with equal scores stand in the order of their numbers: give
// the newer one the lower number.
class Neighbourhood {
  public:
    // stories: what count_terms gave of each. The arena holds what the neighbourhood is made of; it grows
    // with every story that is asked for, up to all of them.
    Neighbourhood(const List<StoryTerms>& stories, Arena& arena);

    // The nearest stories to one of them by their own words, at most so many, best first, without itself and
    // without any that shares no term with it.
    List<Neighbour> nearest(std::uint32_t story, std::size_t most, Arena& arena) {
        return nearest_to(own_vectors_[story], story, most, arena);
    }
    // The same with all vectors mixed.
    List<Neighbour> nearest_mixed(std::uint32_t story, std::size_t most, Arena& arena);

    // The vector of a story, drawn to those of its nearest.
    const Vector& mixed(std::uint32_t story);

    [[nodiscard]] Term term(std::uint32_t number) const { return terms_[number]; }

  private:
    struct Posting {
        std::uint32_t story;
        std::uint32_t weight;
    };

    void make_vectors(const List<StoryTerms>& stories);
    void make_postings();
    List<Neighbour> nearest_to(const Vector& vector, std::uint32_t story, std::size_t most, Arena& arena);

    Arena& arena_;
    Mixer mixer_;
    List<Term> terms_;
    List<Vector> own_vectors_;
    List<Vector> vectors_;        // mixed; empty before they are needed
    List<std::uint32_t> begins_;  // of each term in postings_, and the end
    Posting* postings_ = nullptr;
    List<std::uint32_t> products_;  // of what is asked for with each; zero between questions
};

}  // namespace longread
