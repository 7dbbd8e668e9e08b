#include "read/formats/apple_text.h"

#include <limits>

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/short_markdown.h"

namespace longread {
namespace {

constexpr std::size_t most_ranges = 200;

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool is_bold_weight(JsonValue weight) {
    return weight.integer() >= 600 || find_word("bold semibold heavy black", weight.text());
}

}  // namespace

JsonValue AppleText::style(std::string_view kind, JsonValue name) {
    return name.is(JsonKind::string) ? root_.find(kind).find(name.text()) : name;
}

Marks AppleText::marks_of(JsonValue style_name) {
    const JsonValue look = style("textStyles", style_name);
    const std::string_view font = look.find("fontName").text();
    const std::string_view slant = look.find("fontStyle").text();
    Marks marks = 0;
    if (is_bold_weight(look.find("fontWeight")) || contains(font, "Bold")) marks |= find_mark("strong");
    if (slant == "italic" || slant == "oblique" || contains(font, "Italic") || contains(font, "Oblique")) {
        marks |= find_mark("em");
    }
    const JsonValue strike = look.find("strikethrough");
    if (strike.boolean() || strike.is(JsonKind::object)) marks |= find_mark("s");
    marks |= find_mark(look.find("verticalAlignment").text());
    return marks;
}

List<AppleText::Range> AppleText::read_ranges(JsonValue component) {
    List<Range> ranges;
    for (const std::string_view key : {"inlineTextStyles", "additions"}) {
        for (const JsonValue item : component.find(key)) {
            if (ranges.size() == most_ranges) {
                to_.note(Code::list_cut, component.find(key));
                return ranges;
            }
            Range range;
            range.begin = item.find("rangeStart").integer();
            range.end = range.begin + item.find("rangeLength").integer();
            range.marks = marks_of(item.find("textStyle"));
            range.link = item.find("URL").text();
            if (range.begin >= 0 && range.end > range.begin) ranges.add(range, to_.arena());
        }
    }
    return ranges;
}

void AppleText::append_ranges(HtmlBuilder& out, std::string_view text, const List<Range>& ranges) {
    MarkedText marked(out);
    std::int64_t place = 0;   // in UTF-16 units
    std::int64_t change = 0;  // where the next range begins or ends
    std::size_t begin = 0;    // of what is not written yet
    for (std::size_t at = 0; at < text.size();) {
        if (place >= change) {
            out.lines(text.substr(begin, at - begin));
            begin = at;
            Marks marks = 0;
            std::string_view link;
            change = std::numeric_limits<std::int64_t>::max();
            for (const Range& range : ranges) {
                const bool is_inside = range.begin <= place && place < range.end;
                if (is_inside) marks |= range.marks;
                if (is_inside && !range.link.empty()) link = range.link;
                const std::int64_t next = range.begin > place ? range.begin : range.end;
                if (next > place && next < change) change = next;
            }
            marked.set(marks, link);
        }
        const CodePoint c = decode_at(text, at);
        place += c.value >= 0x10000 ? 2 : 1;
        at += c.size;
    }
    out.lines(text.substr(begin));
    marked.finish();
}

void AppleText::append(HtmlBuilder& out, std::string_view tag, JsonValue value) {
    const std::string_view format = value.find("format").text();
    const std::string_view text = value.is(JsonKind::object) ? find_any(value, "text").text() : value.text();
    if (text.empty()) return;
    if (format == "markdown" && tag == "p") return append_markdown(out, text);
    out.open(tag);
    if (format == "html") {
        out.fragment(text);
    } else if (format == "markdown") {
        append_markdown(out, text);
    } else {
        append_ranges(out, text, value.is(JsonKind::object) ? read_ranges(value) : List<Range>());
    }
    out.close(tag);
}

std::string_view AppleText::plain(JsonValue value) {
    if (!value.is(JsonKind::object)) return trim(value.text());
    const std::string_view format = value.find("format").text();
    if (format == "html") return to_.plain(value.find("text"));
    return trim(value.find("text").text());
}

}  // namespace longread
