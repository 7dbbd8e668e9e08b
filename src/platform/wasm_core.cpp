// core.wasm: the article.
#include "platform/wasm_host.h"
#include "platform/wasm_module.h"

namespace longread {

Reply answer_in_module(const Request& request, Arena& arena) {
    return answer_article(request, {parse_html, parse_markdown_tree}, arena);
}

}  // namespace longread
