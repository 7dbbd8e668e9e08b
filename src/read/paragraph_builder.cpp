#include "read/paragraph_builder.h"

#include <algorithm>

#include "base/text.h"

namespace longread {
namespace {

// Every picture as a block, with the link around it.
void add_images(const Inlines& inlines, std::string_view url, Blocks& out, Arena& arena) {
    for (const Inline& item : inlines) {
        if (item.image != nullptr) {
            Block& block = add_block(BlockKind::image, out, arena);
            block.url = url;
            block.images.add(*item.image, arena);
        }
        add_images(item.children, item.kind == InlineKind::link ? item.value : url, out, arena);
    }
}

void append_plain(const Inlines& inlines, TextBuffer& out) {
    for (const Inline& item : inlines) {
        if (item.kind == InlineKind::line_break) out += ' ';
        out += item.text;
        if (item.image != nullptr) out += item.image->alt;
        append_plain(item.children, out);
    }
}

void start_line(Inlines& out, Arena& arena) {
    if (!out.empty()) add_inline(InlineKind::line_break, out, arena);
}

void add_line(std::string_view text, Inlines& out, Arena& arena) {
    if (text.empty()) return;
    start_line(out, arena);
    add_inline(InlineKind::text, out, arena).text = text;
}

}  // namespace

Block& add_block(BlockKind kind, Blocks& out, Arena& arena) {
    Block& block = out.add({}, arena);
    block.kind = kind;
    return block;
}

Inline& add_inline(InlineKind kind, Inlines& out, Arena& arena) {
    Inline& item = out.add({}, arena);
    item.kind = kind;
    return item;
}

void trim_end(Inlines& inlines) {
    while (!inlines.empty()) {
        Inline& last = inlines.back();
        if (last.kind == InlineKind::text) {
            const std::string_view kept = trim(last.text);
            if (!kept.empty()) {
                last.text = last.text.substr(
                    0, static_cast<std::size_t>(kept.data() - last.text.data()) + kept.size());
                return;
            }
        } else if (last.children.empty()) {
            return;
        } else {
            trim_end(last.children);
            if (!last.children.empty()) return;
        }
        inlines.pop_back();
    }
}

Inline& ParagraphBuilder::open(InlineKind kind) {
    for (const Inline& format : formats_) {
        if (format.kind == kind) kind = InlineKind::text;
    }
    return add_inline(kind, formats_, arena_);
}

void ParagraphBuilder::close() {
    formats_.pop_back();
    if (opened_ > formats_.size()) opened_ = formats_.size();
}

void ParagraphBuilder::add_text(std::string_view text, std::string_view lang) {
    const bool is_blank = trim(text).empty();
    if (is_blank && (text_.empty() || breaks_ > 0)) return;
    const std::string_view tidy = tidier_.run(text);
    if (tidy.empty()) return;
    Inline& leaf = add_leaf(InlineKind::text);
    leaf.text = tidy;
    leaf.lang = lang;
    if (!is_blank) has_text_ = true;
}

void ParagraphBuilder::add_code(std::string_view text, std::string_view lang) {
    if (trim(text).empty()) return;
    Inline& leaf = add_leaf(InlineKind::code);
    leaf.text = text;
    leaf.lang = lang;
    has_text_ = true;
    tidier_.object();
}

void ParagraphBuilder::add_image(const Image& image) {
    List<Image> kept;
    add_leaf(InlineKind::image).image = &kept.add(image, arena_);
    has_image_ = true;
    tidier_.object();
}

void ParagraphBuilder::add_break() {
    if (!text_.empty()) ++breaks_;
    break_level_ = formats_.size();
    tidier_.restart();
}

void ParagraphBuilder::add_reading(std::string_view reading) {
    Inlines* level = &text_;
    for (std::size_t i = 0; i < opened_; ++i) {
        if (formats_[i].kind == InlineKind::text) continue;
        Inline& item = level->back();
        if (item.kind == InlineKind::ruby) {
            item.title = arena_.join({item.title, reading});
            opened_ = i;  // what follows is the next ruby
            return;
        }
        level = &item.children;
    }
    add_text(reading, {});
}

// A paragraph's next piece, after the line breaks that waited for it.
Inline& ParagraphBuilder::add_leaf(InlineKind kind) {
    if (breaks_ == 1) place(InlineKind::line_break, std::min(break_level_, formats_.size()));
    if (breaks_ > 1) finish_run();
    breaks_ = 0;
    return place(kind, formats_.size());
}

bool ParagraphBuilder::may_open(Inline& format) {
    const std::size_t cost = 32 + format.value.size() + format.title.size();
    if (cost > allowance_) format.kind = InlineKind::text;
    if (format.kind == InlineKind::text) return false;
    allowance_ -= cost;
    return true;
}

// A piece inside of the first so many formats.
Inline& ParagraphBuilder::place(InlineKind kind, std::size_t level_count) {
    Inlines* level = &text_;
    for (std::size_t i = 0; i < level_count; ++i) {
        Inline& format = formats_[i];
        if (i >= opened_ && may_open(format)) {
            Inline& opened = add_inline(format.kind, *level, arena_);
            opened.value = format.value;
            opened.title = format.title;
        }
        if (format.kind != InlineKind::text) level = &level->back().children;
    }
    opened_ = level_count;
    return add_inline(kind, *level, arena_);
}

void ParagraphBuilder::finish_run() {
    if (has_text_) {
        trim_end(text_);
        add_block(BlockKind::paragraph, ready_, arena_).text = text_;
    } else if (has_image_) {
        add_images(text_, {}, ready_, arena_);
    }
    text_.clear();
    opened_ = 0;
    has_text_ = has_image_ = false;
}

void ParagraphBuilder::finish(Blocks& out) {
    finish_run();
    breaks_ = 0;
    tidier_.restart();
    out.add_all(ready_, arena_);
    ready_.cut(0);
}

void flatten(const Blocks& blocks, Inlines& out, Arena& arena) {
    for (const Block& block : blocks) {
        add_line(block.title, out, arena);
        add_line(block.plain, out, arena);
        for (const Image& image : block.images) {
            start_line(out, arena);
            List<Image> bare;
            Image& kept = bare.add(image, arena);
            kept.caption = kept.credit = {};
            add_inline(InlineKind::image, out, arena).image = &kept;
            add_line(image.caption, out, arena);
            add_line(image.credit, out, arena);
        }
        flatten(block.children, out, arena);
        if (block.text.empty()) continue;
        start_line(out, arena);
        out.add_all(block.text, arena);
    }
}

std::string_view plain_text(const Inlines& inlines, Arena& arena) {
    TextBuffer out;
    append_plain(inlines, out);
    return arena.keep(out);
}

}  // namespace longread
