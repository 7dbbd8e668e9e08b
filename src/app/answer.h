// The front door. Everything that Longread does to a document is one call: a request in, a reply out, bytes both
// ways. The function reads no clock, locale, file or network: time, language and documents arrive in the request.
//
//     Request request;                                   // or read_request(bytes) from a frame
//     request.article = R"({"longread":1, "title":"Hello", "body":{"markdown":"*Hi*"}})";
//     Reply reply = answer(request, Parsers{...});       // or write_reply(reply) to a frame
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "read/parsers.h"

namespace longread {

// Version of the wire format; the page refuses a module that says another number.
inline constexpr std::uint32_t abi_version = 1;

enum class OutputForm : std::uint8_t { tree, html };

// Section keys of a request frame.
enum class RequestKey : std::uint32_t {
    article = 1,        // document bytes
    feed = 2,           // document bytes; may stand more than once
    campaigns = 3,      // document bytes
    base_url = 4,       // absolute URL that relative ones are resolved against
    lang = 5,           // BCP 47: language of the interface, if not the article's
    now = 6,            // RFC 3339; absent: rules that need a clock do not apply
    heading_level = 7,  // "1" to "4": level of the headline
    form = 8,           // "tree" (default) or "html"
    hide = 9,           // words: parts not to draw, of follow hero meta tags prompt related rails newsletter
};

enum class ReplyKey : std::uint32_t { tree = 1, html = 2, notes = 3, wants = 4, title = 5, error = 6 };

struct Request {
    std::string_view article;
    std::vector<std::string_view> feeds;
    std::string_view campaigns;
    std::string_view base_url;
    std::string_view lang;
    std::string_view now;
    std::string_view hide;
    std::uint8_t heading_level = 1;
    OutputForm form = OutputForm::tree;
};

struct Reply {
    std::string output;   // a tree frame or HTML text, as asked; empty where error or wants say why
    std::string title;    // the headline, as plain text
    std::string lang;     // of the article
    Notes notes;          // what was dropped or repaired, in document order
    std::string wants;    // "markdown": call again when that parser is there
    Error error;          // no article: code, place, detail
    bool failed = false;
};

// Reads, decides, renders.
Reply answer(const Request& request, const Parsers& parsers);

// The same over frames (src/README.md has the format).
std::string answer_frame(std::string_view request, const Parsers& parsers);

}  // namespace longread
