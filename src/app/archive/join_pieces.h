// The pieces of an archive together: which stories there are, in what order, and what terms they hold.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "app/archive/analysed_piece.h"
#include "app/archive/term_dictionary.h"
#include "app/archive/workers.h"

namespace longread {

// A story whose id an earlier one has: it was left out.
struct Duplicate {
    std::uint32_t piece;
    std::uint32_t story;  // within the piece
};

struct JoinedPieces {
    std::vector<std::vector<std::uint8_t>> dropped;  // for each piece, for each story: 1 where it is left out
    std::vector<std::uint32_t> firsts;               // the number of each piece's first story; and of all
    std::vector<std::string_view> cards;             // of the stories that stay, views into the pieces
    std::uint64_t lengths = 0;
    std::vector<Duplicate> duplicates;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(cards.size()); }
};

JoinedPieces join_pieces(std::span<const PieceView> pieces);

// The terms that at least two of the stories hold.
TermDictionary join_dictionary(std::span<const PieceView> pieces, const JoinedPieces& joined,
                               Workers& workers);

}  // namespace longread
