// Other systems' documents (WordPress, Ghost, ANS, RSS ...) as documents of our own format: text in, text
// out, so that nothing which draws or decides needs to know of them.
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "read/parsers.h"

namespace longread {

// What the document is wanted for: many hold several stories, of which an article is the first.
enum class DocumentUse : bool { article, feed };

// The document as an article or a feed of ours, made in the arena; `source` itself where it is one of ours
// already, as a JSON Feed is for a feed. format: the name of an adapter, or empty where the content tells.
// Losses are noted with their places in `source`. Errors: those of parse_json; not_a_document where it is of
// no kind that is known, or says itself that it is an error.
Result<std::string_view> convert_document(std::string_view source, DocumentUse use, std::string_view format,
                                          std::string_view base_url, const Parsers& parsers, Arena& arena,
                                          Notes& notes);

// The names that `format` may have, with spaces between them; made in the arena.
std::string_view format_names(Arena& arena);

// The name of the document's format: "longread", "json-feed", "wordpress" ...; empty where it is of none.
std::string_view find_format(JsonValue root, std::string_view format);

}  // namespace longread
