#include "render/render_prompt.h"

#include <gtest/gtest.h>

#include "render/ask_phrases.h"
#include "render/html_writer.h"
#include "render/render_ledger.h"
#include "render/render_slots.h"
#include "test_arena.h"

namespace longread {
namespace {

bool holds(std::string_view html, std::string_view part) { return html.find(part) != std::string_view::npos; }

std::size_t count_of(std::string_view html, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = html.find(part); at != std::string_view::npos; at = html.find(part, at + 1))
        ++count;
    return count;
}

DonationChoice choice(std::int64_t amount, std::string_view frequency, bool recommended = false) {
    DonationChoice made;
    made.amount = amount;
    made.frequency = frequency;
    made.recommended = recommended;
    return made;
}

Prompt appeal() {
    Prompt prompt;
    prompt.campaign = "spring";
    prompt.currency = "USD";
    prompt.variant.id = "boat";
    prompt.variant.heading = "Help";
    prompt.variant.action_url = "https://give.example/?a={amount}";
    return prompt;
}

std::string drawn(const Prompt& prompt, std::string_view lang = "en") {
    Choices choices;
    choices.prompt = prompt;
    return write_html(render_slots(choices, lang, {}, test_arena()).prompt);
}

TEST(AskPhrases, EveryLanguageHasEveryPhraseWithItsPlaces) {
    constexpr auto count = static_cast<std::size_t>(AskPhrase::delete_all) + 1;
    const auto places = [](std::string_view text, char place) {
        std::size_t found = 0;
        for (const char c : text) found += c == place ? 1 : 0;
        return found;
    };
    for (int language = 0; language < 6; ++language) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view words = phrase(static_cast<AskPhrase>(i), static_cast<Language>(language));
            const std::string_view english = phrase(static_cast<AskPhrase>(i), Language::en);
            EXPECT_FALSE(words.empty()) << i << " " << language;
            EXPECT_EQ(places(words, '#'), places(english, '#')) << words;
            EXPECT_EQ(places(words, '@'), places(english, '@')) << words;
        }
        EXPECT_TRUE(phrase(static_cast<AskPhrase>(count), static_cast<Language>(language)).empty());
    }
}

TEST(RenderPrompt, SaysWhichCampaignItIsAndWhereItWantsToStand) {
    Prompt prompt = appeal();
    EXPECT_TRUE(holds(drawn(prompt), R"(<div data-slot="prompt">)")) << drawn(prompt);
    EXPECT_TRUE(holds(drawn(prompt), R"(id="lr-ask-spring")"));
    prompt.placement = Placement::after_paragraph;
    prompt.paragraph = 3;
    EXPECT_TRUE(holds(drawn(prompt), R"(<div class="after-3" data-slot="prompt">)"));
    prompt.placement = Placement::foot_bar;
    EXPECT_TRUE(holds(drawn(prompt), R"(<div class="foot-bar" data-slot="prompt">)"));
    EXPECT_TRUE(holds(drawn(prompt), R"(name="ask" value="not-now" aria-label="Not now">×</button>)"));
}

TEST(RenderPrompt, EveryFrequencyHasATabAndItsAmounts) {
    Prompt prompt = appeal();
    prompt.variant.choices =
        list_of({choice(5, "monthly", true), choice(12, "monthly"), choice(25, ""), choice(60, "once")});
    const std::string html = drawn(prompt);
    EXPECT_EQ(count_of(html, "name=\"frequency\""), 2U) << html;
    EXPECT_TRUE(holds(html, R"(name="frequency" value="monthly" checked="")"));
    EXPECT_TRUE(holds(html, R"(<fieldset class="amounts once">)"));
    EXPECT_TRUE(holds(html, R"(<fieldset class="amounts monthly">)"));
    EXPECT_TRUE(holds(html, R"(name="amount" value="5" checked="")"));
    EXPECT_EQ(count_of(html, "checked"), 2U);
    prompt.variant.frequency = "once";
    EXPECT_TRUE(holds(drawn(prompt), R"(value="25" checked="")"));
    // One that nothing is asked by is not opened.
    prompt.variant.frequency = "annual";
    EXPECT_TRUE(holds(drawn(prompt), R"(value="5" checked="")"));
}

TEST(RenderPrompt, OneFrequencyNeedsNoTabs) {
    Prompt prompt = appeal();
    prompt.variant.choices = list_of({choice(5, "annual"), choice(12, "annual", true)});
    const std::string html = drawn(prompt);
    EXPECT_FALSE(holds(html, "class=\"tab")) << html;
    EXPECT_TRUE(holds(html, R"(<input type="hidden" name="frequency" value="annual">)"));
    EXPECT_TRUE(holds(html, R"(value="12" checked="")"));
    EXPECT_TRUE(holds(html, R"(<input type="hidden" name="variant" value="boat">)"));
}

TEST(RenderPrompt, BenefitsAndAnOwnAmount) {
    Prompt prompt = appeal();
    DonationChoice member = choice(5, "monthly");
    member.benefits = list_of<std::string_view>({"A letter", "A <mug>"});
    prompt.variant.choices = list_of({member});
    EXPECT_FALSE(holds(drawn(prompt), "other"));
    prompt.variant.other_amount = {3, 500};
    const std::string html = drawn(prompt);
    EXPECT_TRUE(holds(html, R"(<span class="benefit">A &lt;mug&gt;</span>)")) << html;
    EXPECT_TRUE(holds(html, R"(<data value="3">$3</data> to <data value="500">$500</data>)"));
    EXPECT_TRUE(holds(html, R"(name="amount" value="other")"));
    // Where there is no other one, the own amount needs no choosing.
    prompt.variant.choices.clear();
    EXPECT_FALSE(holds(drawn(prompt), R"(value="other")"));
    EXPECT_TRUE(
        holds(drawn(prompt), R"(<label class="field-label" for="lr-amount">Choose an amount</label>)"));
    EXPECT_TRUE(holds(drawn(prompt), R"(name="other_amount" id="lr-amount" aria-describedby="lr-limits")"));
}

std::string goal_of(std::int64_t total, std::int64_t target, std::string_view lang = "en") {
    Prompt prompt = appeal();
    prompt.goal.total = total;
    prompt.goal.target = target;
    prompt.goal.as_of = parse_time("2026-11-25T23:30:00+02:00");
    return drawn(prompt, lang);
}

TEST(RenderPrompt, TheGoalNeverSaysMoreThanIsTrue) {
    EXPECT_TRUE(holds(goal_of(12400, 20000), R"(<hr width="62%">)")) << goal_of(12400, 20000);
    EXPECT_TRUE(holds(goal_of(12400, 20000), "<strong>$12,400 of $20,000</strong> <span>as of <time "));
    EXPECT_TRUE(holds(goal_of(19999, 20000), R"(width="99%")"));
    EXPECT_TRUE(holds(goal_of(25000, 20000), R"(width="100%")"));
    EXPECT_TRUE(holds(goal_of(25000, 20000), "$25,000 of $20,000"));
    EXPECT_TRUE(holds(goal_of(-5, 20000), R"(width="0%")"));
    EXPECT_FALSE(holds(goal_of(5, 0), "goal"));
    EXPECT_TRUE(holds(goal_of(12400, 20000, "de"), "12.400")) << goal_of(12400, 20000, "de");
    EXPECT_TRUE(holds(goal_of(12400, 20000, "de"), ">25. November 2026</time>"));
    EXPECT_TRUE(holds(goal_of(9'007'199'254'740'991, 9'007'199'254'740'992), R"(width="99%")"));
}

TEST(RenderPrompt, CountsArticlesFromTheSecondOn) {
    Prompt prompt = appeal();
    prompt.articles_read = 1;
    EXPECT_FALSE(holds(drawn(prompt), "articles-read"));
    prompt.articles_read = 1234;
    EXPECT_TRUE(holds(drawn(prompt), "You have read 1,234 articles in the last 28 days. <button"))
        << drawn(prompt);
    EXPECT_TRUE(holds(drawn(prompt), R"(name="ask" value="count-off">Do not count my articles<)"));
}

TEST(RenderPrompt, SaysWhyItIsThere) {
    Prompt prompt = appeal();
    prompt.opt_out_days = 60;
    prompt.why = list_of<AskStep>({{AskFilter::schedule, true, 0, 0, ""},
                                   {AskFilter::tag, true, 0, 0, "Fish <& chips>"},
                                   {AskFilter::articles_read, true, 12, 5, ""},
                                   {AskFilter::cap, true, 1, 4, ""},
                                   {AskFilter::donated, true, 0, 90, ""},
                                   {AskFilter::variant, true, 1, 2, ""}});
    const std::string html = drawn(prompt);
    EXPECT_TRUE(holds(html, "The topic: Fish &lt;&amp; chips&gt;")) << html;
    EXPECT_TRUE(holds(html, "Articles you have read lately: 12 (we ask from 5 on)"));
    EXPECT_TRUE(holds(html, "Times you were asked lately: 1 (at most 4)"));
    EXPECT_TRUE(holds(html, "Chance chose this version"));
    EXPECT_TRUE(holds(html, R"(name="ask" value="silence">Stop for 60 days<)"));
    EXPECT_TRUE(holds(html, R"(name="ask" value="given">I have given<)"));
    // One version is no choice.
    prompt.why = list_of<AskStep>({{AskFilter::variant, true, 1, 1, ""}});
    EXPECT_FALSE(holds(drawn(prompt), "Chance"));
}

TEST(RenderPrompt, WhoIsNotAskedForMoneyIsNotThankedForIt) {
    Prompt prompt = appeal();
    prompt.kind = AskKind::newsletter;
    const std::string html = drawn(prompt);
    EXPECT_FALSE(holds(html, R"(data-form="donate")")) << html;
    EXPECT_FALSE(holds(html, "given"));
    EXPECT_FALSE(holds(html, "remind"));
    EXPECT_TRUE(holds(html, R"(name="ask" value="silence")"));
}

std::string ledger_of(const ReaderState& state, std::int32_t offset = 0) {
    return write_html(render_ledger(state, offset, "en", {}, test_arena()));
}

TEST(RenderLedger, LaysEverythingOpen) {
    ReaderState state;
    EXPECT_TRUE(holds(ledger_of(state), "<li>Nothing.</li>")) << ledger_of(state);
    state.read = list_of<ReadStory>({{1, 20782}, {2, 20782}});
    state.weeks = list_of<ReadWeek>({{20780, 7, {}}});
    state.asks = list_of<AskEvent>(
        {{29'926'079, AskKind::newsletter, 7, false}, {29'926'100, AskKind::donation, 7, true}});
    state.donated = 29'926'100;
    state.silent = 29'926'100;
    state.subscribed = list_of<std::uint32_t>({9});
    state.draw = 4711;
    const std::string html = ledger_of(state);
    EXPECT_FALSE(holds(html, "Nothing.")) << html;
    EXPECT_TRUE(holds(
        html, R"(Articles read in the week of <time datetime="2026-11-23">November 23, 2026</time>: 7)"));
    EXPECT_TRUE(holds(html, "Stories marked as read: 2"));
    EXPECT_TRUE(holds(html, "November 24, 2026</time> Asked: Newsletter"));
    EXPECT_TRUE(holds(html, "November 25, 2026</time> Not now"));
    EXPECT_TRUE(holds(html, "November 25, 2026</time> I have given"));
    EXPECT_TRUE(holds(html, "November 25, 2026</time> No requests, please"));
    EXPECT_TRUE(holds(html, "Newsletters subscribed to: 1"));
    EXPECT_TRUE(holds(html, "versions by: 4711"));
    EXPECT_FALSE(holds(html, "count-on"));
    // The day is the reader's.
    EXPECT_TRUE(holds(ledger_of(state, 120), "November 25, 2026</time> Asked: Newsletter"));
}

TEST(RenderLedger, WhoIsNotCountedMayBeAgain) {
    ReaderState state;
    state.counts = false;
    const std::string html = ledger_of(state);
    EXPECT_TRUE(holds(html, "Articles are not counted.")) << html;
    EXPECT_TRUE(holds(html, R"(name="ask" value="count-on">Count my articles<)"));
}

}  // namespace
}  // namespace longread
