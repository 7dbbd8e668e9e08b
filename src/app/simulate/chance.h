// Numbers by chance that are the same on every machine and in every build: a counter, mixed. Each stream has
// a key of its own, so the numbers of one reader need nothing of another's.
#pragma once

#include <cstdint>

#include "base/hash.h"

namespace longread {

class Chance {
  public:
    Chance(std::uint64_t seed, std::uint64_t stream) : key_(mix_bits(mix_bits(seed + 1) + stream)) {}

    // Below the limit, which is not 0. A number is likelier than another by 1 in 2^32 / limit at most.
    std::uint32_t below(std::uint32_t limit) {
        // The step is 2^64 divided by the golden ratio, as in SplitMix64 (Steele, Lea and Flood 2014).
        const std::uint64_t high = mix_bits(key_ + ++count_ * 0x9E3779B97F4A7C15) >> 32U;
        return static_cast<std::uint32_t>(high * limit >> 32U);
    }
    bool happens(std::uint32_t of_thousand) { return below(1000) < of_thousand; }

  private:
    std::uint64_t key_;
    std::uint64_t count_ = 0;
};

}  // namespace longread
