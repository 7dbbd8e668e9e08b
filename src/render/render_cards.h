// Related stories as cards, and rails as lists. Nothing is drawn, no heading either, where there is no story.
#pragma once

#include <string_view>

#include "model/surroundings.h"
#include "render/markup.h"

namespace longread {

// lang: of the article around; a card in another language says so.
void render_related(const List<Card>& cards, std::string_view lang, Markup& out);
void render_rails(const List<Rail>& rails, std::string_view lang, Markup& out);

}  // namespace longread
