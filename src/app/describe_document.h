// What an editor is told of a document that was read: what it is made of, in words, and where in it each
// finding lies.
#pragma once

#include <string_view>

#include "base/error.h"
#include "base/json.h"
#include "model/article.h"

namespace longread {

// "834 words in 14 paragraphs, 2 headings, 1 embed": the words of the body, captions and titles aside, where
// each Han or Kana character is one; its blocks by kind, list items and cells aside. Lives in the arena.
std::string_view describe_body(const Blocks& body, Arena& arena);

// "1 card", "12 cards".
std::string_view describe_count(std::size_t count, std::string_view one, std::string_view several,
                                Arena& arena);

// Gives a finding the place that it has in `source`, whose root is given: of the value that its pointer names
// there and, where the finding's detail is a URL, of the first text in that value (or, where the pointer is
// one into a document made of `source`, in all of it) that has the URL. Neither there: no place.
void place_finding(Error& finding, std::string_view source, JsonValue root, Arena& arena);

// The same for all that was found in a document that was converted: what is found afterwards has places in
// what came out. error: may be nullptr.
void place_findings(Notes& notes, Error* error, std::string_view source, JsonValue root, Arena& arena);

}  // namespace longread
