#include "read/paragraph_builder.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace longread {
namespace {

// Takes white space, and formats that hold nothing else, off the end.
void trim_end(std::vector<Inline>& inlines) {
    while (!inlines.empty()) {
        Inline& last = inlines.back();
        if (last.kind == InlineKind::text) {
            const std::string_view kept = trim(last.text);
            if (!kept.empty()) {
                last.text.resize(static_cast<std::size_t>(kept.data() - last.text.data()) + kept.size());
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

// Every picture as a block, with the link around it.
void add_images(std::vector<Inline>& inlines, const std::string& url, std::vector<Block>& out) {
    for (Inline& item : inlines) {
        if (item.kind == InlineKind::image) {
            Block& block = add_block(BlockKind::image, out);
            block.url = url;
            block.images.swap(item.images);
        }
        add_images(item.children, item.kind == InlineKind::link ? item.value : url, out);
    }
}

void append_plain(const std::vector<Inline>& inlines, std::string& out) {
    for (const Inline& item : inlines) {
        if (item.kind == InlineKind::line_break) out += ' ';
        out += item.text;
        for (const Image& image : item.images) out += image.alt;
        append_plain(item.children, out);
    }
}

void start_line(std::vector<Inline>& out) {
    if (!out.empty()) add_inline(InlineKind::line_break, out);
}

void add_line(std::string& text, std::vector<Inline>& out) {
    if (text.empty()) return;
    start_line(out);
    add_inline(InlineKind::text, out).text.swap(text);
}

}  // namespace

Block& add_block(BlockKind kind, std::vector<Block>& out) {
    out.push_back(Block());
    out.back().kind = kind;
    return out.back();
}

Inline& add_inline(InlineKind kind, std::vector<Inline>& out) {
    out.push_back(Inline());
    out.back().kind = kind;
    return out.back();
}

Inline& ParagraphBuilder::open(InlineKind kind) {
    for (const Inline& format : formats_) {
        if (format.kind == kind) kind = InlineKind::text;
    }
    return add_inline(kind, formats_);
}

void ParagraphBuilder::close() {
    formats_.pop_back();
    if (opened_ > formats_.size()) opened_ = formats_.size();
}

void ParagraphBuilder::add_text(std::string_view text, std::string_view lang) {
    const bool is_blank = trim(text).empty();
    if (is_blank && (text_.empty() || breaks_ > 0)) return;
    std::string tidy = tidier_.run(text);
    if (tidy.empty()) return;
    Inline& leaf = add_leaf(InlineKind::text);
    leaf.text.swap(tidy);
    leaf.lang = lang;
    if (!is_blank) has_text_ = true;
}

void ParagraphBuilder::add_code(std::string text, std::string_view lang) {
    if (trim(text).empty()) return;
    Inline& leaf = add_leaf(InlineKind::code);
    leaf.text.swap(text);
    leaf.lang = lang;
    has_text_ = true;
    tidier_.object();
}

void ParagraphBuilder::add_image(Image image) {
    add_leaf(InlineKind::image).images.push_back(std::move(image));
    has_image_ = true;
    tidier_.object();
}

void ParagraphBuilder::add_break() {
    if (!text_.empty()) ++breaks_;
    break_level_ = formats_.size();
    tidier_.restart();
}

void ParagraphBuilder::add_reading(std::string_view reading) {
    std::vector<Inline>* level = &text_;
    for (std::size_t i = 0; i < opened_; ++i) {
        if (formats_[i].kind == InlineKind::text) continue;
        Inline& item = level->back();
        if (item.kind == InlineKind::ruby) {
            item.title += reading;
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
    std::vector<Inline>* level = &text_;
    for (std::size_t i = 0; i < level_count; ++i) {
        Inline& format = formats_[i];
        if (i >= opened_ && may_open(format)) {
            Inline& opened = add_inline(format.kind, *level);
            opened.value = format.value;
            opened.title = format.title;
        }
        if (format.kind != InlineKind::text) level = &level->back().children;
    }
    opened_ = level_count;
    return add_inline(kind, *level);
}

void ParagraphBuilder::finish_run() {
    if (has_text_) {
        trim_end(text_);
        add_block(BlockKind::paragraph, ready_).text.swap(text_);
    } else if (has_image_) {
        add_images(text_, {}, ready_);
    }
    text_.clear();
    opened_ = 0;
    has_text_ = has_image_ = false;
}

void ParagraphBuilder::finish(std::vector<Block>& out) {
    finish_run();
    breaks_ = 0;
    tidier_.restart();
    for (Block& block : ready_) out.push_back(std::move(block));
    ready_.clear();
}

void flatten(std::vector<Block>& blocks, std::vector<Inline>& out) {
    for (Block& block : blocks) {
        add_line(block.title, out);
        add_line(block.plain, out);
        for (Image& image : block.images) {
            std::string caption;
            std::string credit;
            caption.swap(image.caption);
            credit.swap(image.credit);
            start_line(out);
            add_inline(InlineKind::image, out).images.push_back(std::move(image));
            add_line(caption, out);
            add_line(credit, out);
        }
        flatten(block.children, out);
        if (block.text.empty()) continue;
        start_line(out);
        for (Inline& item : block.text) out.push_back(std::move(item));
    }
}

std::string plain_text(const std::vector<Inline>& inlines) {
    std::string out;
    append_plain(inlines, out);
    return out;
}

}  // namespace longread
