// A story as ranking sees it: what tells which others are like it. Texts live where the caller keeps them.
#pragma once

#include <optional>
#include <string_view>

#include "base/list.h"
#include "base/time.h"

namespace longread {

struct Story {
    std::string_view id;
    std::string_view url;
    std::string_view title;
    std::string_view dek;
    std::string_view text;  // plain text; empty where only the card is known
    std::string_view lang;  // BCP 47; empty counts as English
    std::string_view section;
    std::string_view series;
    List<std::string_view> tags;
    std::optional<Timestamp> published;
};

}  // namespace longread
