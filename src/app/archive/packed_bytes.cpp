#include "app/archive/packed_bytes.h"

#include <array>

#include "base/hash.h"

namespace longread {

std::uint64_t sum_of(std::string_view bytes) {
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
    std::array<std::uint64_t, 4> sums{1, 2, 3, 4};
    std::size_t at = 0;
    for (; at + sizeof sums <= bytes.size(); at += sizeof sums) {
        std::array<std::uint64_t, 4> words{};
        std::memcpy(words.data(), bytes.data() + at, sizeof words);
        for (std::size_t i = 0; i < 4; ++i) sums[i] = std::rotl((sums[i] ^ words[i]) * prime, 29);
    }
    std::uint64_t sum = mix_bits(bytes.size());
    for (const std::uint64_t part : sums) sum = mix_bits(sum ^ part) * prime;
    return mix_bits(sum ^ hash_text(bytes.substr(at)));
}

}  // namespace longread
