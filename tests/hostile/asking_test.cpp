// Hostile storage and hostile campaigns change nothing but what a valid value could change: what cannot be
// ours is as if it were not there, and money goes to no other host than the page names.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "../unit/test_arena.h"
#include "app/answer.h"
#include "base/json.h"
#include "decide/asking/choose_ask.h"
#include "read/read_campaigns.h"
#include "read/read_state.h"

namespace longread {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> payloads() {
    const fs::path path = fs::path(LONGREAD_SHARED_DIR) / "corpora" / "security" / "surface.json";
    std::vector<std::string> found;
    std::ifstream file(path, std::ios::binary);
    // A case a line. Half a character, which is no JSON, becomes another one.
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] != '{') continue;
        line.resize(line.rfind('}') + 1);
        for (std::size_t at = 0; (at = line.find("\\ud", at)) != std::string::npos;) line[at + 2] = '0';
        const Result<JsonDocument> document = parse_json(kept(line), test_arena());
        if (document) found.emplace_back(document->root().find("payload").text());
    }
    return found;
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += "0123456789abcdef"[byte >> 4U];
            out += "0123456789abcdef"[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string rewritten(std::string_view state) {
    TextBuffer out;
    append_reader_state(out, read_state(state, fresh_arena()));
    return string_of(out);
}

const std::string new_reader = R"({"longread":1,"read":{}})";

TEST(HostileStorage, IsANewReadersOrTheRestOfIt) {
    const std::vector<std::string> all = payloads();
    if (all.empty()) GTEST_SKIP() << "no ../shared/corpora/security/surface.json";
    EXPECT_GE(all.size(), 200U);
    for (const std::string& payload : all) {
        // What is a document of ours may be one; of these there is none but in such words.
        if (payload.find("longread") == std::string::npos)
            EXPECT_EQ(rewritten(payload), new_reader) << payload;
        const std::string text = json_text(payload);
        for (const std::string_view member :
             {"read", "weeks", "asks", "counts", "donated", "silent", "subscribed", "draw"}) {
            const std::string name(member);
            for (const std::string& value : {text, "[" + text + "]", "{" + text + ":1}", "[[" + text + "]]",
                                             "{\"20780\":[" + text + "]}"})
                EXPECT_EQ(rewritten("{\"longread\":1,\"" + name + "\":" + value + "}"), new_reader)
                    << name << payload;
        }
    }
}

constexpr std::string_view article =
    R"({"longread":1,"url":"https://news.example/a","title":"t","published":"2026-11-20","body":["x"]})";

// What the page would show and remember, as bytes.
void expect_harmless(const std::string& file, const std::string& payload) {
    Notes notes;
    Arena& arena = fresh_arena();
    const Result<Campaigns> campaigns = read_campaigns(file, {}, arena, notes);
    if (!campaigns) return;
    EXPECT_LE(campaigns->budget.day, 20);
    EXPECT_LE(campaigns->budget.week, 60);
    Surroundings around;
    around.subject.published = parse_time("2026-11-23T12:00:00Z");
    around.newsletter.action = "https://news.example/letters";
    const ReaderState state;
    const AskSituation situation{around,         *campaigns, state, parse_time("2026-11-23T12:00:00Z"),
                                 "give.example", 1};
    const Campaign* const chosen = choose_campaign(situation);
    if (chosen == nullptr) return;
    const Prompt prompt = make_prompt(*chosen, situation, arena);
    EXPECT_EQ(prompt.variant.action_url.substr(0, 21), "https://give.example/") << payload;
    EXPECT_EQ(prompt.campaign.find_first_of("<>\"'& /:{}"), std::string_view::npos) << payload;
    EXPECT_TRUE(prompt.currency.empty() || prompt.currency.size() == 3) << payload;
    EXPECT_TRUE(chosen->cap.views >= 1 && chosen->cap.views <= 60 && chosen->cap.days >= 1) << payload;
    EXPECT_TRUE(prompt.goal.target == 0) << payload;
    for (const DonationChoice& choice : prompt.variant.choices) {
        EXPECT_TRUE(choice.amount >= 1 && choice.amount <= 1'000'000) << payload;
        EXPECT_TRUE(choice.frequency.empty() || choice.frequency == "once" || choice.frequency == "monthly" ||
                    choice.frequency == "annual")
            << payload;
    }
}

TEST(HostileCampaigns, NoValueLeadsElsewhere) {
    const std::vector<std::string> all = payloads();
    if (all.empty()) GTEST_SKIP() << "no ../shared/corpora/security/surface.json";
    for (const std::string& payload : all) {
        const std::string text = json_text(payload);
        for (const std::string_view member :
             {"id", "kind", "start", "end", "priority", "placement", "goal", "currency", "audience", "cap",
              "after_donation_days", "opt_out_days", "dismissed_days", "holdback", "list", "variants"}) {
            for (const std::string& value : {text, "[" + text + "]", "{" + text + ":" + text + "}"})
                expect_harmless(
                    R"({"longread":1,"campaigns":[{"id":"c","variants":[{"action":{"url":"https://give.example/"}}],")" +
                        std::string(member) + "\":" + value + "}]}",
                    payload);
        }
        for (const std::string_view member : {"id", "weight", "heading", "body", "choices", "frequency",
                                              "other_amount", "shows_count", "action"}) {
            for (const std::string& value : {text, "[" + text + "]", "{\"url\":" + text + "}",
                                             "{\"service\":" + text + ",\"account\":" + text + "}",
                                             "[{\"amount\":" + text + ",\"frequency\":" + text + "}]",
                                             "{\"service\":\"givewp\",\"account\":" + text + "}"})
                expect_harmless(
                    R"({"longread":1,"campaigns":[{"id":"c","variants":[{"action":{"url":"https://give.example/"},")" +
                        std::string(member) + "\":" + value + "}]}]}",
                    payload);
        }
        for (const std::string_view member : {"budget", "exclusions", "campaigns", "lang"})
            expect_harmless("{\"longread\":1,\"" + std::string(member) + "\":" + text + "}", payload);
    }
}

// Whatever stands in an event, what comes back is a document of ours within its bounds.
TEST(HostileEvents, LeaveADocumentOfOurs) {
    const std::vector<std::string> all = payloads();
    if (all.empty()) GTEST_SKIP() << "no ../shared/corpora/security/surface.json";
    for (const std::string& payload : all) {
        for (const std::string_view verb : {"seen ", "dismissed ", "subscribed ", "import ", ""}) {
            Arena& arena = fresh_arena();
            Request request;
            request.article = article;
            request.state = payload;
            request.now = "2026-11-23T12:00:00Z";
            request.event = arena.join({verb, payload, verb.empty() ? "x" : ""});
            const Reply reply = answer_slots(request, arena);
            const std::string state(reply.state);
            EXPECT_TRUE(state.empty() || rewritten(state) == state) << payload;
            EXPECT_EQ(state.find(payload.size() > 3 ? payload : "<"), std::string::npos) << payload;
        }
    }
}

}  // namespace
}  // namespace longread
