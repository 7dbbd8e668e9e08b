// What asks the reader for something: the donation prompt and the newsletter form. Both work as plain HTML
// forms, without JavaScript.
#pragma once

#include "model/choices.h"
#include "model/surroundings.h"
#include "render/markup.h"

namespace longread {

void render_prompt(const Prompt& prompt, Markup& out);
// Nothing where the newsletter does not say where its form goes.
void render_newsletter(const Newsletter& newsletter, Markup& out);

}  // namespace longread
