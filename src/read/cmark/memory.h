// What cmark allocates with, and what its parts that are ours have at hand besides: cmark hands its allocator
// to all of them, and nothing else.
#pragma once

#include <cmark.h>

#include <string_view>

#include "read/parsers.h"

namespace longread {

class MarkdownMemory : public cmark_mem {
  public:
    MarkdownMemory(ParseText parse_html, const Parsing& parsing);
    static MarkdownMemory& of(cmark_mem* memory) { return *static_cast<MarkdownMemory*>(memory); }

    // What "&name;" stands for in HTML; empty where that is nothing, where the page forbids every parser, and
    // beyond 10,000 questions, which would take more time than the rest of a document. name: letters and
    // digits.
    std::string_view find_character(std::string_view name);

  private:
    ParseText parse_html_;
    const Parsing& parsing_;
    int questions_left_ = 10'000;
};

}  // namespace longread
