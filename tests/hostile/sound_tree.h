// What every tree must be, whatever it was parsed from.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "model/html_tree.h"

namespace longread {

inline void expect_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        ASSERT_FALSE(c.value == 0xFFFD && c.size == 1) << "no UTF-8 at " << i;
        i += c.size;
    }
}

// Every open has its close, and the limits of depth and nodes are kept.
inline void expect_within_limits(const HtmlTree& tree) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    std::size_t nodes = 0;
    for (const HtmlEvent& event : tree.events()) {
        if (event.kind == HtmlEventKind::open) deepest = std::max(deepest, ++depth);
        if (event.kind == HtmlEventKind::close) {
            ASSERT_GT(depth, 0U);
            --depth;
        }
        if (event.kind == HtmlEventKind::open || event.kind == HtmlEventKind::text) ++nodes;
    }
    EXPECT_EQ(depth, 0U);
    EXPECT_LE(deepest, 100U);
    EXPECT_LE(nodes, 50'000U);
}

}  // namespace longread
