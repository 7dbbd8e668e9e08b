#include "app/archive/join_pieces.h"

#include <algorithm>

#include "base/hash.h"

namespace longread {
namespace {

struct Key {
    std::uint64_t hash;
    std::uint32_t piece;
    std::uint32_t story;
};

// Every story's key, equal hashes together, in the order of the input among these.
std::vector<Key> sort_keys(std::span<const PieceView> pieces) {
    std::vector<Key> keys;
    for (std::uint32_t piece = 0; piece < pieces.size(); ++piece) {
        for (std::uint32_t story = 0; story < pieces[piece].size(); ++story)
            keys.push_back({hash_text(key_of(pieces[piece].cards[story])), piece, story});
    }
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
        if (a.hash != b.hash) return a.hash < b.hash;
        return a.piece != b.piece ? a.piece < b.piece : a.story < b.story;
    });
    return keys;
}

// Whether one of the keys before this one with the same hash is the same.
bool is_repeated(std::span<const PieceView> pieces, std::span<const Key> keys, std::size_t at) {
    const auto text = [&](const Key& key) { return key_of(pieces[key.piece].cards[key.story]); };
    for (std::size_t i = at; i > 0 && keys[i - 1].hash == keys[at].hash; --i) {
        if (text(keys[i - 1]) == text(keys[at])) return true;
    }
    return false;
}

}  // namespace

JoinedPieces join_pieces(std::span<const PieceView> pieces) {
    JoinedPieces joined;
    for (const PieceView& piece : pieces) joined.dropped.emplace_back(piece.size());
    const std::vector<Key> keys = sort_keys(pieces);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (is_repeated(pieces, keys, i)) joined.duplicates.push_back({keys[i].piece, keys[i].story});
    }
    std::sort(joined.duplicates.begin(), joined.duplicates.end(), [](const Duplicate& a, const Duplicate& b) {
        return a.piece != b.piece ? a.piece < b.piece : a.story < b.story;
    });
    for (const Duplicate& one : joined.duplicates) joined.dropped[one.piece][one.story] = 1;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        joined.firsts.push_back(joined.size());
        for (std::uint32_t story = 0; story < pieces[p].size(); ++story) {
            if (joined.dropped[p][story] != 0) continue;
            joined.cards.push_back(pieces[p].cards.packed(story));
            joined.lengths += pieces[p].lengths[story];
        }
    }
    joined.firsts.push_back(joined.size());
    return joined;
}

TermDictionary join_dictionary(std::span<const PieceView> pieces, const JoinedPieces& joined,
                               Workers& workers) {
    std::vector<std::span<const TermStories>> lists;
    for (const PieceView& piece : pieces) lists.push_back(piece.terms);
    // What a story that was left out holds is taken off again; sums go around at 2^32.
    std::vector<TermStories> taken_off;
    std::vector<PieceCount> counts;
    for (const Duplicate& one : joined.duplicates) {
        pieces[one.piece].read_counts(one.story, counts);
        for (const PieceCount& count : counts)
            taken_off.push_back({pieces[one.piece].terms[count.term].term, ~std::uint32_t{0}});
    }
    lists.emplace_back(taken_off);
    return join_terms(lists, 2, workers);
}

}  // namespace longread
