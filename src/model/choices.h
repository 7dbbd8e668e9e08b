// What `decide` has chosen for one page view, for `render` to draw.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/campaign.h"
#include "model/surroundings.h"

namespace longread {

// Minutes of the faster and the slower of ordinary readers; both at least 1.
struct ReadingTime {
    std::int32_t fast_minutes = 1;
    std::int32_t slow_minutes = 1;
};

struct Prompt {
    std::string_view currency;
    Variant variant;
};

// What a publisher may set about the choice of related stories.
struct RelatedOptions {
    std::int32_t half_life_days = 0;  // after so many days a story counts half as much; 0: dates do not count
    std::int32_t floor = 100;         // stories with lower scores, 0 to 1000, are not shown
};

// What fills the slots below an article.
struct Choices {
    std::optional<Prompt> prompt;
    List<Card> related;
    List<Rail> rails;  // none is empty
    Newsletter newsletter;
};

}  // namespace longread
