// Whether to ask for a donation below this article, and with which words.
#pragma once

#include <optional>

#include "model/choices.h"

namespace longread {

// The first variant of the running campaign with the highest priority (the first of equals). A campaign with
// dates runs from its start to before its end, and never where `now` is not known. Under a sensitive article
// nobody is asked.
std::optional<Prompt> choose_prompt(const Surroundings& around, const List<Campaign>& campaigns,
                                    const std::optional<Timestamp>& now);

}  // namespace longread
