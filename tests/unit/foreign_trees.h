// For tests of adapters: the JSON text that one makes of a document, and the page that comes of it.
#pragma once

#include <string>
#include <string_view>

#include "app/answer.h"
#include "base/json.h"
#include "platform/cli_parsers.h"
#include "policy_text.h"
#include "read/formats/convert_document.h"
#include "read/formats/json_writer.h"
#include "read/read_article.h"
#include "render/html_writer.h"

namespace longread {

struct Converted {
    std::string json;   // or the code of the error, with "error: " before it
    std::string notes;  // "code path detail" lines
};

inline std::string notes_text(const Notes& notes) {
    std::string text;
    for (const Note& note : notes) {
        text += std::string(code_name(note.code)) + " " + std::string(note.path) + " " +
                std::string(note.detail) + "\n";
    }
    return text;
}

inline Converted convert(std::string_view source, std::string_view format = {},
                         DocumentUse use = DocumentUse::article, Arena& arena = test_arena()) {
    Notes notes;
    const Result<std::string_view> text =
        convert_document(source, use, format, {}, native_parsers(), arena, notes);
    if (!text) return {"error: " + std::string(code_name(text.error().code)), notes_text(notes)};
    return {std::string(*text), notes_text(notes)};
}

inline std::string convert_feed(std::string_view source, std::string_view format = {}) {
    return convert(source, format, DocumentUse::feed).json;
}

// The HTML of the body, as the adapter wrote it; its own quotes as single ones, so that tests can be read.
inline std::string body_html(std::string_view source, std::string_view format = {}) {
    const Converted converted = convert(source, format);
    const Result<JsonDocument> document = parse_json(converted.json, test_arena());
    if (!document) return converted.json;
    std::string html(document->root().find("body").find("html").text());
    for (char& c : html) {
        if (c == '"') c = '\'';
    }
    return html;
}

// The blocks that the body becomes (policy_text.h).
inline std::string body_blocks(std::string_view source, std::string_view format = {}) {
    Notes notes;
    const std::string_view json = kept(convert(source, format).json);
    const Result<Article> article = read_article(json, {}, native_parsers(), test_arena(), notes);
    return article ? block_text(article->body) : std::string(code_name(article.error().code));
}

}  // namespace longread
