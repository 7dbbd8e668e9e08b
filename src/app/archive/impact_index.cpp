#include "app/archive/impact_index.h"

#include <algorithm>
#include <functional>

namespace longread {
namespace {

// What a posting must weigh to stay in the list of its term, and how many of just that weight may.
struct Cut {
    std::uint16_t weight = 0;
    std::uint32_t equals = ~std::uint32_t{0};
};

// The weights of each term, in lists one behind the other.
struct TermWeights {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint16_t> weights;
};

TermWeights gather_weights(VectorsView vectors, std::uint32_t terms) {
    TermWeights lists;
    lists.starts.assign(terms + 1, 0);
    for (const std::uint32_t term : vectors.terms) ++lists.starts[term + 1];
    for (std::uint32_t term = 0; term < terms; ++term) lists.starts[term + 1] += lists.starts[term];
    lists.weights.resize(vectors.terms.size());
    std::vector<std::uint32_t> next(lists.starts.begin(), lists.starts.end() - 1);
    for (std::size_t i = 0; i < vectors.terms.size(); ++i)
        lists.weights[next[vectors.terms[i]]++] = vectors.weights[i];
    return lists;
}

Cut find_cut(std::span<std::uint16_t> weights, std::uint32_t heaviest) {
    if (weights.size() <= heaviest) return {};
    const auto last = weights.begin() + (heaviest - 1);
    std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
    const auto heavier = std::count_if(weights.begin(), last, [&](std::uint16_t w) { return w > *last; });
    return {*last, heaviest - static_cast<std::uint32_t>(heavier)};
}

std::vector<Cut> find_cuts(VectorsView vectors, std::uint32_t terms, std::uint32_t heaviest,
                           Workers& workers) {
    TermWeights lists = gather_weights(vectors, terms);
    std::vector<Cut> cuts(terms);
    constexpr std::uint32_t step = 4096;
    workers.run((terms + step - 1) / step, [&](std::uint32_t task) {
        const std::uint32_t end = std::min(terms, (task + 1) * step);
        for (std::uint32_t term = task * step; term < end; ++term) {
            const std::span<std::uint16_t> all(lists.weights);
            const std::uint32_t start = lists.starts[term];
            cuts[term] = find_cut(all.subspan(start, lists.starts[term + 1] - start), heaviest);
        }
    });
    return cuts;
}

// Goes over the stories in their order and calls keep(story, term, weight) for what stays. Uses up the cuts.
template <typename Keep>
void walk_kept(VectorsView vectors, std::vector<Cut>& cuts, const Keep& keep) {
    for (std::uint32_t story = 0; story < vectors.size(); ++story) {
        const VectorView vector = vectors[story];
        for (std::size_t i = 0; i < vector.size(); ++i) {
            Cut& cut = cuts[vector.terms[i]];
            const std::uint16_t weight = vector.weights[i];
            if (weight < cut.weight || (weight == cut.weight && cut.equals == 0)) continue;
            if (weight == cut.weight) --cut.equals;
            keep(story, vector.terms[i], weight);
        }
    }
}

}  // namespace

ImpactIndex build_impact_index(VectorsView vectors, std::uint32_t terms, std::uint32_t heaviest,
                               Workers& workers) {
    ImpactIndex index;
    index.stories = vectors.size();
    index.terms = terms;
    const std::vector<Cut> cuts = find_cuts(vectors, terms, heaviest, workers);
    const std::size_t lists = static_cast<std::size_t>(index.view().blocks()) * terms;
    const auto list_of = [&](std::uint32_t story, std::uint32_t term) {
        return static_cast<std::size_t>(story >> block_bits) * terms + term;
    };
    index.starts.assign(lists + 1, 0);
    std::vector<Cut> left = cuts;
    walk_kept(vectors, left, [&](std::uint32_t story, std::uint32_t term, std::uint16_t /*weight*/) {
        ++index.starts[list_of(story, term) + 1];
    });
    for (std::size_t i = 0; i < lists; ++i) index.starts[i + 1] += index.starts[i];
    index.postings.resize(index.starts[lists]);
    std::vector<std::uint32_t> next(index.starts.begin(), index.starts.end() - 1);
    left = cuts;
    walk_kept(vectors, left, [&](std::uint32_t story, std::uint32_t term, std::uint16_t weight) {
        index.postings[next[list_of(story, term)]++] = Posting::of(story, weight);
    });
    return index;
}

}  // namespace longread
