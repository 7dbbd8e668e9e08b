// Whole requests: article, feeds, campaigns and what else a page sends.
//
// The input is a frame, or, where it begins with '#', sections that each begin with the digit of their key
// and are parted by a byte that is in no UTF-8, so that a change in one leaves the others what they are.
#include "checked_answer.h"
#include "platform/cli_parsers.h"

namespace {

using namespace longread;

void append_frame(TextBuffer& out, std::string_view text) {
    TextBuffer sections;
    std::uint32_t count = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\xFF');
        const std::string_view section = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (section.empty()) continue;
        append_section(sections, static_cast<std::uint32_t>(section[0] - '0'), section.substr(1));
        ++count;
    }
    append_u32(out, count);
    out += sections;
}

void check_request(std::string_view frame) {
    Arena arena;
    const Result<Request> request = read_request(frame, arena);
    if (!request) return;
    check_reply(answer(*request, native_parsers(), arena));
    check_reply(answer_article(*request, native_parsers(), arena));
    check_reply(answer_slots(*request, arena));
    check_reply(answer_conversion(*request, native_parsers(), arena));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = as_text(data, size);
    if (size == 0 || data[0] != '#') {
        check_request(text);
        return 0;
    }
    TextBuffer frame;
    append_frame(frame, text.substr(1));
    check_request(frame);
    return 0;
}
