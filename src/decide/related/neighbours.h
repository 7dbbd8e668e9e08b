// The stories of a collection that are nearest to one of them: for feeds and sites of some thousand stories.
// Method D of README.md beside this file: every story is drawn to its eight nearest before it is compared
// again. That is done only for the stories that come into question, since a page asks about one.
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

// All stories of a collection, by number. Stories with equal scores stand in the order of their numbers: give
// the newer one the lower number.
class Neighbourhood {
  public:
    // stories: what count_terms gave of each. The arena holds what the neighbourhood is made of; it grows with
    // every story that is asked for, up to all of them.
    Neighbourhood(const List<StoryTerms>& stories, Arena& arena);

    // The nearest stories to one of them, at most so many, best first, without itself and without any that
    // shares no term with it.
    List<Neighbour> nearest(std::uint32_t story, std::size_t most, Arena& arena);

    // The terms by which two stories are near, at most eight, those that count most first.
    [[nodiscard]] List<Term> shared_terms(std::uint32_t one, std::uint32_t other, Arena& arena);

  private:
    struct Posting {
        std::uint32_t story;
        std::uint32_t weight;
    };

    void make_vectors(const List<StoryTerms>& stories);
    void make_postings();
    // The nearest to a vector by their own words, without the story.
    List<Neighbour> nearest_by_own(const Vector& vector, std::uint32_t story, std::size_t most, Arena& arena);
    const Vector& mixed(std::uint32_t story);

    Arena& arena_;
    Mixer mixer_;
    List<Term> terms_;
    List<Vector> own_vectors_;
    List<Vector> vectors_;  // mixed; empty before they are needed
    List<std::uint32_t> begins_;  // of each term in postings_, and the end
    Posting* postings_ = nullptr;
    List<std::uint32_t> products_;  // of what is asked for with each; zero between questions
};

}  // namespace longread
