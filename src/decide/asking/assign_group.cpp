#include "decide/asking/assign_group.h"

#include "base/hash.h"
#include "model/reader_state.h"

namespace longread {
namespace {

// Another order of the numbers below `draws` for each key: so that shares are exact, each number comes out
// once. Every step can be undone: exclusive or, an odd factor, a shift onto itself.
std::uint32_t shuffle(std::uint32_t number, std::uint64_t key) {
    for (int round = 0; round < 4; ++round) {
        number ^= static_cast<std::uint32_t>(key) & (draws - 1);
        number = number * 0x9E3B & (draws - 1);
        number ^= number >> 7U;
        key >>= 16U;
    }
    return number;
}

std::int64_t total_weight(const Campaign& campaign) {
    std::int64_t total = 0;
    for (const Variant& variant : campaign.variants) total += variant.weight;
    return total;
}

}  // namespace

std::int32_t find_bucket(std::uint32_t draw, std::string_view campaign) {
    return static_cast<std::int32_t>(shuffle(draw, hash_text(campaign)) * buckets / draws);
}

const Variant* find_variant(std::uint32_t draw, const Campaign& campaign) {
    const std::int64_t number = shuffle(draw, mix_bits(hash_text(campaign.id)));
    std::int64_t share = number * total_weight(campaign) / draws;
    for (const Variant& variant : campaign.variants) {
        share -= variant.weight;
        if (share < 0) return &variant;
    }
    return nullptr;
}

bool is_experiment(const Campaign& campaign) {
    std::size_t shown = 0;
    for (const Variant& variant : campaign.variants) shown += variant.weight > 0 ? 1 : 0;
    return shown > 1 || campaign.holdback > 0;
}

}  // namespace longread
