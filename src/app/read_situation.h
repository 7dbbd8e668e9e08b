// The parts of a request that decisions about asking depend on.
#pragma once

#include <optional>

#include "app/answer.h"
#include "model/campaign.h"
#include "model/reader_state.h"

namespace longread {

// The request's campaigns; none, with a note, where they cannot be read.
Campaigns read_campaign_file(const Request& request, Arena& arena, Notes& notes);

// The reader's draw, or one made of the request's random bytes.
std::optional<std::uint32_t> find_draw(const Request& request, const ReaderState& state);

}  // namespace longread
