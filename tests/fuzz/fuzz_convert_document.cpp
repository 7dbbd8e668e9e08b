// Documents of other systems: what they are converted to can be read and drawn.
//
// A first line of small letters is the name of the format; without one the content tells.
#include "base/json.h"
#include "checked_answer.h"
#include "platform/cli_parsers.h"
#include "read/formats/convert_document.h"

namespace {

using namespace longread;

void check_use(std::string_view document, std::string_view format, DocumentUse use) {
    Arena arena;
    Notes notes;
    const Result<std::string_view> converted = convert_document(
        document, use, format, "https://news.example/story/", native_parsers(), arena, notes);
    if (!converted) return;
    require(parse_json(*converted, arena).has_value(), "a conversion that is no JSON");
    Request request;
    request.base_url = "https://news.example/story/";
    if (use == DocumentUse::article) {
        request.article = *converted;
        check_reply(answer_article(request, native_parsers(), arena));
    } else {
        request.article = R"({"longread":1,"title":"T","body":{"blocks":[{"type":"paragraph","text":"x"}]}})";
        request.feeds.add(*converted, arena);
        check_reply(answer_slots(request, arena));
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = as_text(data, size);
    const std::size_t line = text.substr(0, 32).find('\n');
    std::string_view format = line == std::string_view::npos ? "" : text.substr(0, line);
    if (format.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") != std::string_view::npos) format = {};
    const std::string_view document = format.empty() ? text : text.substr(line + 1);
    check_use(document, format, DocumentUse::article);
    check_use(document, format, DocumentUse::feed);
    return 0;
}
