// Markdown as a body, with the HTML that stands in it.
#include "checked_answer.h"
#include "platform/cli_parsers.h"

namespace {

using namespace longread;

std::string_view input;

Result<HtmlTree> parse_input(std::string_view /*text*/, const Parsing& parsing) {
    return native_parsers().markdown(input, parsing);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    input = as_text(data, size);
    check_article(R"({"longread":1,"title":"T","body":{"markdown":"x"}})", {nullptr, parse_input});
    return 0;
}
