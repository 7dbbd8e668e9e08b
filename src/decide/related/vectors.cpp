#include "decide/related/vectors.h"

#include "base/integer_math.h"
#include "base/sort.h"

namespace longread {
namespace {

struct RawWeight {
    std::uint32_t term = 0;
    std::uint64_t weight = 0;  // below 2^40
};

// The heaviest, at most so many, scaled to unit length. raw: by term.
Vector make_vector(List<RawWeight> raw, std::size_t most, Arena& arena) {
    if (raw.size() > most) {
        sort(raw, arena, [](const RawWeight& a, const RawWeight& b) { return a.weight > b.weight; });
        raw.cut(most);
        sort(raw, arena, [](const RawWeight& a, const RawWeight& b) { return a.term < b.term; });
    }
    std::uint64_t heaviest = 0;
    for (const RawWeight& one : raw) heaviest = one.weight > heaviest ? one.weight : heaviest;
    unsigned shift = 0;  // to 24 bits, so that the squares can be added
    while (heaviest >> shift >= 1U << 24U) ++shift;
    std::uint64_t squares = 0;
    for (RawWeight& one : raw) {
        one.weight >>= shift;
        squares += one.weight * one.weight;
    }
    Vector vector;
    const std::uint64_t length = square_root(squares) + 1;
    for (const RawWeight& one : raw) {
        const auto weight = static_cast<std::uint16_t>(one.weight * unit_weight / length);
        if (weight > 0) vector.add({one.term, weight}, arena);
    }
    return vector;
}

}  // namespace

std::uint32_t rarity_of(std::uint32_t stories_with_term, std::uint32_t all_stories) {
    // BM25's logarithm of 1 + (N - n + 1/2) / (n + 1/2).
    const std::uint64_t idf =
        log2_fixed(2 * std::uint64_t{all_stories} + 2) - log2_fixed(2 * std::uint64_t{stories_with_term} + 1);
    return square_root(idf << 16U);
}

Vector weigh(const List<CollectedTerm>& terms, std::uint32_t length, std::uint64_t all_lengths,
             std::uint32_t all_stories, Arena& arena) {
    // tf (k + 1) / (tf + k (1 - b + b length / mean)) with k 1.2 and b .75, both sides times ten means.
    const std::uint64_t mean = all_lengths * 16 / (all_stories == 0 ? 1 : all_stories) + 1;
    List<RawWeight> raw;
    for (const CollectedTerm& one : terms) {
        const std::uint64_t above = std::uint64_t{one.count} * 22 * mean;
        const std::uint64_t below =
            std::uint64_t{one.count} * 10 * mean + 3 * mean + std::uint64_t{length} * 16 * 9;
        raw.add({one.term, (above << 12U) / below * one.rarity}, arena);
    }
    return make_vector(raw, most_new_terms, arena);
}

Vector mix(const Vector& own, const List<Vector>& nearest, Arena& arena) {
    List<std::uint64_t> shares;
    std::uint64_t all_shares = 0;
    for (const Vector& near : nearest) {
        const std::uint64_t cosine = product(own, near) / unit_weight;
        shares.add(cosine * cosine / unit_weight, arena);
        all_shares += shares.back();
    }
    List<RawWeight> all;
    for (const Weight& one : own)
        all.add({one.term, one.weight * (all_shares == 0 ? 1 : 4 * all_shares)}, arena);
    for (std::size_t i = 0; i < nearest.size(); ++i) {
        for (const Weight& one : nearest[i]) all.add({one.term, one.weight * 6 * shares[i]}, arena);
    }
    sort(all, arena, [](const RawWeight& a, const RawWeight& b) { return a.term < b.term; });
    List<RawWeight> sums;
    for (const RawWeight& one : all) {
        if (!sums.empty() && sums.back().term == one.term) {
            sums.back().weight += one.weight;
        } else {
            sums.add(one, arena);
        }
    }
    return make_vector(sums, most_vector_terms, arena);
}

std::uint32_t product(const Vector& one, const Vector& other) {
    std::uint32_t sum = 0;
    const Weight* b = other.begin();
    for (const Weight& a : one) {
        while (b != other.end() && b->term < a.term) ++b;
        if (b == other.end()) break;
        if (b->term == a.term) sum += std::uint32_t{a.weight} * b->weight;
    }
    return sum;
}

}  // namespace longread
