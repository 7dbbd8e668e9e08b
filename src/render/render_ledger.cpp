#include "render/render_ledger.h"

#include "base/text.h"
#include "render/ask_phrases.h"
#include "render/markup.h"
#include "render/render_why.h"
#include "render/slot_phrases.h"

namespace longread {
namespace {

class Ledger {
  public:
    Ledger(const ReaderState& state, std::int32_t offset_minutes, Markup& out)
        : state_(state), offset_minutes_(offset_minutes), out_(out) {}

    void render() {
        out_.open(Tag::ul);
        render_articles();
        render_asks();
        if (!state_.subscribed.empty()) row(AskPhrase::ledger_lists, state_.subscribed.size());
        if (state_.draw) row(AskPhrase::ledger_draw, *state_.draw);
        if (is_empty_) out_.element(Tag::li, {}, words(AskPhrase::ledger_nothing));
        out_.close();
    }

  private:
    [[nodiscard]] std::string_view words(AskPhrase which) const { return phrase(which, out_.language()); }

    void row(AskPhrase which, std::string_view first, std::string_view second = {}) {
        TextBuffer text;
        append_phrase(text, which, out_.language(), first, second);
        out_.element(Tag::li, {}, text);
        is_empty_ = false;
    }
    void row(AskPhrase which, std::uint64_t number) {
        row(which, Decimal(static_cast<std::int64_t>(number)));
    }

    // "November 25, 2026 Asked: Donate"
    void row_of_minute(std::int64_t minute, std::string_view what, std::string_view kind = {}) {
        TextBuffer text;
        (text += ' ') += what;
        if (!kind.empty()) (text += ' ') += kind;
        out_.open(Tag::li);
        out_.time({(minute + offset_minutes_) * 60, 0, false}, {});
        out_.text(text);
        out_.close();
        is_empty_ = false;
    }

    void render_articles() {
        if (!state_.counts) {
            out_.element(Tag::li, {}, words(AskPhrase::not_counted));
            is_empty_ = false;
        }
        for (const ReadWeek& week : state_.weeks) {
            out_.open(Tag::li);
            render_dated(AskPhrase::ledger_week, {std::int64_t{week.monday} * 86400, 0, false},
                         Decimal(week.count), out_);
            out_.close();
            is_empty_ = false;
        }
        if (!state_.read.empty()) row(AskPhrase::ledger_stories, state_.read.size());
    }

    void render_asks() {
        for (const AskEvent& ask : state_.asks) {
            if (ask.dismissed) {
                row_of_minute(ask.minute, words(AskPhrase::not_now));
                continue;
            }
            std::string_view kind = longread::phrase(Phrase::follow_us, out_.language());
            if (ask.kind == AskKind::donation) kind = longread::phrase(SlotPhrase::donate, out_.language());
            if (ask.kind == AskKind::newsletter)
                kind = longread::phrase(SlotPhrase::newsletter, out_.language());
            row_of_minute(ask.minute, words(AskPhrase::ledger_asked), kind);
        }
        if (state_.donated) row_of_minute(*state_.donated, words(AskPhrase::given));
        if (state_.silent) row_of_minute(*state_.silent, words(AskPhrase::ledger_silent));
    }

    const ReaderState& state_;
    std::int32_t offset_minutes_;
    Markup& out_;
    bool is_empty_ = true;
};

}  // namespace

HtmlTree render_ledger(const ReaderState& state, std::int32_t offset_minutes, std::string_view lang,
                       const RenderOptions& options, Arena& arena) {
    HtmlTree tree(arena);
    const Language language = find_language(options.lang.empty() ? lang : options.lang);
    Markup out(tree, language, lang, options.heading_level, options.origin);
    const auto button = [&](std::string_view ask, AskPhrase which) {
        render_ask_button(ask, phrase(which, language), out);
    };
    out.open(Tag::section, "ledger", "ledger");
    out.attribute(Attr::data_part, "ledger");
    out.attribute(Attr::aria_labelledby, "lr-ledger");
    out.own_words();
    out.open(out.heading(1));
    out.attribute(Attr::id, "lr-ledger");
    out.attribute(Attr::tabindex, "-1");
    out.text(phrase(AskPhrase::ledger, language));
    out.close();
    out.element(Tag::p, {}, phrase(AskPhrase::ledger_device, language));
    Ledger(state, offset_minutes, out).render();
    out.open(Tag::div, "ways-out");
    if (!state.counts) button("count-on", AskPhrase::count_on);
    button("export", AskPhrase::save_copy);
    button("import", AskPhrase::load_copy);
    button("delete", AskPhrase::delete_all);
    out.close();
    out.close();
    return tree;
}

}  // namespace longread
