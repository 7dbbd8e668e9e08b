// The body: blocks and inline text to elements.
#pragma once

#include "model/block.h"
#include "render/markup.h"

namespace longread {

void render_blocks(const Blocks& blocks, Markup& out);
void render_inlines(const Inlines& inlines, Markup& out);

}  // namespace longread
