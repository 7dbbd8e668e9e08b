// An archive that has been added to: the stories of its last full build, whose index stays as it is, and those that
// came since, which are few. A story's number goes on from the ones to the others.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "app/archive/nearest.h"
#include "app/archive/weigh_stories.h"
#include "app/archive/write_archive.h"

namespace longread {

struct GrownArchive {
    ImpactView index;
    VectorsView built;                     // of the full build
    VectorsView since;                     // of the stories that came since
    std::span<const std::uint32_t> order;  // of all, as Search has it
    std::uint32_t heaviest = 0;            // as build_impact_index has it
    std::uint32_t rescored = 0;

    [[nodiscard]] VectorView vector(std::uint32_t story) const {
        return story < built.size() ? built[story] : since[story - built.size()];
    }
};

// The neighbours of the last queries.size() stories, best first, each at most `wanted`; none is its own.
std::vector<std::vector<Near>> find_in_grown(const GrownArchive& archive, VectorsView queries, std::uint32_t wanted,
                                             Workers& workers);

// The vectors of new stories, drawn to their neighbours as a full build does it, where these are as they are: new ones
// with vectors of their own. own: of the new stories alone. Gives `since` with the new ones behind the others.
VectorTable mix_new(const GrownArchive& archive, VectorsView own, Workers& workers);

// A new story that an older one's list may show.
struct BackLink {
    std::uint32_t story = 0;  // whose list it is
    std::uint32_t added = 0;
    std::uint16_t score = 0;
    std::uint16_t place = 0;  // in the list, from 0
};

// Where the list of one story could take in a new one. groups: of near copies. nullopt: nowhere among its first
// `places`, or it is a copy of the story.
bool find_place(std::span<const ArchiveNeighbour> list, std::span<const std::uint32_t> groups, std::uint32_t places,
                BackLink& link);

// The list with the new story in it; a copy of it that is there goes.
std::vector<ArchiveNeighbour> take_in(std::span<const ArchiveNeighbour> list, std::span<const std::uint32_t> groups,
                                      const BackLink& link);

// The links to take in, so that not more shards change than `most`, the best first: by place, then score. shards: of each
// story, of the build before; changed: those that change anyway.
std::vector<BackLink> choose_links(std::vector<BackLink> links, std::span<const std::uint32_t> shards,
                                   std::vector<std::uint32_t> changed, std::size_t most);

}  // namespace longread
