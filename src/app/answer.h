// The front door. Everything that Longread does to a document is one call: a request in, a reply out. The
// function reads no clock, locale, file or network: time, language and documents arrive in the request.
//
//     Request request;
//     request.article = R"({"longread":1, "title":"Hello", "body":{"markdown":"*Hi*"}})";
//     Arena arena;                                        // what comes out lives in it
//     Reply reply = answer(request, Parsers{...}, arena);
//     std::string html = write_html(reply.tree);          // render/html_writer.h
//
// A page asks for the two halves of it, each from a module of its own, so that the article need not wait for
// what stands around it: answer_article, then answer_slots.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.h"
#include "model/html_tree.h"
#include "read/parsers.h"

namespace longread {

struct Request {
    std::string_view article;          // document bytes
    List<std::string_view> feeds;      // document bytes
    List<std::string_view> campaigns;  // document bytes; all together say who is asked
    std::string_view base_url;         // absolute URL that relative ones are resolved against
    std::string_view lang;             // BCP 47: language of the interface, if not the article's
    std::string_view now;              // RFC 3339; empty: rules that need a clock do not apply
    std::string_view
        hide;  // words: parts not to draw, of follow hero meta tags prompt related rails newsletter
    std::uint8_t heading_level = 1;  // of the headline, 1 to 4
    std::string_view format;  // of the article, where its content does not tell: "wordpress", "ghost" ...
    std::string_view part;    // "slots": for a module that answers for both parts
    std::string_view state;   // reader state as it was kept (model/reader_state.h); empty: a new reader
    std::string_view shown;   // URLs of stories that stand elsewhere on the page, separated by single spaces
    std::string_view related_options;  // "half-life=30 floor=60" (read/read_related_options.h)
    // What a reader has done (app/answer_events.h); then no slot is filled.
    std::string_view event;
    std::string_view
        donate_hosts;         // where donations may go, separated by single spaces: the page's markup says it
    std::string_view random;  // 4 bytes by chance, for experiments that need a draw
    // Files of the related-stories archive (model/archive_files.h), as far as they are there; an empty
    // directory file that is not null says that there is an archive. While neither a shard nor a fresh list
    // is there, the request asks no more than which file is needed next; the reply `wants` its path, or
    // nothing.
    std::string_view archive_directory;
    std::string_view archive_shard;
    std::string_view archive_fresh;
};

struct Reply {
    explicit Reply(Arena& arena) : tree(arena) {}

    HtmlTree tree;           // empty where error or wants say why
    std::string_view title;  // the headline, as plain text
    std::string_view lang;   // of the article
    std::string_view url;    // of the article
    Notes notes;             // what was dropped or repaired, in document order
    std::string_view wants;  // "markdown": ask again when that parser is there; "formats": when the documents
                             // have been converted; "slots": there is something for them
    std::string_view document;  // of a conversion
    std::string_view state;     // reader state to be kept, where it has changed; of slots, by a draw
    Error error;                // nothing can be shown: code, place, detail
    bool failed = false;
};

// The article with its slots filled. Reads, decides, renders.
Reply answer(const Request& request, const Parsers& parsers, Arena& arena);

// The article alone, or with slots that have been filled before.
struct Slots;
Reply answer_article(const Request& request, const Parsers& parsers, Arena& arena,
                     const Slots* slots = nullptr);

// The filled slots alone, one after the other. A feed or campaign file that cannot be read costs its slot and
// is noted; the reply has failed only where the article document cannot be read. Where the request has an
// event, no slot is filled: the reply's `state` is what the device shall remember.
Reply answer_slots(const Request& request, Arena& arena);

// Another system's documents (WordPress, Ghost, RSS ...) as ones of ours: the reply's `document` is the
// request's article, or its first feed where it has none, in our own format; as it was where it is of ours
// already. `base_url` counts and, for an article, `format`.
Reply answer_conversion(const Request& request, const Parsers& parsers, Arena& arena);

}  // namespace longread
