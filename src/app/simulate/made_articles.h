// What synthetic readers read: the stories of a feed, or a list that is made for the campaigns.
#pragma once

#include <cstdint>
#include <vector>

#include "app/simulate/chance.h"
#include "model/campaign.h"
#include "model/surroundings.h"

namespace longread {

// A story, and the campaigns as far as they matter below it: those exclusions are left out that hold for it
// at no time, of which a file may have a hundred to be looked at for each campaign.
struct ShelfStory {
    Surroundings around;
    Campaigns campaigns;  // whose list of campaigns is the file's, not a copy
};

// Stories in the order in which they come out.
class Shelf {
  public:
    // At least one; those without a date count as the oldest.
    Shelf(std::vector<Surroundings> stories, const Campaigns& campaigns, Arena& arena);

    // One of those that are out at `now`, the newest more often than others; where none is, one of all.
    const ShelfStory& pick(const Timestamp& now, Chance& chance) const;

    [[nodiscard]] std::size_t size() const { return stories_.size(); }

  private:
    std::vector<ShelfStory> stories_;
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
