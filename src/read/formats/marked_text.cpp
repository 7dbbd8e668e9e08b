#include "read/formats/marked_text.h"

#include "base/text.h"

namespace longread {
namespace {

// From the outside to the inside.
constexpr std::string_view tags = "mark strong em u s sub sup code";
// Names, each at the place of its tag; several lists of them.
constexpr std::string_view names[] = {
    "highlight bold italic underline strike subscript superscript code",
    "mark strong em u s sub sup code",
    "marker b i __underline strike-through - - inlineCode",
    "- - emphasis - strikethrough - - code_inline",
    "- - - - del - - -",
};

std::string_view tag_at(std::uint32_t index) {
    std::string_view rest = tags;
    while (index-- > 0) take_word(rest);
    return take_word(rest);
}

constexpr std::uint32_t tag_count = 8;

}  // namespace

Marks find_mark(std::string_view name) {
    if (name.empty() || name == "-") return 0;
    for (const std::string_view list : names) {
        const int index = word_index(list, name);
        if (index >= 0) return 1U << static_cast<unsigned>(index);
    }
    return 0;
}

void MarkedText::set(Marks marks, std::string_view link) {
    if (marks == open_ && link == link_) return;
    // All stays that stands outside of the first difference.
    std::uint32_t kept = 0;
    if (link == link_) {
        while (kept < tag_count && ((marks ^ open_) >> kept & 1U) == 0) ++kept;
    }
    for (std::uint32_t i = tag_count; i-- > kept;) {
        if ((open_ >> i & 1U) != 0) out_.close(tag_at(i));
    }
    if (link != link_) {
        if (!link_.empty()) out_.markup("</a>");
        if (!link.empty()) {
            out_.markup("<a");
            out_.attribute("href", link);
            out_.markup(">");
        }
    }
    for (std::uint32_t i = kept; i < tag_count; ++i) {
        if ((marks >> i & 1U) != 0) out_.open(tag_at(i));
    }
    open_ = marks;
    link_ = link;
}

}  // namespace longread
