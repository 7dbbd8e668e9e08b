// formats.wasm: other systems' documents as ones of ours.
#include "platform/wasm_host.h"
#include "platform/wasm_module.h"

namespace longread {

Reply answer_in_module(const Request& request, Arena& arena) {
    return answer_conversion(request, {parse_html, nullptr}, arena);
}

}  // namespace longread
