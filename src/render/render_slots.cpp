#include "render/render_slots.h"

#include "render/markup.h"
#include "render/render_cards.h"
#include "render/render_forms.h"

namespace longread {
namespace {

void open_slot(std::string_view name, Markup& out) {
    out.open(Tag::div);
    out.attribute(Attr::data_slot, name);
}

}  // namespace

Slots render_slots(const Choices& choices, std::string_view lang, const RenderOptions& options,
                   Arena& arena) {
    Slots slots{HtmlTree(arena), HtmlTree(arena)};
    const Language language = find_language(options.lang.empty() ? lang : options.lang);
    if (choices.prompt && !options.hides("prompt")) {
        Markup out(slots.prompt, language, lang, options.heading_level, options.origin);
        open_slot("prompt", out);
        render_prompt(*choices.prompt, out);
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
    if (choices.newsletter.exists() && !options.hides("newsletter")) {
        open_slot("newsletter", out);
        render_newsletter(choices.newsletter, out);
        out.close();
    }
    return slots;
}

}  // namespace longread
