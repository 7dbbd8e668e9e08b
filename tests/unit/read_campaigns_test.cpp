// What is read of a file of campaigns and of a device's document, and what an event makes of that.
#include "read/read_campaigns.h"

#include <gtest/gtest.h>

#include "app/answer.h"
#include "app/read_situation.h"
#include "read/donate_services.h"
#include "read/read_state.h"
#include "test_arena.h"

namespace longread {
namespace {

struct Reading {
    Campaigns campaigns;
    std::string notes;  // "code path;"
};

Reading reading_of(const std::string& file) {
    Reading reading;
    Notes notes;
    const Result<Campaigns> result = read_campaigns(kept(file), {}, test_arena(), notes);
    EXPECT_TRUE(result) << file;
    if (result) reading.campaigns = *result;
    for (const Note& note : notes) {
        EXPECT_GT(note.line, 0U);
        reading.notes += string_of(code_name(note.code)) + " " + string_of(note.path) + ";";
    }
    return reading;
}

// A file with one campaign that has these members, too.
Reading with(const std::string& members) {
    return reading_of(R"({"longread":1,"campaigns":[{"id":"c",)" + members +
                      R"("variants":[{"id":"v","action":{"url":"https://give.example/?a={amount}"}}]}]})");
}

TEST(ReadCampaigns, Defaults) {
    const Reading reading = with("");
    EXPECT_EQ(reading.notes, "");
    ASSERT_EQ(reading.campaigns.campaigns.size(), 1U);
    const Campaign& campaign = reading.campaigns.campaigns[0];
    EXPECT_EQ(campaign.kind, AskKind::donation);
    EXPECT_EQ(campaign.cap.views, 4);
    EXPECT_EQ(campaign.cap.days, 30);
    EXPECT_TRUE(campaign.audience.exclude_sensitive);
    EXPECT_EQ(campaign.variants[0].weight, 1);
    EXPECT_EQ(campaign.variants[0].action_url, "https://give.example/?a={amount}");
    EXPECT_EQ(reading.campaigns.budget.day, 1);
    EXPECT_EQ(reading.campaigns.budget.week, 3);
}

TEST(ReadCampaigns, EveryMember) {
    const Reading reading = reading_of(
        R"({"longread":1,"budget":{"day":2,"week":5},"exclusions":[{"tags":["war"],"path":"/x"}],"campaigns":[{"id":"n",
        "kind":"newsletter","start":"2026-01-01","end":"2027-01-01T00:00:00+01:00","priority":7,
        "placement":{"after_paragraph":5},"goal":{"total":5,"target":9,"currency":"EUR","as_of":"2026-02-01","max_age_days":3},
        "audience":{"tags":["a"],"not_tags":["b"],"sections":["c"],"not_sections":["d"],"languages":["en"],"min_articles":1,
        "max_articles":9,"window_weeks":2,"articles_tags":["e"],"max_article_age_days":0,"exclude_sensitive":false},
        "cap":{"views":1,"days":2,"min_gap_days":3,"scope":"campaign"},"after_donation_days":1,"opt_out_days":2,"dismissed_days":3,
        "holdback":4,"list":"daily","variants":[{"id":"v","weight":3,"heading":"h","body":"b","choices":[{"amount":5,"frequency":"annual"}],
        "frequency":"monthly","other_amount":{"least":2,"most":50},"shows_count":true}]}]})");
    EXPECT_EQ(reading.notes, "");
    ASSERT_EQ(reading.campaigns.campaigns.size(), 1U);
    const Campaign& campaign = reading.campaigns.campaigns[0];
    EXPECT_EQ(campaign.kind, AskKind::newsletter);
    EXPECT_EQ(campaign.placement, Placement::after_paragraph);
    EXPECT_EQ(campaign.paragraph, 5);
    EXPECT_EQ(campaign.goal.target, 9);
    EXPECT_EQ(campaign.currency, "EUR");
    EXPECT_TRUE(campaign.cap.counts_own_alone);
    EXPECT_EQ(campaign.holdback, 4);
    EXPECT_EQ(campaign.list, "daily");
    EXPECT_FALSE(campaign.audience.exclude_sensitive);
    EXPECT_EQ(campaign.audience.articles_tags[0], "e");
    EXPECT_EQ(campaign.variants[0].other_amount.most, 50);
    EXPECT_EQ(campaign.variants[0].frequency, "monthly");
    EXPECT_TRUE(campaign.variants[0].shows_count);
    EXPECT_EQ(reading.campaigns.exclusions[0].path, "/x");
    EXPECT_EQ(reading.campaigns.budget.week, 5);
}

TEST(ReadCampaigns, WhatSaysWhomToAskMustBeReadable) {
    for (const std::string members :
         {R"("start":"soon",)", R"("end":7,)", R"("kind":"survey",)", R"("audience":{"tags":"a"},)",
          R"("audience":{"languages":[7]},)", R"("audience":{"min_articles":-1},)", R"("audience":[],)"}) {
        const Reading reading = with(members);
        EXPECT_TRUE(reading.campaigns.campaigns.empty()) << members;
        EXPECT_NE(reading.notes, "") << members;
    }
}

TEST(ReadCampaigns, OtherValuesBeyondTheirBoundsCostThemselves) {
    const Reading reading =
        with(R"("cap":{"views":0,"days":4000},"holdback":1001,"priority":"x","placement":"modal",)");
    ASSERT_EQ(reading.campaigns.campaigns.size(), 1U);
    EXPECT_EQ(reading.campaigns.campaigns[0].cap.views, 4);
    EXPECT_EQ(
        reading.notes,
        "bad-value /campaigns/0/cap/views;bad-value /campaigns/0/cap/days;bad-value /campaigns/0/holdback;"
        "wrong-type /campaigns/0/priority;bad-value /campaigns/0/placement;");
}

TEST(ReadCampaigns, IdsAreUniqueAndPlain) {
    const Reading reading = reading_of(
        R"({"longread":1,"campaigns":[{"id":"a b","variants":[]},{"variants":[]},{"id":"c","variants":[]},{"id":"c","variants":[]}]})");
    EXPECT_EQ(reading.campaigns.campaigns.size(), 1U);
    EXPECT_EQ(reading.notes,
              "bad-value /campaigns/0/id;missing-field /campaigns/1;bad-value /campaigns/3/id;");
}

TEST(DonateUrl, ServicesThatAreKnown) {
    EXPECT_EQ(donate_url("stripe", "abc123", test_arena()),
              "https://buy.stripe.com/abc123?utm_campaign={campaign}&utm_content={variant}");
    EXPECT_EQ(donate_url("paypal", "XYZ", test_arena()),
              "https://www.paypal.com/donate/?hosted_button_id=XYZ&amount={amount}&currency_code={currency}");
    for (const std::string_view service : {"donorbox", "givebutter", "every.org", "ko-fi"})
        EXPECT_NE(donate_url(service, "a-page", test_arena()), "") << service;
    EXPECT_EQ(donate_url("givewp", "news.example/give", test_arena()).substr(0, 26),
              "https://news.example/give?");
    for (const std::string_view account : {"", "a b", "a/b", "a?b", "../x", ".x", "a@b", "a#b", "a%2f"})
        EXPECT_EQ(donate_url("ko-fi", account, test_arena()), "") << account;
    for (const std::string_view account : {"", "host", "/x", "a//b", "a/../b", "u@h/x", "h:1/x"})
        EXPECT_EQ(donate_url("givewp", account, test_arena()), "") << account;
    EXPECT_EQ(donate_url("nobody", "a", test_arena()), "");
}

std::string reread(std::string_view source) {
    TextBuffer out;
    append_reader_state(out, read_state(source, test_arena()));
    return string_of(out);
}

TEST(ReadStateOfAsks, WhatWasWritten) {
    const std::string whole =
        R"({"longread":1,"read":{"bf9cf968":21000},"weeks":{"20780":[3,4660,2],"20787":[1]},"asks":[[29926080,0,1234],[29926090,4,1234],)"
        R"([29926099,6,4294967295]],"donated":29926080,"silent":29926081,"subscribed":[1,4294967295],"draw":65535})";
    EXPECT_EQ(reread(whole), whole);
    EXPECT_EQ(reread(R"({"longread":1,"read":{},"counts":false,"weeks":{"20780":[3]}})"),
              R"({"longread":1,"read":{},"counts":false})");
}

TEST(ReadStateOfAsks, EntriesThatCannotBeOursAreLeftOut) {
    EXPECT_EQ(
        reread(
            R"({"longread":1,"weeks":{"20781":[3],"20787":[1],"20780":[1],"x":[1],"20794":[0],"20801":[1,70000,1,5,0,7,7]},)"
            R"("asks":[[1,0,1],[29926080,3,1],[29926080,7,1],[29926080,0],[29926080,0,-1],29926080,[99999999,0,1]],)"
            R"("counts":0,"donated":1,"silent":"x","subscribed":[-1,"a"],"draw":65536})"),
        R"({"longread":1,"read":{},"weeks":{"20787":[1],"20801":[1,7,7]}})");
}

TEST(ReadStateOfAsks, TheFullestDocumentFits) {
    ReaderState state;
    for (std::uint32_t i = 0; i < most_read_stories; ++i)
        state.read.add({0xFFFFFFFF - i, 47'000}, test_arena());
    ReadWeek week{20'780, most_week_count, {}};
    for (std::size_t i = 0; i < most_week_tags; ++i) week.tags.add({65'535, most_tag_count}, test_arena());
    for (std::size_t i = 0; i < most_weeks; ++i) {
        state.weeks.add(week, test_arena());
        week.monday += 7;
    }
    for (std::size_t i = 0; i < most_asks; ++i)
        state.asks.add({68'000'000, AskKind::follow, 0xFFFFFFFF, true}, test_arena());
    for (std::size_t i = 0; i < most_lists; ++i) state.subscribed.add(0xFFFFFFFF, test_arena());
    state.donated = state.silent = 68'000'000;
    state.draw = 65'535;
    TextBuffer out;
    append_reader_state(out, state);
    EXPECT_LE(out.size(), most_state_bytes);
    EXPECT_EQ(reread(out), string_of(out));
}

// The state after an event on a Monday at noon.
std::string after(std::string_view event, std::string_view state = {},
                  std::string_view now = "2026-11-23T12:00:00Z") {
    Request request;
    request.article = R"({"longread":1,"url":"foobar","tags":["Sea"]})";
    request.campaigns.add(R"({"longread":1,"campaigns":[{"id":"n","kind":"newsletter","variants":[{}]}]})",
                          test_arena());
    request.event = event;
    request.state = state;
    request.now = now;
    const Reply reply = answer_slots(request, test_arena());
    EXPECT_FALSE(reply.failed);
    EXPECT_EQ(reply.tree.events().empty(), event != "donated") << "who gave is thanked";
    return string_of(reply.state);
}

Campaigns together(std::initializer_list<std::string_view> files, std::size_t& noted) {
    Request request;
    for (const std::string_view file : files) request.campaigns.add(file, test_arena());
    Notes notes;
    const Campaigns all = campaigns_or_none(request, test_arena(), notes);
    noted = notes.size();
    return all;
}

TEST(CampaignFiles, AllTogetherSayWhoIsAsked) {
    constexpr std::string_view one =
        R"({"longread":1,"budget":{"day":2,"week":9},"campaigns":[{"id":"a","variants":[{}],"kind":"follow"}]})";
    constexpr std::string_view other =
        R"({"longread":1,"budget":{"day":3,"week":4},"campaigns":[{"id":"b","variants":[{}],"kind":"follow"}]})";
    constexpr std::string_view exclusions = R"({"longread":1,"exclusions":[{"tags":["Obituaries"]}]})";
    std::size_t noted = 0;
    for (const auto& files : {std::initializer_list<std::string_view>{exclusions, one, other},
                              std::initializer_list<std::string_view>{one, other, exclusions}}) {
        const Campaigns all = together(files, noted);
        EXPECT_EQ(all.campaigns.size(), 2U);
        EXPECT_EQ(all.exclusions.size(), 1U);
        EXPECT_EQ(all.budget.day, 2);
        EXPECT_EQ(all.budget.week, 4);
    }
    EXPECT_TRUE(together({one, "nonsense"}, noted).campaigns.empty()) << "it may say who is not to be asked";
    EXPECT_EQ(noted, 1U);
}

TEST(AnswerEvents, WhatIsRemembered) {
    const std::string letter = std::to_string(hash_address("n"));
    EXPECT_EQ(after("seen n"), R"({"longread":1,"read":{},"asks":[[29923920,1,)" + letter + "]]}");
    EXPECT_EQ(after("dismissed n"), R"({"longread":1,"read":{},"asks":[[29923920,5,)" + letter + "]]}");
    EXPECT_EQ(after("seen a"), R"({"longread":1,"read":{},"asks":[[29923920,0,3826002220]]})");
    EXPECT_EQ(after("silent"), R"({"longread":1,"read":{},"silent":29923920})");
    EXPECT_EQ(after("donated"), R"({"longread":1,"read":{},"donated":29923920})");
    EXPECT_EQ(after("subscribed a"), R"({"longread":1,"read":{},"subscribed":[3826002220]})");
    EXPECT_EQ(after("subscribed a", after("subscribed a")), "") << "nothing new";
    EXPECT_EQ(after("count-off", R"({"longread":1,"weeks":{"20780":[3]}})"),
              R"({"longread":1,"read":{},"counts":false})");
    EXPECT_EQ(after("count-on", R"({"longread":1,"counts":false})"), R"({"longread":1,"read":{}})");
    EXPECT_EQ(after("import", R"({"longread":1,"draw":7,"x":1})"), R"({"longread":1,"read":{},"draw":7})");
    EXPECT_EQ(after("import", "nonsense"), "");
    EXPECT_EQ(after("nonsense", R"({"longread":1,"draw":7})"), "");
}

TEST(AnswerEvents, WithoutAClockThatCanBeRightNothingOfTimeIsRemembered) {
    for (const std::string_view now : {"", "1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"}) {
        for (const std::string_view event : {"read", "seen n", "dismissed n", "silent", "donated"})
            EXPECT_EQ(after(event, {}, now), "") << event << now;
        EXPECT_NE(after("count-off", {}, now), "");
    }
}

TEST(AnswerEvents, AnAddressCountsOnceAWeek) {
    std::string state = after("read");
    EXPECT_NE(state.find(R"("weeks":{"20780":[1,)"), std::string::npos) << state;
    state = after("read", state, "2026-11-29T23:30:00-05:00");
    EXPECT_NE(state.find(R"("weeks":{"20780":[1,)"), std::string::npos) << state;
    state = after("read", state, "2026-11-30T00:30:00-05:00");
    EXPECT_NE(state.find(R"("20787":[1,)"), std::string::npos) << state;
    EXPECT_EQ(after("read", R"({"longread":1,"counts":false})").find("weeks"), std::string::npos);
}

}  // namespace
}  // namespace longread
