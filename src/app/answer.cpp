#include "app/answer.h"

#include "app/fill_slots.h"

namespace longread {
namespace {

// Feeds that cannot be converted stay as they are: fill_slots notes what is wrong with them.
Request convert_all(Request request, const Parsers& parsers, Arena& arena, Reply& reply) {
    const auto convert = [&](Request one) {
        one.base_url = request.base_url;
        const Reply converted = answer_conversion(one, parsers, arena);
        reply.notes.add_all(converted.notes, arena);
        if (converted.failed && !one.article.empty()) {
            reply.error = converted.error;
            reply.failed = true;
        }
        return converted.document;
    };
    Request article;
    article.article = request.article;
    article.format = request.format;
    request.article = convert(article);
    for (std::string_view& source : request.feeds) {
        Request feed;
        feed.feeds.add(source, arena);
        const std::string_view converted = convert(feed);
        if (!converted.empty()) source = converted;
    }
    return request;
}

}  // namespace

Reply answer(const Request& request, const Parsers& parsers, Arena& arena) {
    Reply conversion(arena);
    const Request own = convert_all(request, parsers, arena, conversion);
    if (conversion.failed) return conversion;
    Notes notes;
    const Result<Slots> slots = fill_slots(own, arena, notes);
    Reply reply = answer_article(own, parsers, arena, slots ? &*slots : nullptr);
    if (reply.failed || (!reply.wants.empty() && reply.wants != "slots")) return reply;
    reply.wants = {};
    reply.notes.add_all(notes, arena);
    reply.notes.add_all(conversion.notes, arena);
    return reply;
}

}  // namespace longread
