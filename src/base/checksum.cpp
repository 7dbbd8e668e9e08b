#include "base/checksum.h"

#include <array>

namespace longread {
namespace {

// For half a byte at a time: as large a table as a module may carry for it.
constexpr std::array<std::uint32_t, 16> make_table() {
    std::array<std::uint32_t, 16> table{};
    for (std::uint32_t i = 0; i < 16; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 4; ++bit) value = value >> 1U ^ ((value & 1U) != 0 ? 0xEDB8'8320U : 0U);
        table[i] = value;
    }
    return table;
}

constexpr std::array<std::uint32_t, 16> table = make_table();

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFF'FFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        crc = crc >> 4U ^ table[crc & 15U];
        crc = crc >> 4U ^ table[crc & 15U];
    }
    return ~crc;
}

}  // namespace longread
