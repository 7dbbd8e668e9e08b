// The vectors of many stories, one behind the other: six bytes a term. A table owns them; a view may as well
// look into a mapped file.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace longread {

// One story's vector: terms (dense numbers of the collection) in rising order, and their weights.
struct VectorView {
    std::span<const std::uint32_t> terms;
    std::span<const std::uint16_t> weights;
    [[nodiscard]] std::size_t size() const { return terms.size(); }
};

struct VectorsView {
    std::span<const std::uint32_t> starts;  // one more than there are stories
    std::span<const std::uint32_t> terms;
    std::span<const std::uint16_t> weights;

    [[nodiscard]] std::uint32_t size() const {
        return starts.empty() ? 0 : static_cast<std::uint32_t>(starts.size() - 1);
    }
    // One more than the highest term that stands in any of them.
    [[nodiscard]] std::uint32_t count_terms() const {
        std::uint32_t count = 0;
        for (const std::uint32_t term : terms) count = term < count ? count : term + 1;
        return count;
    }
    VectorView operator[](std::uint32_t story) const {
        const std::uint32_t start = starts[story];
        const std::uint32_t count = starts[story + 1] - start;
        return {terms.subspan(start, count), weights.subspan(start, count)};
    }
};

struct VectorTable {
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> terms;
    std::vector<std::uint16_t> weights;

    [[nodiscard]] VectorsView view() const { return {starts, terms, weights}; }
    [[nodiscard]] std::uint32_t size() const { return view().size(); }
    void reserve(std::size_t stories, std::size_t all_terms) {
        starts.reserve(stories + 1);
        terms.reserve(all_terms);
        weights.reserve(all_terms);
    }
    void add_term(std::uint32_t term, std::uint16_t weight) {
        terms.push_back(term);
        weights.push_back(weight);
    }
    // Everything added since the last story was ended is this one's.
    void end_story() { starts.push_back(static_cast<std::uint32_t>(terms.size())); }
    void add(VectorView one) {
        terms.insert(terms.end(), one.terms.begin(), one.terms.end());
        weights.insert(weights.end(), one.weights.begin(), one.weights.end());
        end_story();
    }
    void add_all(VectorsView others) {
        for (std::uint32_t i = 0; i < others.size(); ++i) add(others[i]);
    }
};

}  // namespace longread
