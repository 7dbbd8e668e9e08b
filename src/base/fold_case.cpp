#include "base/fold_case.h"

#include <cstdint>

namespace longread {
namespace {

// Capitals from first to last, all of them or each second one, and how far from them the small letters stand.
struct Capitals {
    std::uint16_t first;
    std::uint16_t last;
    std::uint8_t step;
    std::int16_t distance;
};

constexpr Capitals capitals[] = {
    {0x00C0, 0x00D6, 1, 32}, {0x00D8, 0x00DE, 1, 32},   {0x0100, 0x012E, 2, 1},  {0x0130, 0x0130, 1, -199},
    {0x0132, 0x0136, 2, 1},  {0x0139, 0x0147, 2, 1},    {0x014A, 0x0176, 2, 1},  {0x0178, 0x0178, 1, -121},
    {0x0179, 0x017D, 2, 1},  {0x017F, 0x017F, 1, -268}, {0x01A0, 0x01A4, 2, 1},  {0x01AF, 0x01AF, 1, 1},
    {0x01CD, 0x01DB, 2, 1},  {0x01DE, 0x01EE, 2, 1},    {0x01F8, 0x021E, 2, 1},  {0x0222, 0x0232, 2, 1},
    {0x0386, 0x0386, 1, 38}, {0x0388, 0x038A, 1, 37},   {0x038C, 0x038C, 1, 64}, {0x038E, 0x038F, 1, 63},
    {0x0391, 0x03AB, 1, 32}, {0x03C2, 0x03C2, 1, 1},    {0x0400, 0x040F, 1, 80}, {0x0410, 0x042F, 1, 32},
    {0x0460, 0x0480, 2, 1},  {0x048A, 0x04BE, 2, 1},    {0x04C1, 0x04CD, 2, 1},  {0x04D0, 0x052E, 2, 1},
    {0x0531, 0x0556, 1, 48}, {0x1E00, 0x1E94, 2, 1},    {0x1EA0, 0x1EFE, 2, 1},  {0xFF21, 0xFF3A, 1, 32},
};

}  // namespace

char32_t fold_case(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    for (const Capitals& range : capitals) {
        if (c < range.first) break;
        if (c > range.last || (c - range.first) % range.step != 0) continue;
        c = static_cast<char32_t>(static_cast<std::int32_t>(c) + range.distance);
        break;
    }
    return c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c;
}

}  // namespace longread
