#include "render/render_prompt.h"

#include "base/money.h"
#include "base/text.h"
#include "render/ask_phrases.h"
#include "render/render_blocks.h"
#include "render/render_newsletter.h"
#include "render/render_why.h"
#include "render/slot_phrases.h"

namespace longread {
namespace {

constexpr std::string_view frequencies = "once monthly annual";
constexpr SlotPhrase frequency_phrases[] = {SlotPhrase::once, SlotPhrase::monthly, SlotPhrase::annual};

int frequency_of(std::string_view word) {
    const int index = word_index(frequencies, word);
    return index < 0 ? 0 : index;
}

int frequency_of(const DonationChoice& choice) { return frequency_of(choice.frequency); }

std::string_view frequency_word(int frequency) {
    std::string_view list = frequencies;
    for (; frequency > 0; --frequency) take_word(list);
    return take_word(list);
}

bool has_frequency(const List<DonationChoice>& choices, int frequency) {
    for (const DonationChoice& choice : choices) {
        if (frequency_of(choice) == frequency) return true;
    }
    return false;
}

// The one that is open at first.
int first_frequency(const Variant& variant) {
    const int wished = word_index(frequencies, variant.frequency);
    if (has_frequency(variant.choices, wished)) return wished;
    for (const DonationChoice& choice : variant.choices) {
        if (choice.recommended) return frequency_of(choice);
    }
    return frequency_of(variant.choices[0]);
}

// Of those of a frequency the recommended one, else the first.
const DonationChoice* find_chosen(const List<DonationChoice>& choices, int frequency) {
    const DonationChoice* chosen = nullptr;
    for (const DonationChoice& choice : choices) {
        if (frequency_of(choice) != frequency) continue;
        if (choice.recommended) return &choice;
        if (chosen == nullptr) chosen = &choice;
    }
    return chosen;
}

void render_hidden(std::string_view name, std::string_view value, Markup& out) {
    if (value.empty()) return;
    out.open(Tag::input);
    out.attribute(Attr::type, "hidden");
    out.attribute(Attr::name, name);
    out.attribute(Attr::value, value);
    out.close();
}

void render_radio(std::string_view name, std::string_view value, bool checked, Markup& out) {
    out.open(Tag::input);
    out.attribute(Attr::type, "radio");
    out.attribute(Attr::name, name);
    out.attribute(Attr::value, value);
    if (checked) out.attribute(Attr::checked, "");
    out.close();
}

void open_fieldset(std::string_view css_class, std::string_view legend, Markup& out) {
    out.open(Tag::fieldset, css_class);
    out.own_element(Tag::legend, "visually-hidden", legend);
}

// "$10 a month", "$25"; among recurring ones "$25 once". A label of the publisher's own goes before all.
void render_amount_label(const DonationChoice& choice, std::string_view currency, bool among_recurring,
                         Markup& out) {
    out.open(Tag::span, "amount-label");
    TextBuffer amount;
    append_money(amount, choice.amount, currency, out.language());
    const int frequency = frequency_of(choice);
    if (frequency > 0 || among_recurring)
        (amount += ' ') += phrase(frequency_phrases[frequency], out.language());
    out.text(choice.label.empty() ? std::string_view(amount) : choice.label);
    out.close();
}

void render_choice(const DonationChoice& choice, bool checked, std::string_view currency,
                   bool among_recurring, Markup& out) {
    out.open(Tag::label, choice.benefits.empty() ? "amount" : "amount has-benefits");
    render_radio("amount", Decimal(choice.amount), checked, out);
    render_amount_label(choice, currency, among_recurring, out);
    if (choice.recommended) {
        out.text(" ");
        out.own_element(Tag::span, "amount-note", phrase(SlotPhrase::recommended, out.language()));
    }
    for (const std::string_view benefit : choice.benefits) {
        out.text(" ");
        out.element(Tag::span, "benefit", benefit);
    }
    out.close();
}

void render_frequency(const Prompt& prompt, int frequency, int first, bool among_recurring, Markup& out) {
    const List<DonationChoice>& choices = prompt.variant.choices;
    TextBuffer css_class("amounts ");
    css_class += frequency_word(frequency);
    open_fieldset(css_class, phrase(SlotPhrase::choose_amount, out.language()), out);
    const DonationChoice* chosen = find_chosen(choices, frequency);
    for (const DonationChoice& choice : choices) {
        if (frequency_of(choice) != frequency) continue;
        render_choice(choice, frequency == first && &choice == chosen, prompt.currency, among_recurring, out);
    }
    out.close();
}

void render_limit(std::int64_t amount, std::string_view currency, Markup& out) {
    TextBuffer text;
    append_money(text, amount, currency, out.language());
    out.open(Tag::data);
    out.attribute(Attr::value, amount);
    out.text(text);
    out.close();
}

// "$3 to $500"; in <data>, for behaviours.
void render_limits(const Prompt& prompt, Markup& out) {
    const OtherAmount& other = prompt.variant.other_amount;
    TextBuffer words;
    out.open(Tag::span, "amount-note");
    out.attribute(Attr::id, "lr-limits");
    for (const char c : phrase(AskPhrase::limits, out.language())) {
        if (c == '#' || c == '@') {
            out.text(words);
            words.clear();
            render_limit(c == '#' ? other.least : other.most, prompt.currency, out);
        } else {
            words += c;
        }
    }
    out.text(words);
    out.close();
}

void render_other(const Prompt& prompt, Markup& out) {
    if (prompt.variant.other_amount.most <= 0) return;
    const std::string_view words = phrase(AskPhrase::other_amount, out.language());
    const bool is_only = prompt.variant.choices.empty();
    out.open(Tag::div, "other");
    out.own_words();
    if (is_only) {
        out.open(Tag::label, "field-label");
        out.attribute(Attr::for_, "lr-amount");
        out.text(phrase(SlotPhrase::choose_amount, out.language()));
    } else {
        out.open(Tag::label, "amount");
        render_radio("amount", "other", false, out);
        out.element(Tag::span, "amount-label", words);
    }
    out.close();
    out.open(Tag::div, "other-field");
    out.open(Tag::input, "field");
    out.attribute(Attr::type, "number");
    out.attribute(Attr::inputmode, "numeric");
    out.attribute(Attr::name, "other_amount");
    if (is_only) {
        out.attribute(Attr::id, "lr-amount");
    } else {
        out.attribute(Attr::aria_label, words);
    }
    out.attribute(Attr::aria_describedby, "lr-limits");
    out.close();
    render_limits(prompt, out);
    out.close();
    out.close();
}

void render_tabs(const List<DonationChoice>& choices, int first, Markup& out) {
    open_fieldset("tabs", phrase(AskPhrase::how_often, out.language()), out);
    for (int i = 0; i < 3; ++i) {
        if (!has_frequency(choices, i)) continue;
        out.open(Tag::label, "tab");
        render_radio("frequency", frequency_word(i), i == first, out);
        out.own_element(Tag::span, {}, phrase(frequency_phrases[i], out.language()));
        out.close();
    }
    out.close();
}

void render_choices(const Prompt& prompt, Markup& out) {
    const List<DonationChoice>& choices = prompt.variant.choices;
    if (choices.empty()) return;
    const int first = first_frequency(prompt.variant);
    bool mixed = false;
    for (const DonationChoice& choice : choices) mixed = mixed || frequency_of(choice) != first;
    if (mixed) {
        render_tabs(choices, first, out);
    } else {
        render_hidden("frequency", frequency_word(first), out);
    }
    for (int i = 0; i < 3; ++i) {
        if (has_frequency(choices, i)) render_frequency(prompt, i, first, mixed, out);
    }
}

// Without JavaScript a form of method GET carries amount and currency as its fields, so the template's
// query goes; with it, the page fills the template (data-action) in.
std::string_view plain_action(std::string_view url) {
    const std::size_t brace = url.find('{');
    if (brace == std::string_view::npos) return url.substr(0, url.find('?'));
    return url.substr(0, url.substr(0, brace).find('?'));
}

void render_donation(const Prompt& prompt, Markup& out) {
    const Variant& variant = prompt.variant;
    out.open(Tag::form, "prompt-form");
    out.attribute(Attr::action, plain_action(variant.action_url));
    out.attribute(Attr::method, "get");
    out.attribute(Attr::data_form, "donate");
    out.attribute(Attr::data_action, variant.action_url);
    render_choices(prompt, out);
    render_other(prompt, out);
    render_hidden("currency", prompt.currency, out);
    render_hidden("campaign", prompt.campaign, out);
    render_hidden("variant", variant.id, out);
    out.open(Tag::button, "primary", "action");
    out.attribute(Attr::type, "submit");
    out.text(variant.action_label.empty() ? phrase(SlotPhrase::donate, out.language())
                                          : variant.action_label);
    out.close();
    out.close();
}

// What is left out of a percent is left out of the bar too: it never shows more than there is.
std::int64_t percent_of(const Goal& goal) {
    if (goal.total >= goal.target) return 100;
    return goal.total <= 0 ? 0 : goal.total * 100 / goal.target;
}

void render_goal(const Prompt& prompt, Markup& out) {
    const Goal& goal = prompt.goal;
    if (goal.target <= 0) return;
    TextBuffer total;
    TextBuffer target;
    TextBuffer text;
    append_money(total, goal.total, prompt.currency, out.language());
    append_money(target, goal.target, prompt.currency, out.language());
    append_phrase(text, AskPhrase::progress, out.language(), total, target);
    out.open(Tag::div, "goal");
    out.own_words();
    out.open(Tag::div, "goal-bar");
    out.attribute(Attr::aria_hidden, "true");
    // The one element that has its width in an attribute: pages with a strict policy have no other way.
    out.open(Tag::hr);
    TextBuffer width{std::string_view(Decimal(percent_of(goal)))};
    width += '%';
    out.attribute(Attr::width, width);
    out.close();
    out.close();
    out.open(Tag::p);
    out.element(Tag::strong, {}, text);
    if (goal.as_of) {
        out.text(" ");
        out.open(Tag::span);
        render_dated(AskPhrase::as_of, *goal.as_of, {}, out);
        out.close();
    }
    out.close();
    out.close();
}

void render_count(const Prompt& prompt, Markup& out) {
    if (prompt.articles_read < 2) return;
    TextBuffer count;
    TextBuffer text;
    append_number(count, prompt.articles_read, out.language());
    append_phrase(text, AskPhrase::articles, out.language(), count, Decimal(prompt.window_weeks * 7));
    out.open(Tag::p, "articles-read");
    out.own_words();
    out.text(text);
    out.text(" ");
    render_ask_button("count-off", phrase(AskPhrase::count_off, out.language()), out);
    out.close();
}

void render_close(const Prompt& prompt, Markup& out) {
    if (prompt.placement != Placement::foot_bar) return;
    out.open(Tag::button, "prompt-close");
    out.attribute(Attr::type, "button");
    out.attribute(Attr::name, "ask");
    out.attribute(Attr::value, "not-now");
    out.attribute(Attr::aria_label, phrase(AskPhrase::not_now, out.language()));
    out.text("×");
    out.close();
}

void render_ways_out(const Prompt& prompt, Markup& out) {
    out.open(Tag::div, "ways-out");
    out.own_words();
    if (prompt.kind == AskKind::donation)
        render_ask_button("remind", phrase(AskPhrase::remind, out.language()), out);
    render_ask_button("not-now", phrase(AskPhrase::not_now, out.language()), out);
    render_why(prompt, out);
    out.close();
}

void open_prompt(std::string_view heading, std::string_view fallback, Markup& out) {
    out.attribute(Attr::data_part, "prompt");
    if (heading.empty()) {
        out.attribute(Attr::aria_label, fallback);
    } else {
        out.attribute(Attr::aria_labelledby, "lr-prompt");
    }
}

void render_heading(std::string_view heading, Markup& out) {
    if (heading.empty()) return;
    out.open(out.heading(1), "prompt-heading");
    out.attribute(Attr::id, "lr-prompt");
    out.text(heading);
    out.close();
}

}  // namespace

void render_prompt(const Choices& choices, Markup& out) {
    const Prompt& prompt = *choices.prompt;
    const Variant& variant = prompt.variant;
    out.open(Tag::section, "prompt", "prompt");
    open_prompt(variant.heading, phrase(SlotPhrase::donate, out.language()), out);
    out.attribute(Attr::id, "lr-ask-", prompt.campaign);
    render_close(prompt, out);
    render_heading(variant.heading, out);
    out.open(Tag::div, "prompt-body");
    render_blocks(variant.body, out);
    out.close();
    render_count(prompt, out);
    render_goal(prompt, out);
    if (prompt.kind == AskKind::donation) render_donation(prompt, out);
    if (prompt.kind == AskKind::newsletter) render_newsletter_ask(prompt, choices.newsletter, out);
    if (prompt.kind == AskKind::follow) render_follow_ask(prompt, out);
    render_ways_out(prompt, out);
    out.close();
}

HtmlTree render_thanks(std::string_view lang, const RenderOptions& options, Arena& arena) {
    HtmlTree tree(arena);
    Markup out(tree, find_language(options.lang.empty() ? lang : options.lang), lang, options.heading_level,
               options.origin);
    out.open(Tag::section, "prompt thanks", "prompt");
    out.attribute(Attr::data_part, "thanks");
    out.own_words();
    out.element(Tag::p, "prompt-heading", phrase(AskPhrase::thanks, out.language()));
    out.close();
    return tree;
}

}  // namespace longread
