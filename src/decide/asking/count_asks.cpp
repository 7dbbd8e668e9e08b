#include "decide/asking/count_asks.h"

namespace longread {

bool is_selected(const AskEvent& event, const AskSelection& selection) {
    return event.dismissed == selection.dismissed && (selection.any_kind || event.kind == selection.kind) &&
           (selection.any_campaign || event.campaign == selection.campaign);
}

std::int64_t count_asks(const List<AskEvent>& log, const AskSelection& selection, std::int64_t days,
                        std::int64_t now) {
    std::int64_t count = 0;
    bool reaches_back = log.size() < most_asks;
    for (const AskEvent& event : log) {
        const bool is_within = lies_within(event.minute, days, now);
        if (!is_within) reaches_back = true;
        if (is_within && is_selected(event, selection)) ++count;
    }
    return reaches_back ? count : static_cast<std::int64_t>(most_asks);
}

}  // namespace longread
