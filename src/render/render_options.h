// What a page may ask of all rendering.
#pragma once

#include <string_view>

namespace longread {

struct RenderOptions {
    std::string_view lang;    // of the interface; empty: the article's
    std::string_view origin;  // of the publisher's pages, to tell links that leave; empty: unknown
    std::string_view hide;    // words: parts not to draw
    int heading_level = 1;    // of the headline, 1 to 4

    [[nodiscard]] bool hides(std::string_view part) const {
        return hide.find(part) != std::string_view::npos;
    }
};

}  // namespace longread
