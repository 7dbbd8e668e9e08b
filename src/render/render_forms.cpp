#include "render/render_forms.h"

#include "base/money.h"
#include "base/text.h"
#include "render/render_blocks.h"
#include "render/slot_phrases.h"

namespace longread {
namespace {

bool is_recurring(const DonationChoice& choice) {
    return choice.frequency == "monthly" || choice.frequency == "annual";
}

bool has_recurring(const List<DonationChoice>& choices) {
    for (const DonationChoice& choice : choices) {
        if (is_recurring(choice)) return true;
    }
    return false;
}

// "$10 a month", "$25"; among recurring ones "$25 once". A label of the publisher's own goes before all.
void render_amount_label(const DonationChoice& choice, std::string_view currency, bool among_recurring,
                         Markup& out) {
    if (!choice.label.empty()) return out.text(choice.label);
    TextBuffer amount;
    append_money(amount, choice.amount, currency, out.language());
    const auto add = [&](SlotPhrase frequency) { (amount += ' ') += phrase(frequency, out.language()); };
    if (choice.frequency == "monthly") add(SlotPhrase::monthly);
    if (choice.frequency == "annual") add(SlotPhrase::annual);
    if (among_recurring && (choice.frequency.empty() || choice.frequency == "once")) add(SlotPhrase::once);
    out.text(amount);
}

bool is_chosen(const List<DonationChoice>& choices, std::size_t index) {
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].recommended) return i == index;
    }
    return index == 0;
}

void render_amounts(const Prompt& prompt, Markup& out) {
    const List<DonationChoice>& choices = prompt.variant.choices;
    if (choices.empty()) return;
    const bool among_recurring = has_recurring(choices);
    out.open(Tag::fieldset, "amounts");
    out.own_element(Tag::legend, "visually-hidden", phrase(SlotPhrase::choose_amount, out.language()));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        out.open(Tag::label, "amount");
        out.open(Tag::input);
        out.attribute(Attr::type, "radio");
        out.attribute(Attr::name, "amount");
        out.attribute(Attr::value, choices[i].amount);
        if (is_chosen(choices, i)) out.attribute(Attr::checked, "");
        out.close();
        out.open(Tag::span, "amount-label");
        render_amount_label(choices[i], prompt.currency, among_recurring, out);
        out.close();
        if (choices[i].recommended) {
            out.text(" ");
            out.own_element(Tag::span, "amount-note", phrase(SlotPhrase::recommended, out.language()));
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
    if (variant.heading.empty()) {
        out.attribute(Attr::aria_label, phrase(SlotPhrase::donate, out.language()));
    } else {
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
    render_submit(
        variant.action_label.empty() ? phrase(SlotPhrase::donate, out.language()) : variant.action_label,
        out);
    out.close();
    out.close();
}

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
