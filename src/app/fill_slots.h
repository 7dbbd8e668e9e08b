// What stands below an article: read, chosen, rendered.
#pragma once

#include "app/answer.h"
#include "base/result.h"
#include "render/render_slots.h"

namespace longread {

// The request's article, feeds and campaigns become filled slots. Error: the article document cannot be read;
// what else cannot is noted and costs its slot.
Result<Slots> fill_slots(const Request& request, Arena& arena, Notes& notes);

}  // namespace longread
