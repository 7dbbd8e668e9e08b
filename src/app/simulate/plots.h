// Plots as SVG: drawn in the colours of the page around them, with the same in words for those who do not see
// them. Every text is escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_buffer.h"

namespace longread {

struct PlotValue {
    std::string label;
    std::uint64_t value = 0;
};

struct Plot {
    std::string_view id;  // letters, unique in the page
    std::string title;
    std::string words;  // what there is to see, for those who do not
    std::vector<PlotValue> values;
};

// A bar for each value, one below the other, with its label before and its number behind it.
void append_bars(TextBuffer& out, const Plot& plot);

// A line over the values from left to right; the labels of the first and the last are drawn.
void append_line(TextBuffer& out, const Plot& plot);

}  // namespace longread
