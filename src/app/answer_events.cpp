#include "app/answer_events.h"

#include "app/read_situation.h"
#include "base/text.h"
#include "decide/asking/ask_situation.h"
#include "decide/asking/remember_asks.h"
#include "decide/keep_history.h"
#include "read/read_state.h"
#include "read/read_surroundings.h"
#include "render/render_ledger.h"
#include "render/render_prompt.h"

namespace longread {
namespace {

// In the order of this list.
enum class Event : std::int8_t {
    unknown = -1,
    read,
    seen,
    dismissed,
    silent,
    donated,
    subscribed,
    count_off,
    count_on,
    import
};
constexpr std::string_view events = "read seen dismissed silent donated subscribed count-off count-on import";

AskKind find_kind(const Request& request, std::string_view id, Arena& arena) {
    Notes told_with_the_slots;
    for (const Campaign& campaign : campaigns_or_none(request, arena, told_with_the_slots).campaigns) {
        if (campaign.id == id) return campaign.kind;
    }
    return AskKind::donation;
}

// The state as it was where there is nothing to remember.
Result<ReaderState> remember_reading(const Request& request, const ReaderState& state, Arena& arena) {
    Notes told_with_the_slots;
    const Result<Surroundings> around =
        read_surroundings(request.article, request.base_url, arena, told_with_the_slots);
    if (!around) return around.error();
    return keep_history(state, around->story, parse_time(request.now), arena).value_or(state);
}

Result<ReaderState> remember(Event event, std::string_view about, const Request& request, ReaderState state,
                             Arena& arena) {
    const std::optional<Timestamp> now = parse_time(request.now);
    const bool knows_time = is_asking_time(now);
    const std::int64_t minute = knows_time ? now->seconds / 60 : 0;
    switch (event) {
        case Event::read: return remember_reading(request, state, arena);
        case Event::seen:
        case Event::dismissed:
            if (knows_time)
                add_ask(state,
                        {minute, find_kind(request, about, arena), hash_address(about),
                         event == Event::dismissed},
                        arena);
            break;
        case Event::silent:
            if (knows_time) state.silent = minute;
            break;
        case Event::donated:
            if (knows_time) state.donated = minute;
            break;
        case Event::subscribed: add_subscription(state, about, arena); break;
        case Event::count_off:
        case Event::count_on: set_counting(state, event == Event::count_on); break;
        case Event::import:
        case Event::unknown: break;
    }
    return state;
}

// Without an article that can be read, in the interface's language.
std::string_view find_lang(const Request& request, Arena& arena) {
    Notes told_with_the_slots;
    const Result<Surroundings> around =
        read_surroundings(request.article, request.base_url, arena, told_with_the_slots);
    return around ? around->story.lang : std::string_view();
}

// What a reader sees of it at once.
HtmlTree draw_event(std::string_view event, const Request& request, const ReaderState& state, Arena& arena) {
    const RenderOptions options{request.lang, {}, {}, request.heading_level};
    if (event == "donated") return render_thanks(find_lang(request, arena), options, arena);
    if (event != "ledger") return HtmlTree(arena);
    const std::optional<Timestamp> now = parse_time(request.now);
    return render_ledger(state, now ? now->offset_minutes : 0, find_lang(request, arena), options, arena);
}

}  // namespace

Reply answer_event(const Request& request, Arena& arena) {
    Reply reply(arena);
    std::string_view about = request.event;
    const std::string_view name = take_word(about);
    const auto event = static_cast<Event>(word_index(events, name));
    const ReaderState before = read_state(request.state, arena);
    const Result<ReaderState> after = remember(event, about, request, before, arena);
    if (!after) {
        reply.error = after.error();
        reply.failed = true;
        return reply;
    }
    TextBuffer known;
    append_reader_state(known, event == Event::import ? ReaderState() : before);
    TextBuffer document;
    append_reader_state(document, *after);
    if (known.view() != document.view()) reply.state = arena.keep(document);
    reply.tree = draw_event(name, request, *after, arena);
    return reply;
}

}  // namespace longread
