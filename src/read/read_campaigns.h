// A file of donation campaigns (design.md section 6).
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/campaign.h"

namespace longread {

// At most 20 campaigns. Those whose action is no https link are dropped with a note: an ask that leads
// nowhere safe is not drawn. Errors: those of parse_json; not_a_document, unsupported_version.
Result<List<Campaign>> read_campaigns(std::string_view source, std::string_view base_url, Arena& arena,
                                      Notes& notes);

}  // namespace longread
