#include "app/archive/weigh_stories.h"

#include <algorithm>

#include "decide/related/vectors.h"

namespace longread {
namespace {

void add_vector(VectorTable& out, const Vector& vector) {
    for (const Weight& one : vector) out.add_term(one.term, one.weight);
    out.end_story();
}

Vector copy_vector(VectorView view, Arena& arena) {
    Vector vector;
    for (std::size_t i = 0; i < view.size(); ++i) vector.add({view.terms[i], view.weights[i]}, arena);
    return vector;
}

std::vector<std::uint32_t> number_terms(const PieceView& piece, DictionaryView dictionary) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(piece.terms.size());
    for (const TermStories& one : piece.terms) numbers.push_back(dictionary.find(one.term));
    return numbers;
}

}  // namespace

std::vector<std::uint32_t> find_rarities(DictionaryView dictionary, std::uint32_t stories) {
    std::vector<std::uint32_t> rarities;
    rarities.reserve(dictionary.size());
    for (const std::uint32_t count : dictionary.stories) rarities.push_back(rarity_of(count, stories));
    return rarities;
}

VectorTable weigh_piece(const PieceView& piece, std::span<const std::uint8_t> dropped,
                        const WeighingBasis& basis) {
    const std::vector<std::uint32_t> numbers = number_terms(piece, basis.dictionary);
    VectorTable table;
    std::vector<PieceCount> counts;
    for (std::uint32_t story = 0; story < piece.size(); ++story) {
        if (dropped[story] != 0) continue;
        piece.read_counts(story, counts);
        for (PieceCount& one : counts) one.term = numbers[one.term];
        std::sort(counts.begin(), counts.end(),
                  [](const PieceCount& a, const PieceCount& b) { return a.term < b.term; });
        Arena arena;
        List<CollectedTerm> terms;
        for (const PieceCount& one : counts) {
            if (one.term != unknown_term) terms.add({one.term, one.count, basis.rarities[one.term]}, arena);
        }
        add_vector(table, weigh(terms, piece.lengths[story], basis.lengths, basis.stories, arena));
    }
    return table;
}

void mix_into(VectorTable& out, VectorView own, std::span<const VectorView> nearest) {
    Arena arena;
    List<Vector> vectors;
    for (const VectorView near : nearest) vectors.add(copy_vector(near, arena), arena);
    add_vector(out, mix(copy_vector(own, arena), vectors, arena));
}

VectorTable mix_vectors(VectorsView own, std::uint32_t first, std::span<const Near> nearest,
                        Workers& workers) {
    constexpr std::uint32_t step = 512;
    const auto count = static_cast<std::uint32_t>(nearest.size() / nearest_to_mix);
    std::vector<VectorTable> tables((count + step - 1) / step);
    workers.run(static_cast<std::uint32_t>(tables.size()), [&](std::uint32_t task) {
        const std::uint32_t end = std::min(count, (task + 1) * step);
        std::vector<VectorView> others;
        for (std::uint32_t i = task * step; i < end; ++i) {
            others.clear();
            for (const Near& near : nearest.subspan(i * nearest_to_mix, nearest_to_mix)) {
                if (near.product > 0) others.push_back(own[near.story]);
            }
            mix_into(tables[task], own[first + i], others);
        }
    });
    VectorTable all;
    for (const VectorTable& table : tables) all.add_all(table.view());
    return all;
}

}  // namespace longread
