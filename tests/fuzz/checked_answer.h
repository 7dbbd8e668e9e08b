// Answers of the core, with everything in them checked.
#pragma once

#include <string_view>

#include "app/answer.h"
#include "app/wire.h"
#include "base/frame.h"
#include "fuzz_input.h"
#include "printed_html.h"

namespace longread {

inline void check_reply(const Reply& reply) {
    const bool is_empty = reply.tree.events().empty();
    require(!reply.failed || is_empty, "a failure with an article");
    if (!is_empty) PrintedHtml(write_html(reply.tree)).check();
    TextBuffer frame;
    append_reply(frame, reply);
    Arena arena;
    require(read_frame(frame, arena).has_value(), "a reply that is no frame");
}

// An article whose body comes from a parser of the fuzzer's, which does not look at the text "x".
inline void check_article(std::string_view article, const Parsers& parsers) {
    Arena arena;
    Request request;
    request.article = article;
    request.base_url = "https://news.example/story/";
    check_reply(answer_article(request, parsers, arena));
}

}  // namespace longread
