// The reader behind read_blocks (html_policy.h). It walks the tree once; every block element has a function
// of its own, in policy_reader.cpp (the walk and inline content), policy_blocks.cpp, policy_figures.cpp and
// policy_tables.cpp.
#pragma once

#include <string_view>

#include "read/content_ids.h"
#include "read/html_source.h"
#include "read/paragraph_builder.h"

namespace longread {

// Characters.
constexpr std::uint32_t max_title = 512;
constexpr std::uint32_t max_caption = 2048;

struct FigureCaption {
    Inlines text;
    std::string_view credit;
    bool says_credit = false;  // it was called one, not only set in <cite> or <small>
};

class PolicyReader {
  public:
    PolicyReader(const HtmlTree& tree, const PolicyContext& context, Notes& notes)
        : arena_(context.arena),
          source_(tree, context, notes),
          cursor_(source_.cursor),
          builder_(context.lang, context.arena),
          ids_(tree, context.arena) {
        scope_.lang = scope_.block_lang = scope_.outer_lang = context.lang;
    }

    Blocks read();

  private:
    // What holds for an element and all inside of it.
    struct Scope {
        std::string_view lang;        // of the element
        std::string_view block_lang;  // of the block element around it
        std::string_view outer_lang;  // what the blocks around it say already
        // Fields of blocks around that wait for an element of their own; null where there are none.
        FigureCaption* caption = nullptr;
        bool in_caption = false;
        bool in_head = false;
        std::string_view* summary = nullptr;
        Inlines* attribution = nullptr;
        std::size_t quote_depth = 0;
        Block* table = nullptr;
    };

    // The walk. All that begin with "read" and take an element end behind its close; those for blocks find
    // the cursor behind the element's open event.
    void read_children(Blocks& out);
    void read_node(Blocks& out);
    void read_element(Blocks& out);
    void read_content(const HtmlElement& element, Blocks& out);
    bool read_leaf(const HtmlElement& element);
    void read_inline(const HtmlElement& element, Blocks& out);
    void read_block(const HtmlElement& element, Blocks& out);
    void read_nested(Blocks& out);
    void read_line(Inlines& out);
    void skip(const HtmlElement& element);

    // Parts that stand in a field of the block around or before them; false when the element is none.
    bool read_apart(const HtmlElement& element, Blocks& out);
    bool read_picture_text(const HtmlElement& element, Blocks& out);
    [[nodiscard]] bool is_attribution(const HtmlElement& element) const;
    [[nodiscard]] bool is_credit(const HtmlElement& element) const;

    void read_heading(const HtmlElement& element, Blocks& out);
    void read_quote(const HtmlElement& element, Blocks& out);
    void read_list(const HtmlElement& element, Blocks& out);
    void read_code(const HtmlElement& element, Blocks& out);
    void read_media(const HtmlElement& element, Blocks& out);
    void read_embed(const HtmlElement& element, Blocks& out);
    void read_details(const HtmlElement& element, Blocks& out);
    void read_aside(Blocks& out);

    void read_image(const HtmlElement& element, const HtmlElement& picture);
    void read_figure(const HtmlElement& element, Blocks& out);
    void make_button(Block& block) const;
    void read_div(const HtmlElement& element, Blocks& out);
    void add_captioned(Blocks& blocks, FigureCaption& caption, Blocks& out);
    void append_words(std::string_view& text, std::string_view words);

    void read_table(Blocks& out);
    void read_row(const HtmlElement& element, Blocks& out);
    void read_cell(const HtmlElement& element, Blocks& out);

    // A new block at the end, for the blocks inside of which the language is known.
    Block& open_block(BlockKind kind, Blocks& out);
    void add_paragraph(const Inlines& text, Blocks& out) {
        open_block(BlockKind::paragraph, out).text = text;
    }
    void finish_paragraph(Blocks& out);
    std::string_view link_of(const HtmlElement& element);
    [[nodiscard]] std::string_view leaf_lang() const {
        return scope_.lang == scope_.block_lang ? std::string_view() : scope_.lang;
    }

    Arena& arena_;
    HtmlSource source_;
    HtmlCursor& cursor_;
    ParagraphBuilder builder_;
    ContentIds ids_;
    Scope scope_;
    std::size_t depth_ = 0;
    std::size_t images_ = 0;
    std::size_t embeds_ = 0;
};

}  // namespace longread
