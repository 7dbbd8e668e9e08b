#include "app/answer.h"

namespace longread {

Reply answer(const Request& request, const Parsers& parsers, Arena& arena) {
    const Reply slots = answer_slots(request, arena);
    Reply reply = answer_article(request, parsers, arena, &slots.tree);
    if (reply.failed || reply.wants == "markdown") return reply;
    reply.wants = {};
    reply.notes.add_all(slots.notes, arena);
    return reply;
}

}  // namespace longread
