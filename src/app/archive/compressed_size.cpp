#include "app/archive/compressed_size.h"

#include <brotli/encode.h>

#include <string>

namespace longread {

std::size_t compressed_size(std::string_view bytes) {
    constexpr int quality = 5;
    constexpr int window = 18;  // 256 KiB, more than any file of ours
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = out.size();
    const auto* const in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const bool done = BrotliEncoderCompress(quality, window, BROTLI_MODE_GENERIC, bytes.size(), in, &size,
                                            reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
    return done ? size : bytes.size();
}

}  // namespace longread
