// Requests and replies as frames of bytes, for the WebAssembly boundary (src/README.md, "Wire format").
#pragma once

#include <cstdint>
#include <string_view>

#include "app/answer.h"
#include "base/result.h"
#include "base/text_buffer.h"

namespace longread {

// Version of the wire format; the page refuses a module that says another number.
inline constexpr std::uint32_t abi_version = 2;

// Section keys of a request frame: the members of Request. A feed may stand more than once.
enum class RequestKey : std::uint32_t {
    article = 1,
    feed = 2,
    campaigns = 3,
    base_url = 4,
    lang = 5,
    now = 6,            // the last counts, which may have the zone of the reader
    heading_level = 7,  // "1" to "4"
    hide = 8,
    format = 9,
    state = 10,
    archive_directory = 11,
    archive_shard = 12,
    archive_fresh = 13,
    shown = 14,
    related_options = 15,
    event = 16,
    donate_hosts = 17,
    random = 18,
};

enum class ReplyKey : std::uint32_t {
    tree = 1,
    notes = 2,
    wants = 3,
    error = 4,
    document = 5,
    state = 6,
    url = 7
};

// The members as views into the frame; unknown keys are ignored. Error: bad_request.
Result<Request> read_request(std::string_view frame, Arena& arena);

// A section for each ReplyKey, empty where there is nothing to say: the tree as a tree frame, each finding as
// a line of fields: code, path, line, column, detail, offset.
void append_reply(TextBuffer& out, const Reply& reply);

}  // namespace longread
