// The terms of an archive, each with a dense number and the count of stories that hold it. The numbers follow
// the order of the terms' hashes, so they do not depend on who met a term first.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/archive/workers.h"

namespace longread {

// A term (decide/related/analyse.h) and how many stories hold it.
struct TermStories {
    std::uint64_t term;
    std::uint32_t stories;
    std::uint32_t padding = 0;
};

constexpr std::uint32_t unknown_term = ~std::uint32_t{0};

// A view of the terms: their own memory, or a mapped file's.
struct DictionaryView {
    std::span<const std::uint64_t> terms;  // rising; the place of a term is its number
    std::span<const std::uint32_t> stories;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(terms.size()); }
    // The number of a term, or unknown_term.
    [[nodiscard]] std::uint32_t find(std::uint64_t term) const;
};

struct TermDictionary {
    std::vector<std::uint64_t> terms;
    std::vector<std::uint32_t> stories;

    [[nodiscard]] DictionaryView view() const { return {terms, stories}; }
};

// Joins the terms of pieces, which may stand in any order in each; those in fewer than `least` stories of all
// are left out.
TermDictionary join_terms(std::span<const std::span<const TermStories>> pieces, std::uint32_t least,
                          Workers& workers);

}  // namespace longread
