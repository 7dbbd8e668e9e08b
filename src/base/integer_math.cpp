#include "base/integer_math.h"

namespace longread {

std::uint32_t square_root(std::uint64_t value) {
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 62U; bit != 0; bit >>= 2U) {
        const bool fits = value >= root + bit;
        if (fits) value -= root + bit;
        root = (root >> 1U) + (fits ? bit : 0);
    }
    return static_cast<std::uint32_t>(root);
}

std::uint32_t log2_fixed(std::uint64_t value) {
    std::uint32_t log = 0;
    for (; value >> 32U != 0; value >>= 1U) ++log;
    if (value == 0) return 0;
    for (log += 31; value >> 31U == 0; value <<= 1U) --log;
    // Now a number from 1 to below 2, in 2^31ths: each squaring gives one more digit of its logarithm.
    for (int digit = 0; digit < 16; ++digit) {
        value = value * value >> 31U;
        log = log << 1U | static_cast<std::uint32_t>(value >> 32U);
        value >>= value >> 32U;
    }
    return log;
}

}  // namespace longread
