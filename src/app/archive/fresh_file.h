// The lists of fresh stories of an archive, one for the sections whose names have that number: what has been
// published since a shard was written, and what a story that is in no shard yet can be followed by.
#pragma once

#include <functional>
#include <string_view>

#include "app/archive/write_archive.h"

namespace longread {

// Gives each list that has stories to `use`, by number; false where that said so.
bool write_fresh_lists(const ArchiveStories& stories, const ArchiveOptions& options, std::uint32_t build,
                       const std::function<bool(std::uint32_t number, std::string_view file)>& use);

}  // namespace longread
