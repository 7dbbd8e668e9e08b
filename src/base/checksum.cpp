#include "base/checksum.h"

#include <array>

namespace longread {
namespace {

// Made anew each time: a table in the module would be a kilobyte to fetch, and takes microseconds to make.
std::array<std::uint32_t, 256> make_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = value >> 1U ^ ((value & 1U) != 0 ? 0xEDB8'8320U : 0U);
        table[i] = value;
    }
    return table;
}

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
    const std::array<std::uint32_t, 256> table = make_table();
    std::uint32_t crc = 0xFFFF'FFFFU;
    for (const char c : bytes) crc = crc >> 8U ^ table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU];
    return ~crc;
}

}  // namespace longread
