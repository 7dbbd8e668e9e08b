#include "render/render_forms.h"

#include "base/text.h"
#include "render/render_blocks.h"

namespace longread {
namespace {

// "$25", "$10 a month"; a label of the publisher's own goes before both.
std::string amount_label(const DonationChoice& choice, std::string_view currency, Language language) {
    if (!choice.label.empty()) return choice.label;
    std::string label = format_money(choice.amount, currency, language);
    if (choice.frequency == "monthly") label.append(" ").append(phrase(Phrase::monthly, language));
    if (choice.frequency == "annual") label.append(" ").append(phrase(Phrase::annual, language));
    return label;
}

bool is_chosen(const std::vector<DonationChoice>& choices, std::size_t index) {
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].recommended) return i == index;
    }
    return index == 0;
}

void render_amounts(const Prompt& prompt, Markup& out) {
    const std::vector<DonationChoice>& choices = prompt.variant.choices;
    if (choices.empty()) return;
    out.open(Tag::fieldset, "amounts");
    out.element(Tag::legend, "visually-hidden", phrase(Phrase::choose_amount, out.language()));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        out.open(Tag::label, "amount");
        out.open(Tag::input);
        out.attribute(Attr::type, "radio");
        out.attribute(Attr::name, "amount");
        out.attribute(Attr::value, choices[i].amount);
        if (is_chosen(choices, i)) out.attribute(Attr::checked, "");
        out.close();
        out.open(Tag::span, "amount-label");
        out.text(amount_label(choices[i], prompt.currency, out.language()));
        out.close();
        if (choices[i].recommended) {
            out.text(" ");
            out.element(Tag::span, "amount-note", phrase(Phrase::recommended, out.language()));
        }
        out.close();
    }
    out.close();
}

// Without JavaScript a form of method GET carries amount and currency as its fields, so the template's
// query goes; with it, the page fills the template (data-src) in.
std::string_view plain_action(std::string_view url) {
    const std::size_t brace = url.find('{');
    if (brace == std::string_view::npos) return url.substr(0, url.find('?'));
    return url.substr(0, url.substr(0, brace).find('?'));
}

void render_submit(std::string_view label, Markup& out) {
    out.open(Tag::button, "primary", "action");
    out.attribute(Attr::type, "submit");
    out.text(label);
    out.close();
}

}  // namespace

void render_prompt(const Prompt& prompt, Markup& out) {
    const Variant& variant = prompt.variant;
    out.open(Tag::section, "prompt", "prompt");
    out.attribute(Attr::data_part, "prompt");
    if (!variant.heading.empty()) {
        out.attribute(Attr::aria_labelledby, "lr-prompt");
        out.open(out.heading(1), "prompt-heading");
        out.attribute(Attr::id, "lr-prompt");
        out.text(variant.heading);
        out.close();
    }
    out.open(Tag::div, "prompt-body");
    render_blocks(variant.body, out);
    out.close();
    out.open(Tag::form, "prompt-form");
    out.attribute(Attr::action, plain_action(variant.action_url));
    out.attribute(Attr::method, "get");
    out.attribute(Attr::data_form, "donate");
    out.attribute(Attr::data_action, variant.action_url);
    render_amounts(prompt, out);
    if (!prompt.currency.empty()) {
        out.open(Tag::input);
        out.attribute(Attr::type, "hidden");
        out.attribute(Attr::name, "currency");
        out.attribute(Attr::value, prompt.currency);
        out.close();
    }
    render_submit(variant.action_label.empty() ? phrase(Phrase::donate, out.language()) : std::string_view(variant.action_label),
                  out);
    out.close();
    out.close();
}

void render_newsletter(const Newsletter& newsletter, Markup& out) {
    if (!newsletter.exists()) return;
    const std::string_view title =
        newsletter.title.empty() ? phrase(Phrase::newsletter, out.language()) : std::string_view(newsletter.title);
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
    out.phrase(Phrase::email);
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
    render_submit(newsletter.button.empty() ? phrase(Phrase::subscribe, out.language()) : std::string_view(newsletter.button), out);
    out.close();
    out.optional_element(Tag::p, "consent", newsletter.consent);
    out.close();
    out.close();
}

}  // namespace longread
