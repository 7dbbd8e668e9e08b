// The ids that content gives to its parts, made ours: with the prefix "lr-", unique in a body, and only where
// a heading stands or a link of the same body leads, since no other id is of use.
#pragma once

#include <string>
#include <string_view>

#include "model/block.h"
#include "read/html_source.h"

namespace longread {

class ContentIds {
  public:
    // Learns which ids the tree's own links lead to.
    explicit ContentIds(const HtmlTree& tree);

    // Remembers the element's id, when it is wanted, for the block that comes next.
    void notice(const HtmlElement& element);
    void mark(Block& block);
    // Of the heading's own id, or of its text.
    std::string heading_id(std::string_view own, std::string_view text);
    void forget() { waiting_.clear(); }

  private:
    bool has(const std::string& words, const std::string& word);
    bool take(const std::string& id);

    // Ids with a space on each side of every one.
    std::string wanted_ = " ";
    std::string used_ = " ";
    std::string waiting_;
    // Searches that may still be made: beyond, a body goes without ids.
    int searches_ = 4000;
};

// An id of ours, without white space, from an id of the content; empty when nothing of it can stay.
std::string content_id(std::string_view id);

}  // namespace longread
