#include "app/archive/nearest.h"

#include <algorithm>
#include <numeric>

#include "decide/related/vectors.h"

namespace longread {
namespace {

// Queries that take turns at a block while its lists are in the cache.
constexpr std::uint32_t batch = 512;
// Product of two unit vectors in the 16-bit scores: 1 << 15, so that rounding can't overflow them.
constexpr unsigned score_shift = 15;
static_assert(std::uint64_t{unit_weight} * unit_weight >> score_shift == 1U << 15U);
constexpr std::uint32_t group = 32;
constexpr std::uint32_t slot_bits = 10;
constexpr std::uint32_t no_term = ~std::uint32_t{0};

std::uint32_t slot_of(std::uint32_t term) { return term * 0x9E3779B1U >> (32 - slot_bits); }

bool has_above(const std::uint16_t* scores, std::uint16_t floor) {
    std::uint16_t most = 0;
    for (std::uint32_t i = 0; i < group; ++i) most = std::max(most, scores[i]);
    return most > floor;
}

}  // namespace

std::uint32_t product_of(VectorView a, VectorView b) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a.terms[i] == b.terms[j]) {
            sum += std::uint32_t{a.weights[i++]} * b.weights[j++];
        } else if (a.terms[i] < b.terms[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return sum;
}

bool is_nearer(const Near& a, const Near& b, std::span<const std::uint32_t> order) {
    return a.product != b.product ? a.product > b.product : order[a.story] < order[b.story];
}

Searcher::Searcher(const Search& search)
    : search_(search), scores_(block_stories), slots_(std::size_t{1} << slot_bits) {}

void Searcher::search_block(std::uint32_t block, VectorView query, Best& best) {
    std::fill(scores_.begin(), scores_.end(), std::uint16_t{0});
    for (std::size_t i = 0; i < query.size(); ++i) {
        const std::uint32_t weight = query.weights[i];
        for (const Posting& posting : search_.index.list(block, query.terms[i])) {
            scores_[posting.story] = static_cast<std::uint16_t>(
                scores_[posting.story] + static_cast<std::uint16_t>(weight * posting.weight >> score_shift));
        }
    }
    collect(block, best);
}

void Searcher::collect(std::uint32_t block, Best& best) {
    const std::uint32_t first = block << block_bits;
    const std::uint32_t count = std::min(search_.index.stories - first, block_stories);
    // Beyond the last story all scores are 0, which is above no floor.
    for (std::uint32_t at = 0; at < count; at += group) {
        if (!has_above(&scores_[at], best.floor)) continue;
        for (std::uint32_t i = at; i < at + group; ++i) {
            if (scores_[i] <= best.floor) continue;
            best.candidates.push_back({first + i, scores_[i]});
            if (best.candidates.size() == 2 * std::size_t{search_.rescored}) keep_best(best);
        }
    }
}

void Searcher::keep_best(Best& best) const {
    auto& all = best.candidates;
    if (all.size() <= search_.rescored) return;
    const auto last = all.begin() + (search_.rescored - 1);
    std::nth_element(all.begin(), last, all.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.story < b.story;
    });
    best.floor = last->score;
    all.resize(search_.rescored);
}

std::span<const Near> Searcher::rescore(VectorView query, std::uint32_t self, Best& best) {
    keep_best(best);
    const std::uint32_t mask = (1U << slot_bits) - 1;
    std::fill(slots_.begin(), slots_.end(), Slot{no_term, 0});
    for (std::size_t i = 0; i < query.size(); ++i) {
        std::uint32_t at = slot_of(query.terms[i]);
        while (slots_[at].term != no_term) at = (at + 1) & mask;
        slots_[at] = {query.terms[i], query.weights[i]};
    }
    found_.clear();
    for (const Candidate& candidate : best.candidates) {
        if (candidate.story == self) continue;
        const VectorView vector = search_.vectors[candidate.story];
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < vector.size(); ++i) {
            std::uint32_t at = slot_of(vector.terms[i]);
            while (slots_[at].term != vector.terms[i] && slots_[at].term != no_term) at = (at + 1) & mask;
            sum += slots_[at].weight * vector.weights[i];
        }
        found_.push_back({candidate.story, sum});
    }
    const std::size_t kept = std::min<std::size_t>(search_.wanted, found_.size());
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept), found_.end(),
                      [&](const Near& a, const Near& b) { return is_nearer(a, b, search_.order); });
    best.candidates.clear();
    best.floor = 0;
    return std::span<const Near>(found_).first(kept);
}

void Searcher::find(VectorsView queries, std::span<const std::uint32_t> selves,
                    const std::function<void(std::uint32_t, std::span<const Near>)>& give) {
    best_.resize(std::min(batch, queries.size()));
    for (std::uint32_t first = 0; first < queries.size(); first += batch) {
        const std::uint32_t count = std::min(batch, queries.size() - first);
        for (std::uint32_t block = 0; block < search_.index.blocks(); ++block) {
            for (std::uint32_t i = 0; i < count; ++i) search_block(block, queries[first + i], best_[i]);
        }
        for (std::uint32_t i = 0; i < count; ++i)
            give(first + i, rescore(queries[first + i], selves[first + i], best_[i]));
    }
}

std::vector<Near> find_neighbours(const Search& search, std::uint32_t first, std::uint32_t last,
                                  Workers& workers) {
    std::vector<Near> all(static_cast<std::size_t>(last - first) * search.wanted);
    std::vector<std::uint32_t> selves(last - first);
    std::iota(selves.begin(), selves.end(), first);
    workers.run((last - first + batch - 1) / batch, [&](std::uint32_t task) {
        const std::uint32_t begin = task * batch;
        const std::uint32_t count = std::min(batch, last - first - begin);
        VectorsView queries = search.vectors;
        queries.starts = queries.starts.subspan(first + begin, count + 1);
        Searcher searcher(search);
        searcher.find(
            queries, std::span(selves).subspan(begin, count),
            [&](std::uint32_t query, std::span<const Near> found) {
                std::copy(found.begin(), found.end(),
                          all.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(begin + query) *
                                                                    search.wanted));
            });
    });
    return all;
}

}  // namespace longread
