// What `decide` has chosen for one page view, for `render` to draw.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/article.h"
#include "model/campaign.h"

namespace longread {

// Minutes of the faster and the slower of ordinary readers; both at least 1.
struct ReadingTime {
    std::int32_t fast_minutes = 1;
    std::int32_t slow_minutes = 1;
};

struct Prompt {
    std::string currency;
    Variant variant;
};

struct Choices {
    ReadingTime reading_time;
    std::vector<Card> related;
    std::vector<Rail> rails;  // none is empty
    std::optional<Prompt> prompt;
};

}  // namespace longread
