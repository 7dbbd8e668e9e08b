#include "app/fill_slots.h"
#include "app/origin_of_pages.h"
#include "app/read_archive_files.h"
#include "decide/choose_prompt.h"
#include "decide/choose_rails.h"
#include "decide/choose_related.h"
#include "decide/keep_history.h"
#include "decide/leave_out.h"
#include "decide/related/rank_cards.h"
#include "read/read_campaigns.h"
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

List<Campaign> read_campaign_file(const Request& request, Arena& arena, Notes& notes) {
    if (request.campaigns.empty()) return {};
    const Result<List<Campaign>> campaigns =
        read_campaigns(request.campaigns, request.base_url, arena, notes);
    if (campaigns) return *campaigns;
    notes.add(campaigns.error(), arena);
    return {};
}

// What this reader knows, and what this page shows already, is the same for whoever chooses.
void meet_reader(const Request& request, Surroundings& around, List<Feed>& feeds, List<ScoredCard>& archive,
                 Arena& arena) {
    const ReaderState state = read_state(request.state, arena);
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

Choices choose(Surroundings around, ArchiveReading archive, const Request& request, Arena& arena,
               Notes& notes) {
    List<Feed> feeds = read_feeds(request, arena, notes);
    take_scored(feeds, archive.related, arena);
    if (!archive.fresh.empty()) feeds.add({{}, archive.fresh}, arena);
    meet_reader(request, around, feeds, archive.related, arena);
    const std::optional<Timestamp> now = parse_time(request.now);
    Choices choices;
    choices.prompt = choose_prompt(around, read_campaign_file(request, arena, notes), now);
    Analyser analyser(Stemming::english_only, arena);
    List<ScoredCard> candidates = rank_cards(around, feeds, analyser, arena);
    candidates.add_all(archive.related, arena);
    choices.related = choose_related(around, candidates, read_related_options(request.related_options), now,
                                     analyser, arena);
    choices.rails = choose_rails(around, feeds, choices.related, arena);
    choices.newsletter = around.newsletter;
    return choices;
}

Reply answer_reading(const Request& request, Arena& arena) {
    Reply reply(arena);
    Notes already_told;
    const Result<Surroundings> around =
        read_surroundings(request.article, request.base_url, arena, already_told);
    if (!around) {
        reply.error = around.error();
        reply.failed = true;
        return reply;
    }
    const auto state =
        keep_history(read_state(request.state, arena), around->story, parse_time(request.now), arena);
    TextBuffer document;
    if (state) append_reader_state(document, *state);
    reply.state = arena.keep(document);
    return reply;
}

bool has_foreign(const Notes& notes) {
    for (const Note& note : notes) {
        if (note.code == Code::foreign_document) return true;
    }
    return false;
}

}  // namespace

Result<Slots> fill_slots(const Request& request, Arena& arena, Notes& notes, std::string_view* wanted) {
    const Result<Surroundings> around = read_surroundings(request.article, request.base_url, arena, notes);
    if (!around) return around.error();
    const ArchiveReading archive = read_archive_files(request, around->story, arena, notes);
    if (wanted != nullptr) *wanted = archive.wanted;
    if (archive.is_question) return Slots{HtmlTree(arena), HtmlTree(arena)};
    const Choices choices = choose(*around, archive, request, arena, notes);
    const std::string_view origin = origin_of_pages(around->story.url, request.base_url);
    const RenderOptions options{request.lang, origin, request.hide, request.heading_level};
    return render_slots(choices, around->story.lang, options, arena);
}

Reply answer_slots(const Request& request, Arena& arena) {
    if (request.event == "read") return answer_reading(request, arena);
    Reply reply(arena);
    const Result<Slots> slots = fill_slots(request, arena, reply.notes, &reply.wants);
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
