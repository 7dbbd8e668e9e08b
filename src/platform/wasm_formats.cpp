// formats.wasm: other systems' documents as ones of ours.
#include "platform/wasm_host.h"
#include "platform/wasm_module.h"

namespace longread {
namespace {

// A function of this module: the address of one that is borrowed means nothing here.
Result<HtmlTree> parse(std::string_view text, const Parsing& parsing) { return parse_html(text, parsing); }

}  // namespace

Reply answer_in_module(const Request& request, Arena& arena) {
    return answer_conversion(request, {parse, nullptr}, arena);
}

}  // namespace longread
