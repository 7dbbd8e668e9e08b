#include "app/simulate/plots.h"

#include <algorithm>

#include "app/simulate/figures.h"
#include "base/text.h"

namespace longread {
namespace {

constexpr std::int64_t width = 640;

void append_number(TextBuffer& out, std::int64_t number) { out += std::string_view(Decimal(number)); }

void append_attribute(TextBuffer& out, const char* name, std::int64_t value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_number(out, value);
    out += '"';
}

void begin_svg(TextBuffer& out, const Plot& plot, std::int64_t height) {
    out += "<svg role=\"img\" aria-labelledby=\"";
    out += plot.id;
    out += "-title ";
    out += plot.id;
    out += "-words\" viewBox=\"0 0 ";
    append_number(out, width);
    out += ' ';
    append_number(out, height);
    out += "\"><title id=\"";
    out += plot.id;
    out += "-title\">";
    append_escaped(out, plot.title);
    out += "</title><desc id=\"";
    out += plot.id;
    out += "-words\">";
    append_escaped(out, plot.words);
    out += "</desc>\n";
}

void append_text(TextBuffer& out, std::int64_t x, std::int64_t y, const char* anchor, std::string_view text) {
    out += "<text";
    append_attribute(out, "x", x);
    append_attribute(out, "y", y);
    out += " text-anchor=\"";
    out += anchor;
    out += "\">";
    append_escaped(out, text);
    out += "</text>\n";
}

// The first code points of a text, with an ellipsis where there are more: all of it is in the table.
std::string shorten(const std::string& text, std::size_t most) {
    std::size_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80;
        if (begins && points++ == most) return text.substr(0, i) + "\u2026";
    }
    return text;
}

std::uint64_t largest(const Plot& plot) {
    std::uint64_t most = 1;
    for (const PlotValue& one : plot.values) most = std::max(most, one.value);
    return most;
}

std::int64_t scaled(std::uint64_t value, std::uint64_t most, std::int64_t length) {
    return static_cast<std::int64_t>(value * static_cast<std::uint64_t>(length) / most);
}

}  // namespace

void append_bars(TextBuffer& out, const Plot& plot) {
    constexpr std::int64_t step = 24;
    constexpr std::int64_t left = 220;
    constexpr std::int64_t longest = 320;
    constexpr std::size_t longest_label = 30;
    const std::uint64_t most = largest(plot);
    begin_svg(out, plot, static_cast<std::int64_t>(plot.values.size()) * step);
    std::int64_t y = 0;
    for (const PlotValue& one : plot.values) {
        const std::int64_t length = scaled(one.value, most, longest);
        append_text(out, left - 8, y + 17, "end", shorten(one.label, longest_label));
        out += "<rect class=\"mark\"";
        append_attribute(out, "x", left);
        append_attribute(out, "y", y + 3);
        append_attribute(out, "width", std::max<std::int64_t>(length, 1));
        append_attribute(out, "height", step - 6);
        out += "/>\n";
        append_text(out, left + length + 8, y + 17, "start", grouped(one.value));
        y += step;
    }
    out += "</svg>\n";
}

void append_line(TextBuffer& out, const Plot& plot) {
    constexpr std::int64_t left = 80;
    constexpr std::int64_t right = width - 10;
    constexpr std::int64_t top = 12;
    constexpr std::int64_t bottom = 200;
    const std::uint64_t most = largest(plot);
    begin_svg(out, plot, bottom + 30);
    out += "<path class=\"axis\" d=\"M";
    for (const std::int64_t number : {left, top}) {
        append_number(out, number);
        out += ' ';
    }
    out += 'V';
    append_number(out, bottom);
    out += 'H';
    append_number(out, right);
    out += "\"/>\n<polyline class=\"line\" points=\"";
    const auto last = std::max<std::uint64_t>(plot.values.size(), 2) - 1;
    for (std::size_t i = 0; i < plot.values.size(); ++i) {
        append_number(out, left + scaled(i, last, right - left));
        out += ',';
        append_number(out, bottom - scaled(plot.values[i].value, most, bottom - top));
        out += ' ';
    }
    out += "\"/>\n";
    append_text(out, left - 8, top + 6, "end", grouped(most));
    append_text(out, left - 8, bottom, "end", "0");
    if (!plot.values.empty()) {
        append_text(out, left, bottom + 22, "start", plot.values.front().label);
        append_text(out, right, bottom + 22, "end", plot.values.back().label);
    }
    out += "</svg>\n";
}

}  // namespace longread
