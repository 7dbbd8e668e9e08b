// Runs of text with marks (strong, emphasis, a link ...), as rich text trees have them, as HTML whose
// elements nest: what neighbouring runs have in common stays open, so that a link is one link.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/formats/html_builder.h"

namespace longread {

// A set of marks; a link is none of them, but the outermost of all.
using Marks = std::uint32_t;

// The mark that a name stands for in any of the formats ("strong", "bold", "strike-through"); 0: none.
Marks find_mark(std::string_view name);

class MarkedText {
  public:
    explicit MarkedText(HtmlBuilder& out) : out_(out) {}

    // From here on these marks hold, and this link, if it is not empty.
    void set(Marks marks, std::string_view link);
    // Closes all; what follows is no run.
    void finish() { set(0, {}); }

  private:
    HtmlBuilder& out_;
    Marks open_ = 0;
    std::string_view link_;
};

}  // namespace longread
