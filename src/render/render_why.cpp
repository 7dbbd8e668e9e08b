#include "render/render_why.h"

#include "base/text.h"

namespace longread {
namespace {

void render_sentence(AskPhrase which, std::string_view first, std::string_view second, Markup& out) {
    TextBuffer sentence;
    append_phrase(sentence, which, out.language(), first, second);
    out.element(Tag::li, {}, sentence);
}

// Only those that say something of this reader and this page: that the campaign runs at all goes without
// saying.
void render_reason(const AskStep& step, Markup& out) {
    switch (step.filter) {
        case AskFilter::section:
        case AskFilter::tag:
            if (!step.word.empty()) render_sentence(AskPhrase::why_topic, step.word, {}, out);
            break;
        case AskFilter::articles_read:
            if (step.limit > 0)
                render_sentence(AskPhrase::why_articles, Decimal(step.found), Decimal(step.limit), out);
            break;
        case AskFilter::cap:
            render_sentence(AskPhrase::why_asked, Decimal(step.found), Decimal(step.limit), out);
            break;
        case AskFilter::donated: render_sentence(AskPhrase::why_quiet, {}, {}, out); break;
        case AskFilter::variant:
            if (step.limit > 1) render_sentence(AskPhrase::why_draw, {}, {}, out);
            break;
        default: break;
    }
}

}  // namespace

void render_ask_button(std::string_view ask, std::string_view words, Markup& out) {
    out.open(Tag::button, "quiet-button");
    out.attribute(Attr::type, "button");
    out.attribute(Attr::name, "ask");
    out.attribute(Attr::value, ask);
    out.text(words);
    out.close();
}

void render_dated(AskPhrase which, const Timestamp& day, std::string_view second, Markup& out) {
    TextBuffer words;
    for (const char c : phrase(which, out.language())) {
        if (c == '#') {
            out.text(words);
            words.clear();
            out.time(day, {});
        } else if (c == '@') {
            words += second;
        } else {
            words += c;
        }
    }
    out.text(words);
}

void render_why(const Prompt& prompt, Markup& out) {
    const auto words = [&](AskPhrase which) { return phrase(which, out.language()); };
    out.open(Tag::details, "why");
    out.own_words();
    out.element(Tag::summary, {}, words(AskPhrase::why));
    out.open(Tag::ul);
    render_sentence(AskPhrase::why_device, {}, {}, out);
    for (const AskStep& step : prompt.why) render_reason(step, out);
    out.close();
    TextBuffer silence;
    append_phrase(silence, AskPhrase::silence, out.language(), Decimal(prompt.opt_out_days));
    render_ask_button("silence", silence, out);
    if (prompt.kind == AskKind::donation) render_ask_button("given", words(AskPhrase::given), out);
    render_ask_button("ledger", words(AskPhrase::ledger), out);
    out.close();
}

}  // namespace longread
