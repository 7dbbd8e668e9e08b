// The reader's side of a prompt: why it stands there, and ways to make it go.
#pragma once

#include "model/choices.h"
#include "render/ask_phrases.h"
#include "render/markup.h"

namespace longread {

// A button of the interface for behaviours, which know it by its value (src/render/README.md lists them).
void render_ask_button(std::string_view ask, std::string_view words, Markup& out);

// The phrase with a day in the place of its "#" and `second` in that of its "@".
void render_dated(AskPhrase which, const Timestamp& day, std::string_view second, Markup& out);

// <details>: the conditions that were met, in plain words; and buttons.
void render_why(const Prompt& prompt, Markup& out);

}  // namespace longread
