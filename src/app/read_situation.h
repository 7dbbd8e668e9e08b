// The parts of a request that decisions about asking depend on.
#pragma once

#include <optional>

#include "app/answer.h"
#include "model/campaign.h"
#include "model/reader_state.h"

namespace longread {

// The campaigns and exclusions of all the request's files, with the smallest budget of those that have
// campaigns. Error: one of them cannot be read.
Result<Campaigns> read_campaign_files(const Request& request, Arena& arena, Notes& notes);
// The same; none at all, with a note, where one cannot be read: it may say who is not to be asked.
Campaigns campaigns_or_none(const Request& request, Arena& arena, Notes& notes);

// The reader's draw, or one made of the request's random bytes.
std::optional<std::uint32_t> find_draw(const Request& request, const ReaderState& state);

}  // namespace longread
