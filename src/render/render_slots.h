// What stands below an article: prompt, related stories, rails, newsletter. Each is a slot, an element with
// the attribute data-slot, which is only there where it is filled; so a page can add slots when they come
// late, and exchange them.
#pragma once

#include <string_view>

#include "model/choices.h"
#include "model/html_tree.h"
#include "render/render_options.h"

namespace longread {

struct Slots {
    HtmlTree prompt;  // stands before the article's tags
    HtmlTree below;   // all others, at its end
};

// Made in the arena. lang: of the article.
Slots render_slots(const Choices& choices, std::string_view lang, const RenderOptions& options, Arena& arena);

}  // namespace longread
