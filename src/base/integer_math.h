// Logarithm and square root in integers: a score must be the same number in every build.
#pragma once

#include <cstdint>

namespace longread {

// The largest number whose square is not above the value.
std::uint32_t square_root(std::uint64_t value);

// Base 2, in 65536ths, rounded down; of 0 as of 1.
std::uint32_t log2_fixed(std::uint64_t value);

}  // namespace longread
