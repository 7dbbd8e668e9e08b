// The envelope of requests and replies: a list of keyed sections of bytes. Little endian:
//
//     u32 count, then for each section: u32 key, u32 size, bytes, zero padding to a multiple of 4
#pragma once

#include <cstdint>
#include <string_view>

#include "base/list.h"
#include "base/little_endian.h"
#include "base/result.h"
#include "base/text_buffer.h"

namespace longread {

struct Section {
    std::uint32_t key = 0;
    std::string_view bytes;
};

// A frame is written as its count, then section by section.
void append_section(TextBuffer& out, std::uint32_t key, std::string_view bytes);

// The sections of a frame, as views into it. Error: bad_request when sizes do not add up.
Result<List<Section>> read_frame(std::string_view frame, Arena& arena);

}  // namespace longread
