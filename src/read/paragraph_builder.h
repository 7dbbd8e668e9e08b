// Gathers loose inline content into paragraphs. Formats (strong, link, ...) are opened lazily: only when text
// comes, and again in the next paragraph when a block stood between, so that empty elements leave nothing and
// blocks inside of inline elements come out right. Line breaks at the edges vanish, two of them split.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/tidy_text.h"
#include "model/block.h"

namespace longread {

// A new one at the end.
Block& add_block(BlockKind kind, Blocks& out, Arena& arena);
Inline& add_inline(InlineKind kind, Inlines& out, Arena& arena);

class ParagraphBuilder {
  public:
    ParagraphBuilder(std::string_view lang, Arena& arena) : arena_(arena), tidier_(lang, arena) {}

    // Formats nest; InlineKind::text stands for none. One that is open already is not opened twice. The
    // caller may add `value` and `title`.
    Inline& open(InlineKind kind);
    void close();

    void add_text(std::string_view text, std::string_view lang);
    void add_code(std::string_view text, std::string_view lang);
    void add_image(const Image& image);
    void add_break();
    // The reading of the ruby text just added; text where no ruby is open.
    void add_reading(std::string_view reading);

    [[nodiscard]] bool has_text() const { return has_text_; }
    [[nodiscard]] bool at_line_start() const { return !has_text_ || breaks_ > 0; }

    // Appends what was gathered: paragraphs, or image blocks where there were only pictures.
    void finish(Blocks& out);

  private:
    Inline& add_leaf(InlineKind kind);
    Inline& place(InlineKind kind, std::size_t level_count);
    bool may_open(Inline& format);
    void finish_run();

    Arena& arena_;
    TextTidier tidier_;
    Inlines formats_;              // kind, value and title of those open
    Inlines text_;                 // of the paragraph at hand
    Blocks ready_;                 // paragraphs before a double line break
    std::size_t opened_ = 0;       // how many of the formats stand open in text_
    int breaks_ = 0;               // line breaks that wait for text
    std::size_t break_level_ = 0;  // formats around the last of them
    bool has_text_ = false;
    bool has_image_ = false;
    // Bytes that formats may still cost: a link of 2 KB around 20,000 paragraphs must not make 40 MB.
    std::size_t allowance_ = 2U << 20U;
};

// Takes white space, and formats that hold nothing else, off the end.
void trim_end(Inlines& inlines);

// The text of inlines without any format; pictures give their alternative text.
std::string_view plain_text(const Inlines& inlines, Arena& arena);

// Adds the content of blocks, line by line, for places where only inlines may stand.
void flatten(const Blocks& blocks, Inlines& out, Arena& arena);

}  // namespace longread
