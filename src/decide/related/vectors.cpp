#include "decide/related/vectors.h"

#include <utility>

#include "base/integer_math.h"

namespace longread {
namespace {

// Sorted by the other of its two numbers.
void turn(List<SortItem>& items, bool is_descending, Arena& arena) {
    for (SortItem& one : items) one = {is_descending ? ~one.value : one.value, one.key};
    sort_by_key(items, arena);
}

// The heaviest, at most so many, scaled to unit length. raw: weights below 2^40 by term, which is the key.
Vector make_vector(List<SortItem> raw, std::size_t most, Arena& arena) {
    if (raw.size() > most) {
        turn(raw, true, arena);
        raw.cut(most);
        turn(raw, false, arena);
        for (SortItem& one : raw) one.value = ~one.value;
    }
    std::uint64_t heaviest = 0;
    for (const SortItem& one : raw) heaviest = one.value > heaviest ? one.value : heaviest;
    unsigned shift = 0;  // to 24 bits, so that the squares can be added
    while (heaviest >> shift >= 1U << 24U) ++shift;
    std::uint64_t squares = 0;
    for (SortItem& one : raw) {
        one.value >>= shift;
        squares += one.value * one.value;
    }
    Vector vector;
    const std::uint64_t length = square_root(squares) + 1;
    for (const SortItem& one : raw) {
        const auto weight = static_cast<std::uint16_t>(one.value * unit_weight / length);
        if (weight > 0) vector.add({static_cast<std::uint32_t>(one.key), weight}, arena);
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
    List<SortItem> raw;
    for (const CollectedTerm& one : terms) {
        const std::uint64_t above = std::uint64_t{one.count} * 22 * mean;
        const std::uint64_t below =
            std::uint64_t{one.count} * 10 * mean + 3 * mean + std::uint64_t{length} * 16 * 9;
        raw.add({one.term, (above << 12U) / below * one.rarity}, arena);
    }
    return make_vector(raw, most_new_terms, arena);
}

Vector Mixer::mix(const Vector& own, const List<Vector>& nearest, Arena& arena) {
    List<std::uint64_t> shares;
    std::uint64_t all_shares = 0;
    for (const Vector& near : nearest) {
        const std::uint64_t cosine = product(own, near) / unit_weight;
        shares.add(cosine * cosine / unit_weight, arena);
        all_shares += shares.back();
    }
    sums_.cut(0);
    for (const Weight& one : own)
        sums_.add({one.term, one.weight * (all_shares == 0 ? 1 : 4 * all_shares)}, arena_);
    for (std::size_t i = 0; i < nearest.size(); ++i) add_scaled(nearest[i], 6 * shares[i]);
    return make_vector(sums_, most_vector_terms, arena);
}

// Merges the two, which are both by term.
void Mixer::add_scaled(const Vector& vector, std::uint64_t factor) {
    merged_.cut(0);
    const SortItem* sum = sums_.begin();
    const SortItem* const end = sums_.end();
    for (const Weight& one : vector) {
        for (; sum != end && sum->key < one.term; ++sum) merged_.add(*sum, arena_);
        SortItem item{one.term, one.weight * factor};
        if (sum != end && sum->key == one.term) item.value += (sum++)->value;
        merged_.add(item, arena_);
    }
    for (; sum != end; ++sum) merged_.add(*sum, arena_);
    std::swap(sums_, merged_);
}

std::uint32_t product(const Vector& one, const Vector& other) {
    std::uint32_t sum = 0;
    const Weight* a = one.begin();
    const Weight* b = other.begin();
    const Weight* const end_a = one.end();
    const Weight* const end_b = other.end();
    while (a != end_a && b != end_b) {
        const std::uint32_t term_a = a->term;
        const std::uint32_t term_b = b->term;
        if (term_a == term_b) sum += std::uint32_t{a->weight} * b->weight;
        a += term_a <= term_b ? 1 : 0;
        b += term_b <= term_a ? 1 : 0;
    }
    return sum;
}

}  // namespace longread
