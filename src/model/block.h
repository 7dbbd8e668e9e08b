// The body of an article: blocks (paragraph, heading, figure, ...) that hold inline text. One struct serves
// every kind; the comment of each kind says which fields it uses. Text is plain, never markup, and lives in
// the arena of the call, as lists do.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/list.h"

namespace longread {

// A picture. URLs have passed the URL policy; sizes in CSS pixels, 0 when not known.
struct Image {
    std::string_view src;
    std::string_view srcset;  // printed anew: "URL 640w, URL 1280w"
    std::string_view sizes;
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::string_view alt;  // empty: decorative, or not fit to be read aloud
    std::string_view caption;
    std::string_view credit;
    std::int32_t focus_x = 50;  // percent from the left
    std::int32_t focus_y = 50;  // percent from the top

    [[nodiscard]] bool exists() const { return !src.empty(); }
};

enum class InlineKind : std::uint8_t {
    text,      // text
    strong,    // children
    emphasis,  // children
    link,      // children; value: URL; title
    code,      // text
    sub,       // children
    sup,       // children
    mark,      // children
    deleted,   // children
    inserted,  // children
    line_break,
    abbr,          // children; title: long form
    quote,         // children
    footnote_ref,  // value: the note's id; text: its label
    time,          // children; value: machine-readable time
    image,         // image
    keyboard,      // children
    small,         // children
    ruby,          // children; title: the reading
};

struct Inline {
    InlineKind kind{};
    std::string_view text;
    std::string_view value;
    std::string_view title;
    std::string_view lang;  // BCP 47, when it differs from the article's
    List<Inline> children;
    const Image* image = nullptr;
};

enum class BlockKind : std::uint8_t {
    paragraph,   // text
    heading,     // text; level 2 to 6; id
    list,        // children: list_item; ordered; start
    list_item,   // children
    quote,       // children; attribution in text; url: source
    pull_quote,  // children; attribution in text
    image,       // images[0]; url: where a click leads
    gallery,     // images; text: caption
    code,        // plain: the code; title: its language
    table,       // children: table_row; text: caption
    table_row,   // children: table_cell; header: stands in the head
    table_cell,  // text or children; header; columns, rows: spans
    divider,
    embed,           // url; title: what it is; provider in plain; images[0]: poster; text: caption
    audio,           // url; title; text: caption
    video,           // url; title; images[0]: poster; text: caption
    footnotes,       // children: footnote
    footnote,        // children; id; plain: label
    aside,           // children; title: heading
    button,          // url; title: label
    timeline,        // children: timeline_entry; title: heading
    timeline_entry,  // children; plain: date as text; title: heading
    fact_box,        // children; title: heading
    details,         // children; title: summary; header: starts open
};

struct Block {
    BlockKind kind{};
    std::uint8_t level = 0;
    bool ordered = false;
    bool header = false;
    std::int32_t start = 1;
    std::int32_t columns = 1;
    std::int32_t rows = 1;
    std::string_view id;
    std::string_view url;
    std::string_view title;
    std::string_view plain;
    std::string_view lang;
    List<Inline> text;
    List<Block> children;
    List<Image> images;
};

using Blocks = List<Block>;
using Inlines = List<Inline>;

}  // namespace longread
