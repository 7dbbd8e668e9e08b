#include "app/archive/improve_neighbours.h"

#include <algorithm>

namespace longread {
namespace {

// Measured at 1,000,000 stories: of more than these nearly none is among the ten nearest.
constexpr std::size_t neighbours_asked = 16;
constexpr std::size_t asked_for = 16;

std::span<const Near> without_empty(std::span<const Near> found) {
    while (!found.empty() && found.back().product == 0) found = found.first(found.size() - 1);
    return found;
}

// One thread's memory.
class Improver {
  public:
    Improver(VectorsView vectors, std::uint32_t terms, const FoundNear& found,
             std::span<const std::uint32_t> order)
        : vectors_(vectors), found_(found), order_(order), weights_(terms) {}

    void improve(std::uint32_t story, std::span<Near> into) {
        const std::span<const Near> own = without_empty(found_(story));
        collect(story, own);
        all_.assign(own.begin(), own.end());
        score(story);
        const std::size_t kept = std::min(into.size(), all_.size());
        std::partial_sort(all_.begin(), all_.begin() + static_cast<std::ptrdiff_t>(kept), all_.end(),
                          [&](const Near& a, const Near& b) { return is_nearer(a, b, order_); });
        std::copy_n(all_.begin(), kept, into.begin());
    }

  private:
    // Stories that neighbours have and this story has not, each once.
    void collect(std::uint32_t story, std::span<const Near> own) {
        known_.assign(1, story);
        for (const Near& near : own) known_.push_back(near.story);
        std::sort(known_.begin(), known_.end());
        others_.clear();
        for (const Near& near : own.first(std::min(own.size(), neighbours_asked))) {
            const std::span<const Near> theirs = without_empty(found_(near.story));
            for (const Near& one : theirs.first(std::min(theirs.size(), asked_for))) {
                if (!std::binary_search(known_.begin(), known_.end(), one.story))
                    others_.push_back(one.story);
            }
        }
        std::sort(others_.begin(), others_.end());
        others_.erase(std::unique(others_.begin(), others_.end()), others_.end());
    }

    void score(std::uint32_t story) {
        weights_.take(vectors_[story]);
        for (const std::uint32_t other : others_) {
            const std::uint32_t product = weights_.product(vectors_[other]);
            if (product > 0) all_.push_back({other, product});
        }
    }

    VectorsView vectors_;
    const FoundNear& found_;
    std::span<const std::uint32_t> order_;
    QueryWeights weights_;
    std::vector<std::uint32_t> known_;
    std::vector<std::uint32_t> others_;
    std::vector<Near> all_;
};

}  // namespace

std::vector<Near> improve_neighbours(VectorsView vectors, std::uint32_t terms, const FoundNear& found,
                                     std::span<const std::uint32_t> order, Workers& workers) {
    constexpr std::uint32_t step = 4096;
    const std::uint32_t stories = vectors.size();
    std::vector<Near> improved(std::size_t{stories} * most_found);
    workers.run((stories + step - 1) / step, [&](std::uint32_t task) {
        Improver improver(vectors, terms, found, order);
        const std::uint32_t end = std::min(stories, (task + 1) * step);
        for (std::uint32_t story = task * step; story < end; ++story) {
            improver.improve(story, std::span(improved).subspan(std::size_t{story} * most_found, most_found));
        }
    });
    return improved;
}

}  // namespace longread
