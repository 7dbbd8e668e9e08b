#include "app/archive/term_dictionary.h"

#include <algorithm>

namespace longread {
namespace {

// Shares of the range of hashes, each sorted for itself.
constexpr std::uint32_t share_bits = 6;
constexpr std::uint32_t shares = 1U << share_bits;

std::uint32_t share_of(std::uint64_t term) { return static_cast<std::uint32_t>(term >> (64 - share_bits)); }

// Sorts them, and joins those of the same term into the first of them.
void join_same(std::vector<TermStories>& terms, std::uint32_t least) {
    std::sort(terms.begin(), terms.end(),
              [](const TermStories& a, const TermStories& b) { return a.term < b.term; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < terms.size();) {
        TermStories joined{terms[i].term, 0};
        for (; i < terms.size() && terms[i].term == joined.term; ++i) joined.stories += terms[i].stories;
        if (joined.stories >= least) terms[kept++] = joined;
    }
    terms.resize(kept);
}

}  // namespace

std::uint32_t DictionaryView::find(std::uint64_t term) const {
    const auto at = std::lower_bound(terms.begin(), terms.end(), term);
    if (at == terms.end() || *at != term) return unknown_term;
    return static_cast<std::uint32_t>(at - terms.begin());
}

TermDictionary join_terms(std::span<const std::span<const TermStories>> pieces, std::uint32_t least,
                          Workers& workers) {
    std::vector<std::vector<TermStories>> parts(shares);
    for (const auto piece : pieces) {
        for (const TermStories& one : piece) parts[share_of(one.term)].push_back(one);
    }
    workers.run(shares, [&](std::uint32_t share) { join_same(parts[share], least); });
    TermDictionary joined;
    for (const auto& part : parts) {
        for (const TermStories& one : part) {
            joined.terms.push_back(one.term);
            joined.stories.push_back(one.stories);
        }
    }
    return joined;
}

}  // namespace longread
