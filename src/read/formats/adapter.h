// One format of another system: how it is told from others, and how it is written as ours.
#pragma once

#include <string_view>

#include "base/json.h"
#include "read/formats/converter.h"

namespace longread {

struct Adapter {
    std::string_view name;  // "wordpress": what the page's attribute format says
    // By content, for documents whose request does not say.
    bool (*recognises)(JsonValue root);
    // Writes the members of an article of ours into the object that is open. nullopt, or why the document is
    // none: it says itself that it is an error, or has no body.
    std::optional<Error> (*convert_article)(JsonValue root, Converter& to);
    // The same for a feed ("items": cards); nullptr: the format has none.
    std::optional<Error> (*convert_feed)(JsonValue root, Converter& to);
};

}  // namespace longread
