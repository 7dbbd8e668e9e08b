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

// What fills the slots below an article.
struct Choices {
    std::optional<Prompt> prompt;
    List<Card> related;
    List<Rail> rails;  // none is empty
    Newsletter newsletter;
};

}  // namespace longread
