// slots.wasm: what stands below the article.
#include "platform/wasm_module.h"

namespace longread {

Reply answer_in_module(const Request& request, Arena& arena) { return answer_slots(request, arena); }

}  // namespace longread
