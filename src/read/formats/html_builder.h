// Puts a body of HTML together from the parts of a foreign document: markup that the adapter writes, plain
// text, and pieces of HTML that the document holds, none of which can reach beyond its place. What comes out
// is judged by the policy as any body is (html_policy.h).
#pragma once

#include <string_view>

#include "base/list.h"
#include "base/text_buffer.h"

namespace longread {

class HtmlBuilder {
  public:
    explicit HtmlBuilder(Arena& arena) : arena_(arena) {}

    [[nodiscard]] std::string_view html() const { return out_; }

    // Markup of the adapter's own, as it is.
    void markup(std::string_view literal) { out_ += literal; }
    void markup(const char* literal) { markup(std::string_view(literal)); }
    // Plain text; with `lines`, its line ends are line breaks.
    void text(std::string_view plain);
    void lines(std::string_view plain);
    // HTML of the document: what it leaves open is closed behind it, and what it closes without having opened
    // it, stays open.
    void fragment(std::string_view html);
    // An attribute of the tag that is being written; nothing for an empty value.
    void attribute(std::string_view name, std::string_view value);

    // The tag in one piece: "p" for <p> and </p>.
    void open(std::string_view tag);
    void close(std::string_view tag);

  private:
    Arena& arena_;
    TextBuffer out_;
};

// "h2" for the level "2" of a heading, and for any that is none.
std::string_view heading_tag(std::string_view level);

}  // namespace longread
