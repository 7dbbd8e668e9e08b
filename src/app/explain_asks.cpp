#include "app/explain_asks.h"

#include "app/read_situation.h"
#include "base/text.h"
#include "decide/asking/assign_group.h"
#include "decide/asking/choose_ask.h"
#include "decide/asking/filters.h"
#include "read/read_campaigns.h"
#include "read/read_state.h"
#include "read/read_surroundings.h"

namespace longread {
namespace {

// How a condition is told: '#' is what was found, '%' the limit, '*' the word; each sentence with its
// opposite.
struct FilterWords {
    const char* name;
    const char* passed;
    const char* failed;
};

constexpr FilterWords filter_words[] = {
    {"clock", "the time is known", "the time is not known, or before 2025, or after 2099"},
    {"schedule", "it runs at this time", "it does not run at this time"},
    {"exclusion", "no exclusion applies", "an exclusion applies: *"},
    {"sensitive", "the article is not sensitive, or the campaign may stand there",
     "the article is sensitive"},
    {"section", "the section fits: *", "the section does not fit: *"},
    {"tag", "the tags fit: *", "the tags do not fit: *"},
    {"language", "the language fits: *", "the language does not fit: *"},
    {"article-age", "the article is # days old, of % (0: any)",
     "the article is # days old, which is more than %"},
    {"host", "the page names the host: *", "the page does not name the host: *"},
    {"opted-out", "the reader has not asked for silence in the last % days",
     "the reader asked for silence # days ago, and has it for %"},
    {"donated", "the reader has not given in the last % days",
     "the reader gave # days ago, and is left alone for %"},
    {"dismissed", "the reader has not said \"not now\" in the last % days (0: never at all)",
     "the reader said \"not now\" # times in the last % days"},
    {"subscribed", "the reader has not subscribed, as far as the device knows", "the reader has subscribed"},
    {"articles-read", "the reader has read # articles, of % or more",
     "the reader has read # articles; the limit is %"},
    {"cap", "seen # times in the window, of %", "seen # times in the window, of %"},
    {"gap", "not seen in the last % days", "seen # times in the last % days"},
    {"budget-day", "# asks of any kind in 24 hours, of %", "# asks of any kind in 24 hours, of %"},
    {"budget-week", "# asks of any kind in 7 days, of %", "# asks of any kind in 7 days, of %"},
    {"holdback", "the reader's bucket is #; below % it is held back",
     "the reader's bucket is #, below %: held back"},
    {"variant", "the reader sees the variant *", "no variant has a weight"},
};
static_assert(sizeof filter_words / sizeof filter_words[0] == ask_filter_count);

void append_sentence(TextBuffer& out, std::string_view sentence, const AskStep& step) {
    for (const char c : sentence) {
        if (c == '#')
            out += Decimal(step.found);
        else if (c == '%')
            out += Decimal(step.limit);
        else if (c == '*')
            out += step.word.empty() ? std::string_view("any") : step.word;
        else
            out += c;
    }
}

void explain_campaign(TextBuffer& out, const Campaign& campaign, const AskSituation& situation) {
    constexpr std::string_view kinds[] = {"donation", "newsletter", "follow"};
    out += campaign.id;
    out += " (";
    out += kinds[static_cast<std::size_t>(campaign.kind)];
    out += ", priority ";
    out += Decimal(campaign.priority);
    out += ")\n";
    const std::optional<AskStep> obstacle = find_obstacle(campaign, situation);
    for (std::size_t filter = 0; filter < ask_filter_count; ++filter) {
        const AskStep step = look_at(static_cast<AskFilter>(filter), campaign, situation);
        const FilterWords& words = filter_words[filter];
        out += step.passed ? "  yes  " : "  NO   ";
        out += words.name;
        out += ": ";
        append_sentence(out, step.passed ? words.passed : words.failed, step);
        out += '\n';
    }
    out += "  -> ";
    if (obstacle) {
        out += "not asked, because of ";
        out += filter_name(obstacle->filter);
    } else {
        out += "may be asked";
    }
    out += "\n\n";
}

void conclude(TextBuffer& out, const AskSituation& situation) {
    const Campaign* const chosen = choose_campaign(situation);
    if (chosen == nullptr) {
        out += "Decision: nobody is asked.\n";
        return;
    }
    out += "Decision: ";
    out += chosen->id;
    const Variant* const variant = find_variant(situation.draw.value_or(0), *chosen);
    if (variant != nullptr && !variant->id.empty()) {
        out += ", variant ";
        out += variant->id;
    }
    out += ".\n";
}

}  // namespace

std::string_view filter_name(AskFilter filter) { return filter_words[static_cast<std::size_t>(filter)].name; }

Result<std::string_view> explain_asks(const Request& request, Arena& arena, Notes& notes) {
    Notes about_article;
    const Result<Surroundings> around =
        read_surroundings(request.article, request.base_url, arena, about_article);
    if (!around) return around.error();
    const Result<Campaigns> campaigns = read_campaigns(request.campaigns, request.base_url, arena, notes);
    if (!campaigns) return campaigns.error();
    const ReaderState state = read_state(request.state, arena);
    const AskSituation situation{
        *around, *campaigns, state, parse_time(request.now), request.donate_hosts, find_draw(request, state)};
    TextBuffer out;
    for (const Campaign& campaign : campaigns->campaigns) explain_campaign(out, campaign, situation);
    conclude(out, situation);
    return arena.keep(out);
}

}  // namespace longread
