// Gathers loose inline content into paragraphs. Formats (strong, link, ...) are opened lazily: only when text
// comes, and again in the next paragraph when a block stood between, so that empty elements leave nothing and
// blocks inside of inline elements come out right. Line breaks at the edges vanish, two of them split.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/tidy_text.h"
#include "model/block.h"

namespace longread {

class ParagraphBuilder {
  public:
    // What has been gathered of the paragraph at hand; to be set aside while something else is read.
    struct Run {
        std::vector<Inline> text;
        std::vector<Block> ready;  // paragraphs before a double line break
        std::size_t opened = 0;    // how many of the formats stand open in `text`
        std::int32_t breaks = 0;   // line breaks that wait for text
        bool has_text = false;
        bool has_image = false;
    };

    explicit ParagraphBuilder(std::string_view lang) : tidier_(lang) {}

    // Formats nest; InlineKind::text stands for none. One that is open already is not opened twice.
    void open(InlineKind kind, std::string value = {}, std::string title = {});
    void close();
    [[nodiscard]] bool is_open(InlineKind kind) const;

    void add_text(std::string_view text, std::string_view lang);
    void add_code(std::string text, std::string_view lang);
    void add_image(Image image);
    void add_break();
    // The reading of the ruby text just added; text where no ruby is open.
    void add_reading(std::string reading);

    [[nodiscard]] bool has_text() const { return run_.has_text; }
    [[nodiscard]] bool at_line_start() const { return !run_.has_text || run_.breaks > 0; }

    // Appends what was gathered: a paragraph, or image blocks where there were only pictures.
    void finish(std::vector<Block>& out);
    Run suspend();
    void resume(Run run);

  private:
    struct Format {
        InlineKind kind{};
        bool used = false;
        std::string value;
        std::string title;
    };

    void put_leaf(Inline leaf);
    void place(Inline leaf);
    bool may_open(Format& format);
    void finish_run();

    TextTidier tidier_;
    std::vector<Format> formats_;
    Run run_;
    // Bytes that opening formats again may still cost: a link of 2 KB around 10,000 paragraphs must not make
    // 20 MB.
    std::size_t allowance_ = 256U << 10U;
};

// The text of inlines without any format; pictures give their alternative text.
std::string plain_text(const std::vector<Inline>& inlines);

// The blocks as one line of inlines, for places where only such may stand.
std::vector<Inline> flatten(std::vector<Block> blocks);

}  // namespace longread
