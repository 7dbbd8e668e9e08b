#include "app/read_situation.h"

#include "base/little_endian.h"
#include "read/read_campaigns.h"

namespace longread {

Campaigns read_campaign_file(const Request& request, Arena& arena, Notes& notes) {
    if (request.campaigns.empty()) return {};
    const Result<Campaigns> campaigns = read_campaigns(request.campaigns, request.base_url, arena, notes);
    if (campaigns) return *campaigns;
    notes.add(campaigns.error(), arena);
    return {};
}

std::optional<std::uint32_t> find_draw(const Request& request, const ReaderState& state) {
    if (state.draw || request.random.size() < 4) return state.draw;
    return read_u32(request.random, 0) % draws;
}

}  // namespace longread
