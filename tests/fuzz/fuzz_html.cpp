// HTML as a body: the command's parser, the policy, what is drawn and printed.
#include "checked_answer.h"

namespace {

using namespace longread;

std::string_view input;

Result<HtmlTree> parse_input(std::string_view /*text*/, const Parsing& parsing) {
    return parse_html(input, parsing.arena);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    input = as_text(data, size);
    check_article(R"({"longread":1,"title":"T","body":{"html":"x"}})", {parse_input, nullptr});
    return 0;
}
