// The ids that content gives to its parts, made ours: with the prefix "lr-", unique in a body, and only where
// a heading stands or a link of the same body leads, since no other id is of use.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "model/block.h"
#include "read/html_source.h"

namespace longread {

class ContentIds {
  public:
    // Learns which ids the tree's own links lead to.
    ContentIds(const HtmlTree& tree, Arena& arena);

    // Remembers the element's id, when it is wanted, for the block that comes next.
    void notice(const HtmlElement& element);
    void mark(Block& block);
    // Of the heading's own id, or of its text.
    std::string_view heading_id(std::string_view own, std::string_view text);
    void forget() { waiting_ = {}; }

  private:
    bool has(std::string_view words, std::string_view word);
    bool take(std::string_view id);
    static void add(TextBuffer& words, std::string_view word);

    Arena& arena_;
    // Ids with a space between them.
    TextBuffer wanted_;
    TextBuffer used_;
    std::string_view waiting_;
    // Searches that may still be made: beyond, a body goes without ids.
    int searches_ = 4000;
};

// An id of ours, without white space, from an id of the content; empty when nothing of it can stay.
std::string_view content_id(std::string_view id, Arena& arena);

// Where a link of the content to a part of the content leads: "#" and the part's id of ours. Another URL is
// left as it is. url: of `reference`, as resolve_url prints it.
std::string_view content_link(std::string_view url, std::string_view reference, Arena& arena);

}  // namespace longread
