// The ids that content gives to its parts, made ours: with the prefix "lr-", unique in a body, and only where
// a heading stands or a link of the same body leads, since no other id is of use.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/block.h"
#include "read/html_source.h"

namespace longread {

class ContentIds {
  public:
    // Learns which ids the tree's own links lead to.
    explicit ContentIds(const HtmlTree& tree);

    // Remembers the element's id, when it is wanted, for the block that comes next.
    void notice(HtmlElement element);
    void mark(Block& block);
    // Of the heading's own id, of one that an element inside of it had, or of its text.
    std::string heading_id(std::string_view own, std::string_view inner, std::string_view text);
    void forget() { waiting_.clear(); }

  private:
    [[nodiscard]] bool is_used(std::string_view id) const;

    std::vector<std::string_view> wanted_;
    std::vector<std::string> used_;
    std::string waiting_;
};

// An id of ours from an id of the content; empty when nothing of it can stay.
std::string content_id(std::string_view id);

}  // namespace longread
