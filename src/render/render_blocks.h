// The body: blocks and inline text to elements.
#pragma once

#include <vector>

#include "model/block.h"
#include "render/markup.h"

namespace longread {

void render_blocks(const std::vector<Block>& blocks, Markup& out);
void render_inlines(const std::vector<Inline>& inlines, Markup& out);

}  // namespace longread
