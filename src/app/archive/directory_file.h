// The directory files of an archive: which story is in which shard (model/archive_files.h).
#pragma once

#include <functional>
#include <string_view>

#include "app/archive/write_archive.h"

namespace longread {

// Gives each of the 4096 files to `use`, by number; false where that said so.
bool write_directories(const ArchiveStories& stories, const ArchiveLayout& layout,
                       const std::function<bool(std::uint32_t number, std::string_view file)>& use);

}  // namespace longread
