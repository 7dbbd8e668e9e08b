// For each term the stories that hold it, cut to those where it weighs most, in blocks of 262,144 stories:
// the scores of a block are 512 KB, which stay in a core's own cache while a query adds to them at random.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/archive/vector_table.h"
#include "app/archive/workers.h"

namespace longread {

constexpr std::uint32_t block_bits = 18;
constexpr std::uint32_t block_stories = 1U << block_bits;
// Of a weight, what a posting has no room for.
constexpr std::uint32_t coarse_shift = 2;

struct Posting {
    std::uint32_t packed = 0;

    static Posting of(std::uint32_t story, std::uint32_t weight) {
        return {(weight >> coarse_shift) << block_bits | (story & (block_stories - 1))};
    }
    [[nodiscard]] std::uint32_t story() const { return packed & (block_stories - 1); }  // within its block
    [[nodiscard]] std::uint32_t weight() const { return packed >> block_bits; }         // >> coarse_shift
};

// A view of an index: its own memory, or a mapped file's.
struct ImpactView {
    std::uint32_t stories = 0;
    std::uint32_t terms = 0;
    std::span<const std::uint32_t> starts;  // for each block, for each term, its first posting; and the end
    std::span<const Posting> postings;      // by block, then term, then story

    [[nodiscard]] std::uint32_t blocks() const { return (stories + block_stories - 1) >> block_bits; }
    [[nodiscard]] std::span<const Posting> list(std::uint32_t block, std::uint32_t term) const {
        if (term >= terms) return {};  // one that came since
        const std::size_t at = static_cast<std::size_t>(block) * terms + term;
        return postings.subspan(starts[at], starts[at + 1] - starts[at]);
    }
};

struct ImpactIndex {
    std::uint32_t stories = 0;
    std::uint32_t terms = 0;
    std::vector<std::uint32_t> starts;
    std::vector<Posting> postings;

    [[nodiscard]] ImpactView view() const { return {stories, terms, starts, postings}; }
};

// terms: how many there are in the collection, all in `vectors` being below. heaviest: how long a list may
// be; of stories where a term weighs the same the first stay.
ImpactIndex build_impact_index(VectorsView vectors, std::uint32_t terms, std::uint32_t heaviest,
                               Workers& workers);

}  // namespace longread
