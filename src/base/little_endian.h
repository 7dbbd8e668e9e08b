// Numbers in bytes, the lowest byte first.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text_buffer.h"

namespace longread {

void append_u32(TextBuffer& out, std::uint32_t value);
// Of 4 bytes that are there.
std::uint32_t read_u32(std::string_view bytes, std::size_t offset);

}  // namespace longread
