#include "app/archive/nearest.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "decide/related/vectors.h"

namespace longread {
namespace {

// Queries that take turns at a block while its lists are in the cache.
constexpr std::uint32_t batch = 512;
// Product of two unit vectors in the 16-bit scores: below 1 << 15, since vectors are never longer than a
// unit.
constexpr unsigned score_shift = 15 - coarse_shift;
static_assert(std::uint64_t{unit_weight} * (unit_weight >> coarse_shift) >> score_shift == 1U << 15U);
constexpr std::uint32_t group = 32;
std::int16_t highest_of(const std::int16_t* scores) {
    std::int16_t highest = 0;
    for (std::uint32_t i = 0; i < group; ++i) highest = std::max(highest, scores[i]);
    return highest;
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
    : search_(search), scores_(block_stories), weights_(std::max(search.index.terms, search.terms)) {}

void Searcher::fetch_list(std::uint32_t block, std::uint32_t term) const {
    const std::span<const Posting> list = search_.index.list(block, term);
    if (list.empty()) return;
    __builtin_prefetch(list.data());
    __builtin_prefetch(list.data() + 16);
}

void Searcher::add_searched(VectorView query) {
    std::uint16_t least = 0;
    std::size_t equals = query.size();  // of terms with the least weight: how many are taken
    if (query.size() > search_.searched) {
        heaviest_.assign(query.weights.begin(), query.weights.end());
        const auto end = heaviest_.begin() + search_.searched;
        std::nth_element(heaviest_.begin(), end - 1, heaviest_.end(), std::greater<>());
        least = *(end - 1);
        equals = static_cast<std::size_t>(std::count(heaviest_.begin(), end, least));
    }
    for (std::size_t i = 0; i < query.size(); ++i) {
        const std::uint16_t weight = query.weights[i];
        if (weight < least || (weight == least && equals == 0)) continue;
        if (weight == least) --equals;
        searched_.add_term(query.terms[i], weight);
    }
    searched_.end_story();
}

// Calls add(posting, weight) for each posting of the query's terms.
template <typename Add>
void Searcher::walk_lists(std::uint32_t block, VectorView query, const Add& add) const {
    // Lists lie far apart: each is on its way while those before it are gone through.
    constexpr std::size_t ahead = 4;
    for (std::size_t i = 0; i < std::min(ahead, query.size()); ++i) fetch_list(block, query.terms[i]);
    for (std::size_t i = 0; i < query.size(); ++i) {
        if (i + ahead < query.size()) fetch_list(block, query.terms[i + ahead]);
        const std::uint32_t weight = query.weights[i];
        for (const Posting& posting : search_.index.list(block, query.terms[i]))
            add(posting.story(), static_cast<int>(weight * posting.weight() >> score_shift));
    }
}

void Searcher::search_block(std::uint32_t block, VectorView query, Best& best) {
    if (best.floor == 0) {
        walk_lists(block, query, [this](std::uint32_t story, int product) {
            scores_[story] = static_cast<std::int16_t>(scores_[story] + product);
        });
        return collect(block, best);
    }
    // With a floor few stories are of interest: they are noticed when they rise above it, and the others
    // never looked at.
    crossed_.clear();
    walk_lists(block, query, [this, floor = best.floor](std::uint32_t story, int product) {
        const int before = scores_[story];
        scores_[story] = static_cast<std::int16_t>(before + product);
        if (before <= floor && before + product > floor) crossed_.push_back(story);
    });
    for (const std::uint32_t story : crossed_) take(block, story, best);
    std::fill(scores_.begin(), scores_.end(), std::int16_t{0});
}

void Searcher::take(std::uint32_t block, std::uint32_t story, Best& best) const {
    if (scores_[story] <= best.floor) return;
    best.candidates.push_back({(block << block_bits) + story, scores_[story]});
    if (best.candidates.size() == 2 * std::size_t{search_.rescored}) keep_best(best);
}

// Takes what is above the floor, and leaves the scores cleared.
void Searcher::collect(std::uint32_t block, Best& best) {
    const std::uint32_t count = std::min(search_.index.stories - (block << block_bits), block_stories);
    // Beyond the last story all scores are 0, which is above no floor.
    for (std::uint32_t at = 0; at < count; at += group) {
        const std::int16_t highest = highest_of(&scores_[at]);
        if (highest == 0) continue;
        if (highest > best.floor) {
            for (std::uint32_t i = at; i < at + group; ++i) take(block, i, best);
        }
        std::fill_n(&scores_[at], group, std::int16_t{0});
    }
    // The more is known of the best, the fewer of the next block come in.
    keep_best(best);
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
    weights_.take(query);
    found_.clear();
    for (const Candidate& candidate : best.candidates) {
        if (candidate.story == self) continue;
        found_.push_back({candidate.story, weights_.product(search_.vectors[candidate.story])});
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
        searched_ = {};
        for (std::uint32_t i = 0; i < count; ++i) add_searched(queries[first + i]);
        // A story's own block first: stories come in the order of their dates, so most of the nearest are
        // there, and raise the floor for the others.
        const std::uint32_t blocks = search_.index.blocks();
        for (std::uint32_t turn = 0; turn < blocks; ++turn) {
            for (std::uint32_t i = 0; i < count; ++i) {
                const std::uint32_t self = selves[first + i];
                const std::uint32_t own = self == no_story ? blocks - 1 : self >> block_bits;
                search_block((own + turn) % blocks, searched_.view()[i], best_[i]);
            }
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
