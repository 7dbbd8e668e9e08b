#include "render/render_slots.h"

#include "base/text.h"
#include "render/markup.h"
#include "render/render_cards.h"
#include "render/render_newsletter.h"
#include "render/render_prompt.h"

namespace longread {
namespace {

void open_slot(std::string_view name, Markup& out, std::string_view css_class = {}) {
    out.open(Tag::div, css_class);
    out.attribute(Attr::data_slot, name);
}

// Where a behaviour shall put it: without one it stands at the article's end.
void open_prompt_slot(const Prompt& prompt, Markup& out) {
    TextBuffer place;
    if (prompt.placement == Placement::foot_bar) place += "foot-bar";
    if (prompt.placement == Placement::after_paragraph) (place += "after-") += Decimal(prompt.paragraph);
    open_slot("prompt", out, place);
}

}  // namespace

Slots render_slots(const Choices& choices, std::string_view lang, const RenderOptions& options,
                   Arena& arena) {
    Slots slots{HtmlTree(arena), HtmlTree(arena)};
    const Language language = find_language(options.lang.empty() ? lang : options.lang);
    if (choices.prompt && !options.hides("prompt")) {
        Markup out(slots.prompt, language, lang, options.heading_level, options.origin);
        open_prompt_slot(*choices.prompt, out);
        render_prompt(choices, out);
        out.close();
    }
    Markup out(slots.below, language, lang, options.heading_level, options.origin);
    if (!choices.related.empty() && !options.hides("related")) {
        open_slot("related", out);
        render_related(choices.related, lang, out);
        out.close();
    }
    if (!choices.rails.empty() && !options.hides("rails")) {
        open_slot("rails", out);
        render_rails(choices.rails, lang, out);
        out.close();
    }
    const bool is_asked = choices.prompt && choices.prompt->kind == AskKind::newsletter;
    if (choices.newsletter.exists() && !is_asked && !options.hides("newsletter")) {
        open_slot("newsletter", out);
        render_newsletter(choices.newsletter, out);
        out.close();
    }
    return slots;
}

}  // namespace longread
