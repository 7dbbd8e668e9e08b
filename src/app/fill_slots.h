// What stands below an article: read, chosen, rendered.
#pragma once

#include "app/answer.h"
#include "base/result.h"
#include "render/render_slots.h"

namespace longread {

// The request's article, feeds and campaigns become filled slots. Error: the article document cannot be read;
// what else cannot is noted and costs its slot. reply: where its `wants` goes, the path of a file of the
// archive that is needed next (then, or where the request asks for no more than that, the slots are empty),
// and its `state`, if an experiment needed a draw and the reader had none.
Result<Slots> fill_slots(const Request& request, Arena& arena, Notes& notes, Reply* reply = nullptr);

}  // namespace longread
