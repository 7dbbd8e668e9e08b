// The files of the related-stories archive (model/archive_files.h has their formats). They come from a
// network and from builds of another time: every size and place in them is checked, and what is not
// understood is refused. An archive that cannot be read costs its stories, never the article.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "model/archive_files.h"

namespace longread {

struct ArchiveShard {
    std::uint32_t number = 0;
    std::uint32_t build = 0;
    std::uint8_t mark = 0;
};

// The shard that the story of that hash is in, by the directory file for it; nullopt: the archive has no such
// story. Error: archive_refused (cut, changed, another file or of another version).
Result<std::optional<ArchiveShard>> find_archive_shard(std::string_view directory, std::uint64_t hash);

// What is related to a story, by a shard that it is in: nearest first, at most 255. id, url: the story's own,
// as for archive_hash; base_url: see resolve_url. Cards whose URL is refused are left out. Errors: as above;
// archive_stale: the shard does not have the story.
Result<List<ScoredCard>> read_archive_shard(std::string_view shard, std::string_view id, std::string_view url,
                                            std::string_view base_url, Arena& arena);

// The cards of a list of fresh stories, newest first, without scores. Error: archive_refused.
Result<List<ScoredCard>> read_archive_fresh(std::string_view fresh, std::string_view base_url, Arena& arena);

}  // namespace longread
