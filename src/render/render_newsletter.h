// Forms for newsletters, at an article's foot and in a campaign, and links to follow in a campaign. The forms
// are sent as plain HTML forms where there is no JavaScript.
#pragma once

#include "model/choices.h"
#include "model/surroundings.h"
#include "render/markup.h"

namespace longread {

// Nothing where the newsletter does not say where its form goes.
void render_newsletter(const Newsletter& newsletter, Markup& out);

// What a newsletter's campaign asks for: the article's form for the campaign's list alone, or for all lists
// where the campaign names none that the form has. Nothing without a form.
void render_newsletter_ask(const Prompt& prompt, const Newsletter& newsletter, Markup& out);

// The link of a campaign for followers. Nothing where its action has no URL.
void render_follow_ask(const Prompt& prompt, Markup& out);

}  // namespace longread
