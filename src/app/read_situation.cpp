#include "app/read_situation.h"

#include "base/little_endian.h"
#include "read/read_campaigns.h"

namespace longread {

Result<Campaigns> read_campaign_files(const Request& request, Arena& arena, Notes& notes) {
    Campaigns all;
    for (const std::string_view file : request.campaigns) {
        const Result<Campaigns> read = read_campaigns(file, request.base_url, arena, notes);
        if (!read) return read.error();
        // A file of exclusions alone has no budget of its own.
        if (all.campaigns.empty()) all.budget = read->budget;
        if (!read->campaigns.empty()) {
            if (read->budget.day < all.budget.day) all.budget.day = read->budget.day;
            if (read->budget.week < all.budget.week) all.budget.week = read->budget.week;
        }
        all.campaigns.add_all(read->campaigns, arena);
        all.exclusions.add_all(read->exclusions, arena);
    }
    return all;
}

Campaigns campaigns_or_none(const Request& request, Arena& arena, Notes& notes) {
    const Result<Campaigns> campaigns = read_campaign_files(request, arena, notes);
    if (campaigns) return *campaigns;
    notes.add(campaigns.error(), arena);
    return {};
}

std::optional<std::uint32_t> find_draw(const Request& request, const ReaderState& state) {
    if (state.draw || request.random.size() < 4) return state.draw;
    return read_u32(request.random, 0) % draws;
}

}  // namespace longread
