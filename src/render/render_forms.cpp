#include "render/render_forms.h"

#include "render/slot_phrases.h"

namespace longread {
namespace {

void render_submit(std::string_view label, Markup& out) {
    out.open(Tag::button, "primary", "action");
    out.attribute(Attr::type, "submit");
    out.text(label);
    out.close();
}

}  // namespace

void render_newsletter(const Newsletter& newsletter, Markup& out) {
    if (!newsletter.exists()) return;
    const std::string_view title =
        newsletter.title.empty() ? phrase(SlotPhrase::newsletter, out.language()) : newsletter.title;
    out.open(Tag::section, "newsletter", "newsletter");
    out.attribute(Attr::data_part, "newsletter");
    out.attribute(Attr::aria_labelledby, "lr-newsletter");
    out.open(out.heading(1), "newsletter-heading");
    out.attribute(Attr::id, "lr-newsletter");
    out.text(title);
    out.close();
    out.optional_element(Tag::p, "pitch", newsletter.pitch);
    out.open(Tag::form, "newsletter-form");
    out.attribute(Attr::action, newsletter.action);
    out.attribute(Attr::method, "post");
    out.attribute(Attr::data_form, "newsletter");
    out.open(Tag::label, "field-label");
    out.attribute(Attr::for_, "lr-email");
    out.own_words();
    out.text(phrase(SlotPhrase::email, out.language()));
    out.close();
    out.open(Tag::div, "field-row");
    out.open(Tag::input, "field");
    out.attribute(Attr::id, "lr-email");
    out.attribute(Attr::type, "email");
    out.attribute(Attr::name, newsletter.field);
    out.attribute(Attr::required, "");
    out.attribute(Attr::autocomplete, "email");
    out.attribute(Attr::inputmode, "email");
    out.close();
    render_submit(
        newsletter.button.empty() ? phrase(SlotPhrase::subscribe, out.language()) : newsletter.button, out);
    out.close();
    out.optional_element(Tag::p, "consent", newsletter.consent);
    out.close();
    out.close();
}

}  // namespace longread
