#include "app/answer_events.h"
#include "app/fill_slots.h"
#include "app/origin_of_pages.h"
#include "app/read_archive_files.h"
#include "app/read_situation.h"
#include "decide/asking/choose_ask.h"
#include "decide/choose_rails.h"
#include "decide/choose_related.h"
#include "decide/keep_history.h"
#include "decide/leave_out.h"
#include "decide/related/rank_cards.h"
#include "read/read_cards.h"
#include "read/read_related_options.h"
#include "read/read_state.h"
#include "read/read_surroundings.h"

namespace longread {
namespace {

List<Feed> read_feeds(const Request& request, Arena& arena, Notes& notes) {
    List<Feed> feeds;
    for (const std::string_view source : request.feeds) {
        const Result<Feed> feed = read_feed(source, request.base_url, arena, notes);
        if (feed) {
            feeds.add(*feed, arena);
        } else {
            notes.add(feed.error(), arena);
        }
    }
    return feeds;
}

// What this reader knows, and what this page shows already, is the same for whoever chooses.
void meet_reader(const Request& request, const ReaderState& state, Surroundings& around, List<Feed>& feeds,
                 List<ScoredCard>& archive, Arena& arena) {
    const auto meet = [&](List<Card>& cards) {
        leave_out(cards, request.shown);
        mark_read(cards, state);
    };
    meet(around.related);
    for (Rail& rail : around.rails) meet(rail.items);
    for (Feed& feed : feeds) meet(feed.items);
    List<ScoredCard> met;
    for (ScoredCard& one : archive) {
        List<Card> alone;
        alone.add(one.card, arena);
        meet(alone);
        if (alone.empty()) continue;
        one.card = alone[0];
        met.add(one, arena);
    }
    archive = met;
}

// Cards with a score have been ranked by whoever made their feed.
void take_scored(List<Feed>& feeds, List<ScoredCard>& scored, Arena& arena) {
    for (Feed& feed : feeds) {
        List<Card> others;
        for (const Card& card : feed.items) {
            if (card.score > 0) {
                scored.add({card, card.score, 0, {}}, arena);
            } else {
                others.add(card, arena);
            }
        }
        feed.items = others;
    }
}

// Where money would go that the page does not vouch for.
void note_refused_host(const AskSituation& situation, Arena& arena, Notes& notes) {
    for (const Campaign& campaign : situation.campaigns.campaigns) {
        const std::optional<AskStep> step = find_obstacle(campaign, situation);
        if (!step || step->filter != AskFilter::host) continue;
        Note note;
        note.code = Code::bad_url;
        note.detail = arena.join({campaign.id, ": donate-hosts has no ", step->word});
        notes.add(note, arena);
    }
}

// new_state: what is to be remembered of the decision.
std::optional<Prompt> choose_prompt(const Surroundings& around, ReaderState state, const Request& request,
                                    Arena& arena, Notes& notes, std::string_view& new_state) {
    const Campaigns campaigns = campaigns_or_none(request, arena, notes);
    const AskSituation situation{
        around, campaigns, state, parse_time(request.now), request.donate_hosts, find_draw(request, state)};
    note_refused_host(situation, arena, notes);
    const Campaign* const chosen = choose_campaign(situation);
    std::optional<Prompt> prompt;
    if (chosen != nullptr) prompt = make_prompt(*chosen, situation, arena);
    if (!state.draw && situation.draw && needs_draw(situation)) {
        state.draw = situation.draw;
        TextBuffer document;
        append_reader_state(document, state);
        new_state = arena.keep(document);
    }
    return prompt;
}

// To all that the form has to offer; the list of a form that has no lists is the form.
bool has_subscribed(const ReaderState& state, const Newsletter& newsletter) {
    const auto knows = [&](std::string_view list) {
        const std::uint32_t wanted = hash_address(list);
        for (const std::uint32_t known : state.subscribed) {
            if (known == wanted) return true;
        }
        return false;
    };
    for (const NewsletterList& list : newsletter.lists) {
        if (!knows(list.id)) return false;
    }
    return !newsletter.lists.empty() || knows(newsletter.action);
}

Choices choose(Surroundings around, ArchiveReading archive, const Request& request, Arena& arena,
               Notes& notes, std::string_view& new_state) {
    List<Feed> feeds = read_feeds(request, arena, notes);
    take_scored(feeds, archive.related, arena);
    if (!archive.fresh.empty()) feeds.add({{}, archive.fresh}, arena);
    const ReaderState state = read_state(request.state, arena);
    meet_reader(request, state, around, feeds, archive.related, arena);
    const std::optional<Timestamp> now = parse_time(request.now);
    Choices choices;
    choices.prompt = choose_prompt(around, state, request, arena, notes, new_state);
    Analyser analyser(Stemming::english_only, arena);
    List<ScoredCard> candidates = rank_cards(around, feeds, analyser, arena);
    candidates.add_all(archive.related, arena);
    choices.related = choose_related(around, candidates, read_related_options(request.related_options), now,
                                     analyser, arena);
    choices.rails = choose_rails(around, feeds, choices.related, arena);
    const bool is_asked = choices.prompt && choices.prompt->kind == AskKind::newsletter;
    if (is_asked || !has_subscribed(state, around.newsletter)) choices.newsletter = around.newsletter;
    return choices;
}

bool has_foreign(const Notes& notes) {
    for (const Note& note : notes) {
        if (note.code == Code::foreign_document) return true;
    }
    return false;
}

}  // namespace

Result<Slots> fill_slots(const Request& request, Arena& arena, Notes& notes, Reply* reply) {
    const Result<Surroundings> around = read_surroundings(request.article, request.base_url, arena, notes);
    if (!around) return around.error();
    const ArchiveReading archive = read_archive_files(request, around->story, arena, notes);
    if (reply != nullptr) reply->wants = archive.wanted;
    if (archive.is_question) return Slots{HtmlTree(arena), HtmlTree(arena)};
    std::string_view new_state;
    const Choices choices = choose(*around, archive, request, arena, notes, new_state);
    if (reply != nullptr) reply->state = new_state;
    const std::string_view origin = origin_of_pages(around->story.url, request.base_url);
    const RenderOptions options{request.lang, origin, request.hide, request.heading_level};
    return render_slots(choices, around->story.lang, options, arena);
}

Reply answer_slots(const Request& request, Arena& arena) {
    if (!request.event.empty()) return answer_event(request, arena);
    Reply reply(arena);
    const Result<Slots> slots = fill_slots(request, arena, reply.notes, &reply);
    // Other systems' feeds cost their stories, until they have been converted.
    if (has_foreign(reply.notes) || (!slots && slots.error().code == Code::foreign_document))
        reply.wants = "formats";
    if (slots) {
        reply.tree = slots->prompt;
        reply.tree.append(slots->below);
    } else if (reply.wants.empty()) {
        reply.error = slots.error();
        reply.failed = true;
    }
    return reply;
}

}  // namespace longread
