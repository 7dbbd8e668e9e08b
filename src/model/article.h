// One article, as far as it is the story itself; what stands around it is in surroundings.h. URLs have passed
// the URL policy, text has been tidied (base/tidy_text.h); an empty text or list means "not given".
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"
#include "model/block.h"

namespace longread {

struct Link {
    std::string_view label;
    std::string_view url;
};

struct Author {
    std::string_view name;
    std::string_view url;
    std::string_view role;
    Image image;
    std::string_view bio;
};

struct Follow {
    std::string_view network;  // "mastodon", "rss", ...: names the icon
    std::string_view label;
    std::string_view url;
};

struct Correction {
    std::optional<Timestamp> date;
    std::string_view text;
};

struct Article {
    std::string_view url;
    std::string_view lang;  // BCP 47; "en" when the document does not say
    bool right_to_left = false;
    bool has_surroundings = false;  // the document has cards, rails or a newsletter
    std::string_view title;
    std::string_view dek;
    List<Link> kicker;
    List<Link> tags;
    List<Author> byline;
    std::optional<Timestamp> published;
    std::optional<Timestamp> updated;
    Image hero;
    Blocks body;
    List<Follow> follow;
    List<Correction> corrections;
};

}  // namespace longread
