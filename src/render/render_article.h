// The article as one tree: the content of the element's shadow root. The markup that comes out is described
// in README.md beside this file.
#pragma once

#include "model/article.h"
#include "model/choices.h"
#include "model/html_tree.h"
#include "render/render_slots.h"

namespace longread {

// slots: what render_slots gave; nullptr: they come later, or never.
HtmlTree render_article(const Article& article, const ReadingTime& reading_time, const RenderOptions& options,
                        const Slots* slots, Arena& arena);

}  // namespace longread
