#include "base/little_endian.h"

namespace longread {

void append_u32(TextBuffer& out, std::uint32_t value) {
    for (std::uint32_t shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFFU);
}

std::uint32_t read_u32(std::string_view bytes, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[offset + i]);
    return value;
}

}  // namespace longread
