// A checksum of bytes, which notices what happens to files on their way: cut, damaged, mixed up.
#pragma once

#include <cstdint>
#include <string_view>

namespace longread {

// CRC-32 (ISO 3309, as in PNG and gzip): "123456789" gives cbf43926.
std::uint32_t crc32(std::string_view bytes);

}  // namespace longread
