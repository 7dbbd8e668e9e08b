// The envelope of requests and replies: a list of keyed sections of bytes. Little endian:
//
//     u32 count, then for each section: u32 key, u32 size, bytes, zero padding to a multiple of 4
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace longread {

struct Section {
    std::uint32_t key = 0;
    std::string_view bytes;
};

// Appends to and reads from little-endian bytes; read_u32 takes 4 bytes that are there.
void append_u32(std::string& out, std::uint32_t value);
std::uint32_t read_u32(std::string_view bytes, std::size_t offset);

class FrameWriter {
   public:
    void add(std::uint32_t key, std::string_view bytes);
    // The whole frame; the writer is empty afterwards.
    std::string finish();

   private:
    std::uint32_t count_ = 0;
    std::string body_;
};

// The sections of a frame, as views into it. Error: bad_request when sizes do not add up.
Result<std::vector<Section>> read_frame(std::string_view frame);

}  // namespace longread
