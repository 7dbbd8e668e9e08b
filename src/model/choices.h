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

// Conditions of an ask, in the order in which they are looked at (decide/asking/README.md).
enum class AskFilter : std::uint8_t {
    clock,
    schedule,
    exclusion,
    sensitive,
    section,
    tag,
    language,
    article_age,
    host,
    opted_out,
    donated,
    dismissed,
    subscribed,
    articles_read,
    cap,
    gap,
    budget_day,
    budget_week,
    holdback,
    variant,
};

// One condition, looked at. found and limit are what was compared: days, stories, views; 0 where nothing was.
struct AskStep {
    AskFilter filter{};
    bool passed = false;
    std::int64_t found = 0;
    std::int64_t limit = 0;
    std::string_view word;  // the tag, section, language or host that decided
};

// How a campaign came to be chosen, or not.
struct AskTrace {
    std::string_view campaign;
    List<AskStep> steps;  // up to the first that did not pass
    bool passed = false;
};

struct Prompt {
    AskKind kind = AskKind::donation;
    std::string_view campaign;
    std::string_view currency;
    Placement placement = Placement::end;
    std::int32_t paragraph = 0;
    Goal goal;  // target 0: none, or its figures are too old
    Variant variant;
    std::string_view list;           // of a newsletter
    std::int64_t articles_read = 0;  // this month's count for the copy; 0: not counted, or not wanted
    std::int32_t window_weeks = 4;
    std::int32_t opt_out_days = 90;  // how long "stop" holds
    List<AskStep> why;               // the conditions that were met
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
