// The bytes of a run, as the text that our functions take.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace longread {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline void require(bool holds, const char* problem) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", problem);
    std::abort();
}

}  // namespace longread

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
