// What synthetic readers read: the stories of a feed, or a list that is made for the campaigns.
#pragma once

#include <cstdint>
#include <vector>

#include "app/simulate/chance.h"
#include "model/campaign.h"
#include "model/surroundings.h"

namespace longread {

// Stories in the order in which they come out.
class Shelf {
  public:
    // At least one; those without a date count as the oldest.
    explicit Shelf(std::vector<Surroundings> stories);

    // One of those that are out at `now`, the newest more often than others; where none is, one of all.
    const Surroundings& pick(const Timestamp& now, Chance& chance) const;

    [[nodiscard]] std::size_t size() const { return stories_.size(); }

  private:
    std::vector<Surroundings> stories_;
    std::vector<std::int64_t> dates_;  // of them; seconds
};

// Articles with the sections, tags, languages and paths that the campaigns and their exclusions name, among
// others that have none of them: some from before `start`, some from each of the days. The same for the same
// campaigns, start and days; texts live in the arena.
std::vector<Surroundings> make_articles(const Campaigns& campaigns, const Timestamp& start,
                                        std::uint32_t days, Arena& arena);

// The feed's stories as pages have them: tags hold the kicker, a language that is not given is English.
std::vector<Surroundings> articles_of(const Feed& feed, Arena& arena);

}  // namespace longread
