// Puts a body of HTML together from the parts of a foreign document: markup that the adapter writes, plain
// text, and pieces of HTML that the document holds, none of which can reach beyond its place. What comes out
// is judged by the policy as any body is (html_policy.h).
#pragma once

#include <string_view>

#include "base/list.h"
#include "base/text_buffer.h"
#include "read/formats/picture.h"

namespace longread {

class HtmlBuilder {
  public:
    explicit HtmlBuilder(Arena& arena) : arena_(arena) {}

    [[nodiscard]] std::string_view html() const { return out_; }
    // Keeps the first so many bytes.
    void cut(std::size_t size) { out_.cut(size); }

    // Markup of the adapter's own, as it is.
    void markup(std::string_view literal) { out_ += literal; }
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
    // An element around text that is plain, or HTML; nothing where there is none.
    void element(std::string_view tag, std::string_view plain);
    void fragment_element(std::string_view tag, std::string_view html);

    // A text that links; only the text without a URL, the URL where there is no text.
    void link(std::string_view url, std::string_view plain);
    // A page to be shown by a click; a caption under it.
    void embed(std::string_view url, std::string_view title, std::string_view caption = {});
    void figure(const Picture& picture);
    void image(const Picture& picture);
    // "video" or "audio".
    void media(std::string_view tag, std::string_view url, std::string_view title, std::string_view poster,
               std::string_view caption);
    void code(std::string_view plain, std::string_view language);

  private:
    void caption(std::string_view plain, std::string_view credit);

    Arena& arena_;
    TextBuffer out_;
};

// "h2" for the level "2" of a heading, and for any that is none.
std::string_view heading_tag(std::string_view level);

}  // namespace longread
