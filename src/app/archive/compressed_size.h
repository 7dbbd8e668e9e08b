// How many bytes a file of the archive is on its way to a reader.
#pragma once

#include <cstddef>
#include <string_view>

namespace longread {

// By brotli at quality 5, as servers have it that compress while they serve; what is compressed once at
// quality 11 is smaller: of 51,000 shards none was larger (app/archive/FORMAT.md).
std::size_t compressed_size(std::string_view bytes);

}  // namespace longread
