#include "app/answer.h"

#include "app/fill_slots.h"

namespace longread {

Reply answer(const Request& request, const Parsers& parsers, Arena& arena) {
    Notes notes;
    const Result<Slots> slots = fill_slots(request, arena, notes);
    Reply reply = answer_article(request, parsers, arena, slots ? &*slots : nullptr);
    if (reply.failed || reply.wants == "markdown") return reply;
    reply.wants = {};
    reply.notes.add_all(notes, arena);
    return reply;
}

}  // namespace longread
