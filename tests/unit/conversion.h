// For tests of the adapters: another system's document in, ours or the page's text out.
#pragma once

#include <string>
#include <string_view>

#include "app/answer.h"
#include "platform/cli_parsers.h"
#include "read/formats/convert_document.h"
#include "render/html_writer.h"
#include "test_arena.h"

namespace longread {

// The document that comes out, and its notes as "code place detail" lines; or "error: code detail".
struct Conversion {
    std::string text;
    std::string notes;
};

inline Conversion convert(std::string_view source, DocumentUse use = DocumentUse::article,
                          std::string_view format = {}) {
    Arena& arena = fresh_arena();
    Notes notes;
    const auto document = convert_document(source, use, format, {}, native_parsers(), arena, notes);
    Conversion out;
    for (const Note& note : notes) {
        out.notes += string_of(code_name(note.code)) + " " + string_of(note.path) + " " +
                     string_of(note.detail) + "\n";
    }
    out.text = document ? string_of(*document)
                        : "error: " + string_of(code_name(document.error().code)) + " " +
                              string_of(document.error().detail);
    return out;
}

inline std::string article_of(std::string_view source) { return convert(source).text; }
inline std::string feed_of(std::string_view source) { return convert(source, DocumentUse::feed).text; }

// The rendered article as HTML; "error: code" where there is none.
inline std::string html_of_article(std::string_view source) {
    Request request;
    request.article = source;
    const Reply reply = answer(request, native_parsers(), fresh_arena());
    if (reply.failed) return "error: " + string_of(code_name(reply.error.code));
    return write_html(reply.tree);
}

}  // namespace longread
