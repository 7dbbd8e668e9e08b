#include "render/render_newsletter.h"

#include "render/letter_phrases.h"
#include "render/slot_phrases.h"

namespace longread {
namespace {

void render_submit(std::string_view label, Markup& out) {
    out.open(Tag::button, "primary", "action");
    out.attribute(Attr::type, "submit");
    out.text(label);
    out.close();
}

void open_input(std::string_view type, std::string_view css_class, Markup& out) {
    out.open(Tag::input, css_class);
    out.attribute(Attr::type, type);
}

// Where a list is a field of its own, what counts is that the field is there.
void name_list(const NewsletterList& list, const Newsletter& newsletter, Markup& out) {
    const bool is_name = newsletter.lists_field.empty();
    if (newsletter.service != "ghost") out.attribute(Attr::name, is_name ? list.id : newsletter.lists_field);
    out.attribute(Attr::value, is_name ? "1" : list.id);
    if (is_name) out.attribute(Attr::data_src, list.id);
}

void render_choice(const NewsletterList& list, const Newsletter& newsletter, Markup& out) {
    out.open(Tag::label, "letter");
    open_input("checkbox", "list", out);
    name_list(list, newsletter, out);
    if (list.checked) out.attribute(Attr::checked, "");
    out.close();
    out.open(Tag::span);
    out.element(Tag::span, "letter-title", list.title);
    if (!list.description.empty()) out.text(" ");
    out.optional_element(Tag::small, {}, list.description);
    out.close();
    out.close();
}

void render_hidden_list(const NewsletterList& list, const Newsletter& newsletter, Markup& out) {
    open_input("hidden", "list", out);
    name_list(list, newsletter, out);
    out.close();
}

// only: a list's id, where nothing else is offered.
void render_lists(const Newsletter& newsletter, std::string_view only, Markup& out) {
    for (const NewsletterList& list : newsletter.lists) {
        if (list.id == only || newsletter.lists.size() == 1) return render_hidden_list(list, newsletter, out);
    }
    if (newsletter.lists.empty()) return;
    out.open(Tag::fieldset, "letters");
    out.own_element(Tag::legend, "visually-hidden", phrase(LetterPhrase::lists, out.language()));
    for (const NewsletterList& list : newsletter.lists) render_choice(list, newsletter, out);
    out.close();
}

void render_address(const Newsletter& newsletter, Markup& out) {
    out.open(Tag::label, "field-label");
    out.attribute(Attr::for_, "lr-email");
    out.own_words();
    out.text(phrase(SlotPhrase::email, out.language()));
    out.close();
    out.open(Tag::div, "field-row");
    open_input("email", "field", out);
    out.attribute(Attr::id, "lr-email");
    out.optional(Attr::name, newsletter.field);
    out.attribute(Attr::required, "");
    out.attribute(Attr::autocomplete, "email");
    out.attribute(Attr::inputmode, "email");
    out.close();
    render_submit(
        newsletter.button.empty() ? phrase(SlotPhrase::subscribe, out.language()) : newsletter.button, out);
    out.close();
}

// Programs that fill in every field betray themselves by it. Hidden from everybody else.
void render_trap(const Newsletter& newsletter, Markup& out) {
    out.open(Tag::div);
    out.attribute(Attr::hidden, "");
    open_input("text", "trap", out);
    if (newsletter.service != "ghost") out.attribute(Attr::name, newsletter.trap);
    out.attribute(Attr::autocomplete, "off");
    out.attribute(Attr::tabindex, "-1");
    out.close();
    if (newsletter.service == "buttondown") {
        open_input("hidden", {}, out);
        out.attribute(Attr::name, "embed");
        out.attribute(Attr::value, "1");
        out.close();
    }
    out.close();
}

void render_consent(const Newsletter& newsletter, Markup& out) {
    const Link& link = newsletter.consent_link;
    const bool has_link = !link.url.empty() && !link.label.empty();
    if (newsletter.consent.empty() && !has_link) return;
    out.open(Tag::p, "consent");
    out.text(newsletter.consent);
    if (has_link) {
        if (!newsletter.consent.empty()) out.text(" ");
        out.link(link);
    }
    out.close();
}

// One line for what happens, and the words for all that may, in the order of LetterPhrase: the page has none
// of its own.
void render_states(Markup& out) {
    out.open(Tag::p, "form-status");
    out.attribute(Attr::id, "lr-form-status");
    out.attribute(Attr::role, "status");
    out.own_words();
    out.close();
    out.open(Tag::div, "form-words");
    out.attribute(Attr::hidden, "");
    out.own_words();
    for (const LetterPhrase which :
         {LetterPhrase::sending, LetterPhrase::done, LetterPhrase::check_mail, LetterPhrase::already,
          LetterPhrase::failed, LetterPhrase::kept, LetterPhrase::bad_address})
        out.element(Tag::p, {}, phrase(which, out.language()));
    out.close();
}

// Ghost has no address that takes a form: without JavaScript its own page takes over.
void render_form(const Newsletter& newsletter, std::string_view only, Markup& out) {
    const bool is_ghost = newsletter.service == "ghost";
    out.open(Tag::form, "newsletter-form");
    if (is_ghost) {
        out.attribute(Attr::action, newsletter.action, "#/portal/signup");
    } else {
        out.attribute(Attr::action, newsletter.action);
    }
    out.attribute(Attr::method, is_ghost ? "get" : "post");
    out.attribute(Attr::data_form, "newsletter");
    out.attribute(Attr::data_action, newsletter.action);
    out.optional(Attr::data_network, newsletter.service);
    render_lists(newsletter, only, out);
    render_address(newsletter, out);
    render_trap(newsletter, out);
    render_consent(newsletter, out);
    render_states(out);
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
    render_form(newsletter, {}, out);
    out.close();
}

void render_newsletter_ask(const Prompt& prompt, const Newsletter& newsletter, Markup& out) {
    if (!newsletter.exists()) return;
    Newsletter form = newsletter;
    if (!prompt.variant.action_label.empty()) form.button = prompt.variant.action_label;
    render_form(form, prompt.list, out);
}

void render_follow_ask(const Prompt& prompt, Markup& out) {
    const Variant& variant = prompt.variant;
    if (variant.action_url.empty()) return;
    out.open(Tag::p, "follow-ask");
    out.open_link(variant.action_url, "primary");
    out.text(variant.action_label.empty() ? variant.heading : variant.action_label);
    out.close();
    out.close();
}

}  // namespace longread
