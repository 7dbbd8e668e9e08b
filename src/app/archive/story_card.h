// A story's card as bytes, so that a million of them lie in one array that may be a mapped file.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "app/archive/packed_bytes.h"
#include "app/archive/write_archive.h"

namespace longread {

void pack_card(PackedWriter& out, const ArchiveStory& card);
// The texts are views into the bytes. Bytes that are no card give one without id and URL.
ArchiveStory unpack_card(std::string_view bytes);

// Many cards, one behind the other.
struct CardsView {
    std::span<const std::uint64_t> starts;  // one more than there are cards
    std::string_view bytes;

    [[nodiscard]] std::uint32_t size() const {
        return starts.empty() ? 0 : static_cast<std::uint32_t>(starts.size() - 1);
    }
    [[nodiscard]] std::string_view packed(std::uint32_t story) const {
        return bytes.substr(starts[story], starts[story + 1] - starts[story]);
    }
    ArchiveStory operator[](std::uint32_t story) const { return unpack_card(packed(story)); }
};

// What no other story has: the id, or the URL where there is none.
inline std::string_view key_of(const ArchiveStory& card) { return card.id.empty() ? card.url : card.id; }

// A number for each packed card: the newer, then the one with the lower key, has the lower number.
std::vector<std::uint32_t> order_cards(std::span<const std::string_view> cards);

}  // namespace longread
