// Amounts of money in the reader's language: what only those who ask for it need.
#pragma once

#include "base/locale.h"

namespace longread {

// An amount of money without fraction, ISO 4217 code: "$25", "25 €", "£25", "CHF 25"; the symbol by language
// where they differ.
void append_money(TextBuffer& out, std::int64_t units, std::string_view currency, Language language);

}  // namespace longread
