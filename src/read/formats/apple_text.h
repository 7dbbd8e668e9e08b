// The texts of Apple News Format: plain with styles and links by ranges of UTF-16 units, HTML, or Markdown.
#pragma once

#include "read/formats/converter.h"
#include "read/formats/marked_text.h"

namespace longread {

class AppleText {
  public:
    AppleText(JsonValue root, Converter& to) : root_(root), to_(to) {}

    // The text of a component or caption, or a plain string, as HTML; inside of an element where it is plain
    // or HTML, since Markdown has elements of its own.
    void append(HtmlBuilder& out, std::string_view tag, JsonValue value);
    // Only its words.
    std::string_view plain(JsonValue value);
    // A style of the document by its name, or as it stands.
    JsonValue style(std::string_view kind, JsonValue name);

  private:
    struct Range {
        std::int64_t begin = 0;
        std::int64_t end = 0;
        Marks marks = 0;
        std::string_view link;
    };
    List<Range> read_ranges(JsonValue component);
    Marks marks_of(JsonValue style_name);
    void append_ranges(HtmlBuilder& out, std::string_view text, const List<Range>& ranges);

    JsonValue root_;
    Converter& to_;
};

}  // namespace longread
