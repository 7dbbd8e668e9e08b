// What is asked of the reader: a donation, or what else a campaign asks for, with its reasons and with all
// ways to say no. A plain HTML form, which needs no JavaScript; buttons that do are not shown without it.
#pragma once

#include "model/choices.h"
#include "render/markup.h"
#include "render/render_options.h"

namespace longread {

// The section of the prompt.
void render_prompt(const Choices& choices, Markup& out);

// In the prompt's place once the reader has given; made in the arena. lang: of the article.
HtmlTree render_thanks(std::string_view lang, const RenderOptions& options, Arena& arena);

}  // namespace longread
