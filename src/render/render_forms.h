// The newsletter form, which works without JavaScript.
#pragma once

#include "model/surroundings.h"
#include "render/markup.h"

namespace longread {

// Nothing where the newsletter does not say where its form goes.
void render_newsletter(const Newsletter& newsletter, Markup& out);

}  // namespace longread
