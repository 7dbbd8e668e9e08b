#include "app/archive/story_card.h"

#include <algorithm>

namespace longread {
namespace {

// Small numbers for small values of either sign.
std::uint64_t fold_sign(std::int64_t value) {
    return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unfold_sign(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

}  // namespace

void pack_card(PackedWriter& out, const ArchiveStory& card) {
    for (const std::string_view text : {card.id, card.url, card.title, card.dek, card.image, card.section,
                                        card.series, card.tags, card.lang})
        out.text(text);
    out.number(fold_sign(card.published));
}

ArchiveStory unpack_card(std::string_view bytes) {
    PackedReader in(bytes);
    ArchiveStory card;
    for (std::string_view* text : {&card.id, &card.url, &card.title, &card.dek, &card.image, &card.section,
                                   &card.series, &card.tags, &card.lang})
        *text = in.text();
    card.published = unfold_sign(in.number());
    return in.ok() ? card : ArchiveStory{};
}

std::vector<std::uint32_t> order_cards(std::span<const std::string_view> cards) {
    struct Place {
        std::int64_t published;
        std::uint32_t story;
    };
    std::vector<Place> places(cards.size());
    for (std::uint32_t i = 0; i < cards.size(); ++i) places[i] = {unpack_card(cards[i]).published, i};
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        if (a.published != b.published) return a.published > b.published;
        return key_of(unpack_card(cards[a.story])) < key_of(unpack_card(cards[b.story]));
    });
    std::vector<std::uint32_t> order(cards.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) order[places[i].story] = i;
    return order;
}

}  // namespace longread
