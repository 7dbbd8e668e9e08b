// A file of campaigns: what readers may be asked for (web/schema/campaign.schema.json).
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/campaign.h"

namespace longread {

// At most 64 KiB with 20 campaigns; what is beyond another bound is noted, and the default takes its place.
// Campaigns are dropped with a note where their id is missing or known already, or where what says when and
// whom they ask cannot be read: they would ask more people than was meant. So are a donation's variants whose
// action is no https link: an ask that leads nowhere safe is not drawn. Errors: those of parse_json;
// not_a_document, unsupported_version.
Result<Campaigns> read_campaigns(std::string_view source, std::string_view base_url, Arena& arena,
                                 Notes& notes);

}  // namespace longread
