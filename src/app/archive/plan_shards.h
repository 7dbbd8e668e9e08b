// Which stories share a shard: grown greedily along the neighbour graph, so that most of what is related to a
// story stands beside it, and closed by the bytes that the shard takes on its way.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/archive/shard_file.h"
#include "app/archive/write_archive.h"

namespace longread {

// One shard with these stories: their cards by date, cards of other stories that are related to them, and as
// many of the lists as there are cards for. most_other: how many cards of others at most.
ShardContent fill_shard(std::vector<std::uint32_t> own, const ArchiveStories& stories,
                        const ArchiveOptions& options, std::size_t most_other = 255);

// A shard that is no larger than it may be, as its body (shard_file.h).
struct PlannedShard {
    std::vector<std::uint32_t> own;
    std::string body;
};

class ShardPlanner {
  public:
    // homeless: the stories that are to be placed. All stories may be neighbours.
    ShardPlanner(const ArchiveStories& stories, const ArchiveOptions& options,
                 std::span<const std::uint32_t> homeless);

    // The next shard; `own` is empty when every story is placed.
    PlannedShard next();
    // With these stories and as many of the joining ones, in their order, as there is room for; the others
    // are homeless.
    PlannedShard refill(std::vector<std::uint32_t> own, std::span<const std::uint32_t> joining);

  private:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    void link();
    std::uint32_t pick();
    void place(std::uint32_t story, std::vector<std::uint32_t>& own);
    void take_back(std::vector<std::uint32_t>& own);
    void reach(std::uint32_t story, std::uint32_t gain);
    std::uint32_t estimate(const std::vector<std::uint32_t>& own);
    PlannedShard close(std::vector<std::uint32_t> own);

    const ArchiveStories& stories_;
    const ArchiveOptions& options_;
    std::vector<bool> is_homeless_;
    std::vector<std::uint16_t> sizes_;  // of cards, before compression
    std::vector<std::uint32_t> links_;  // to stories that have this one among their nearest, by story
    std::vector<std::uint32_t> link_starts_;
    std::vector<std::uint32_t> gains_;    // how near a story is to those of the shard that grows
    std::vector<std::uint32_t> reached_;  // stories with a gain
    std::vector<std::uint32_t> seen_;     // by story: the estimate that has counted it
    std::uint32_t estimates_ = 0;
    std::uint32_t first_homeless_ = 0;
    std::uint32_t seed_ = none;  // nearest to the shard before
    std::uint32_t ratio_ = 380;  // compressed size of an estimate, in thousandths
};

}  // namespace longread
