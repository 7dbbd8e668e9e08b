#include "decide/leave_out.h"

#include "base/text.h"

namespace longread {

void leave_out(List<Card>& cards, std::string_view shown) {
    std::size_t kept = 0;
    for (const Card& card : cards) {
        if (word_index(shown, card.url) < 0) cards[kept++] = card;
    }
    cards.cut(kept);
}

}  // namespace longread
