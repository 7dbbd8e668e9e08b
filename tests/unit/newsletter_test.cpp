#include <gtest/gtest.h>

#include <string>

#include "read/read_surroundings.h"
#include "render/html_writer.h"
#include "render/letter_phrases.h"
#include "render/render_slots.h"
#include "test_arena.h"

namespace longread {
namespace {

bool holds(std::string_view html, std::string_view part) { return html.find(part) != std::string_view::npos; }

struct Reading {
    Newsletter newsletter;
    Notes notes;
};

Reading read(const std::string& fields) {
    Reading reading;
    const Result<Surroundings> around = read_surroundings(
        test_arena().keep(R"({"longread":1,"title":"t","body":{"blocks":["a"]},"newsletter":{)" + fields +
                          "}}"),
        {}, test_arena(), reading.notes);
    if (around) reading.newsletter = around->newsletter;
    return reading;
}

std::string drawn(const Newsletter& newsletter, std::optional<Prompt> prompt = {}) {
    Choices choices;
    choices.newsletter = newsletter;
    choices.prompt = prompt;
    const Slots slots = render_slots(choices, "en", {}, test_arena());
    return write_html(slots.prompt) + write_html(slots.below);
}

TEST(Newsletter, EachServiceHasItsOwnNames) {
    const std::string mailchimp = drawn(
        read(
            R"("action":"https://n.us1.list-manage.com/subscribe/post?u=ab1&id=cd2","service":"mailchimp","lists":[{"id":"group[7][1]"},{"id":"group[7][2]","checked":true}])")
            .newsletter);
    for (const char* part :
         {"name=\"EMAIL\"", "name=\"b_ab1_cd2\"", "name=\"group[7][1]\" value=\"1\"", "checked"})
        EXPECT_TRUE(holds(mailchimp, part)) << part;
    const std::string buttondown = drawn(
        read(R"("action":"https://b.example/x","service":"buttondown","lists":[{"id":"daily"}])").newsletter);
    for (const char* part : {"name=\"email\"", "name=\"tag\" value=\"daily\"", "name=\"embed\" value=\"1\""})
        EXPECT_TRUE(holds(buttondown, part)) << part;
    const std::string kit = drawn(
        read(R"("action":"https://k.example/x","service":"convertkit","lists":[{"id":"9"}])").newsletter);
    for (const char* part : {"name=\"email_address\"", "name=\"tags[]\" value=\"9\""})
        EXPECT_TRUE(holds(kit, part)) << part;
    const std::string other =
        drawn(read(R"("action":"/x","field":"mail","lists":[{"id":"a"},{"id":"b"}])").newsletter);
    for (const char* part : {"name=\"mail\"", "name=\"lists\" value=\"a\"", "name=\"lr-website\""})
        EXPECT_TRUE(holds(other, part)) << part;
}

// Ghost takes no forms: the address must not land in the address bar of its site.
TEST(Newsletter, WithoutJavaScriptGhostGetsNothingButItsOwnPage) {
    const std::string html =
        drawn(read(R"("action":"https://g.example/","service":"ghost","lists":[{"id":"Daily"}])").newsletter);
    EXPECT_TRUE(holds(html, "action=\"https://g.example/#/portal/signup\" method=\"get\""));
    EXPECT_FALSE(holds(html, "name="));
}

TEST(Newsletter, NotesWhatCannotBe) {
    const Reading unknown = read(R"("action":"/s","service":"pigeon","field":"mail")");
    ASSERT_EQ(unknown.notes.size(), 1U);
    EXPECT_EQ(unknown.newsletter.service, "");
    EXPECT_EQ(unknown.newsletter.field, "mail");
    const Reading shadow = read(
        R"("action":"https://n.example/?u=1","service":"mailchimp","lists":[{"id":"action"},{"id":""},{"id":"group[1][1]"}])");
    EXPECT_EQ(shadow.notes.size(), 2U);
    ASSERT_EQ(shadow.newsletter.lists.size(), 1U);
    EXPECT_EQ(shadow.newsletter.lists[0].title, "group[1][1]");
    std::string many = R"("action":"/s","lists":[)";
    for (int i = 0; i < 13; ++i) many += std::string(i == 0 ? "" : ",") + R"({"id":"x"})";
    const Reading full = read(many + "]");
    EXPECT_EQ(full.newsletter.lists.size(), 12U);
    EXPECT_EQ(full.notes.size(), 1U);
}

TEST(Newsletter, SaysWhatHappensToTheAddressWithALink) {
    const std::string html = drawn(
        read(
            R"("action":"/s","consent":"We keep it.","consent_link":{"label":"How","url":"https://n.example/p"})")
            .newsletter);
    EXPECT_TRUE(holds(html, "We keep it. <a href=\"https://n.example/p\""));
}

TEST(Newsletter, AnAskTakesThePlaceOfTheFormAndOffersItsListAlone) {
    const Newsletter letters =
        read(R"("action":"/s","lists":[{"id":"day"},{"id":"week","title":"Weekly"}])").newsletter;
    Prompt ask;
    ask.kind = AskKind::newsletter;
    ask.campaign = "c";
    ask.list = "week";
    ask.variant.heading = "Join";
    const std::string html = drawn(letters, ask);
    EXPECT_FALSE(holds(html, "data-slot=\"newsletter\""));
    EXPECT_TRUE(holds(html, "type=\"hidden\" name=\"lists\" value=\"week\""));
    EXPECT_FALSE(holds(html, "value=\"day\""));
}

TEST(Newsletter, AnAskToFollowIsALink) {
    Prompt ask;
    ask.kind = AskKind::follow;
    ask.campaign = "c";
    ask.variant.action_url = "https://m.example/@us";
    ask.variant.action_label = "Follow";
    EXPECT_TRUE(holds(drawn({}, ask), "<a class=\"primary\" href=\"https://m.example/@us\""));
}

TEST(LetterPhrases, EveryLanguageHasEveryPhrase) {
    constexpr auto count = static_cast<std::size_t>(LetterPhrase::bad_address) + 1;
    for (int language = 0; language < 6; ++language) {
        for (std::size_t i = 0; i < count; ++i)
            EXPECT_FALSE(phrase(static_cast<LetterPhrase>(i), static_cast<Language>(language)).empty());
    }
}

}  // namespace
}  // namespace longread
