#include "read/paragraph_builder.h"

#include <utility>

#include "base/text.h"

namespace longread {
namespace {

Inline text_leaf(std::string text, std::string_view lang = {}) {
    Inline leaf;
    leaf.text = std::move(text);
    leaf.lang = lang;
    return leaf;
}

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
            Block block;
            block.kind = BlockKind::image;
            block.url = url;
            block.images = std::move(item.images);
            out.push_back(std::move(block));
        }
        add_images(item.children, item.kind == InlineKind::link ? item.value : url, out);
    }
}

void append_plain(const std::vector<Inline>& inlines, std::string& out) {
    for (const Inline& item : inlines) {
        if (item.kind == InlineKind::line_break) out += ' ';
        out += item.text;
        if (!item.images.empty()) out += item.images[0].alt;
        append_plain(item.children, out);
    }
}

void append_line(std::vector<Inline> line, std::vector<Inline>& out) {
    if (line.empty()) return;
    if (!out.empty()) {
        out.emplace_back();
        out.back().kind = InlineKind::line_break;
    }
    for (Inline& item : line) out.push_back(std::move(item));
}

void append_line(std::string text, std::vector<Inline>& out) {
    if (text.empty()) return;
    std::vector<Inline> line;
    line.push_back(text_leaf(std::move(text)));
    append_line(std::move(line), out);
}

void append_flat(std::vector<Block>& blocks, std::vector<Inline>& out) {
    for (Block& block : blocks) {
        append_line(std::move(block.title), out);
        append_line(std::move(block.plain), out);
        for (Image& image : block.images) {
            std::vector<Inline> line(1);
            std::string caption = std::move(image.caption);
            std::string credit = std::move(image.credit);
            line[0].kind = InlineKind::image;
            line[0].images.push_back(std::move(image));
            append_line(std::move(line), out);
            append_line(std::move(caption), out);
            append_line(std::move(credit), out);
        }
        append_flat(block.children, out);
        append_line(std::move(block.text), out);
    }
}

}  // namespace

void ParagraphBuilder::open(InlineKind kind, std::string value, std::string title) {
    Format format;
    format.kind = is_open(kind) ? InlineKind::text : kind;
    format.value = std::move(value);
    format.title = std::move(title);
    formats_.push_back(std::move(format));
}

void ParagraphBuilder::close() {
    formats_.pop_back();
    if (run_.opened > formats_.size()) run_.opened = formats_.size();
}

bool ParagraphBuilder::is_open(InlineKind kind) const {
    for (const Format& format : formats_) {
        if (format.kind == kind) return true;
    }
    return false;
}

void ParagraphBuilder::add_text(std::string_view text, std::string_view lang) {
    const bool is_blank = trim(text).empty();
    if (is_blank && (run_.text.empty() || run_.breaks > 0)) return;
    std::string tidy = tidier_.run(text);
    if (tidy.empty()) return;
    put_leaf(text_leaf(std::move(tidy), lang));
    if (!is_blank) run_.has_text = true;
}

void ParagraphBuilder::add_code(std::string text, std::string_view lang) {
    if (trim(text).empty()) return;
    Inline leaf = text_leaf(std::move(text), lang);
    leaf.kind = InlineKind::code;
    put_leaf(std::move(leaf));
    run_.has_text = true;
    tidier_.object();
}

void ParagraphBuilder::add_image(Image image) {
    Inline leaf;
    leaf.kind = InlineKind::image;
    leaf.images.push_back(std::move(image));
    put_leaf(std::move(leaf));
    run_.has_image = true;
    tidier_.object();
}

void ParagraphBuilder::add_break() {
    if (!run_.text.empty()) ++run_.breaks;
    tidier_.restart();
}

void ParagraphBuilder::add_reading(std::string reading) {
    std::vector<Inline>* level = &run_.text;
    for (std::size_t i = 0; i < run_.opened; ++i) {
        if (formats_[i].kind == InlineKind::text) continue;
        Inline& item = level->back();
        if (item.kind == InlineKind::ruby) {
            item.title += reading;
            run_.opened = i;  // what follows is the next ruby
            return;
        }
        level = &item.children;
    }
    add_text(reading, {});
}

// A paragraph's next piece, after the line breaks that waited for it.
void ParagraphBuilder::put_leaf(Inline leaf) {
    if (run_.breaks > 1) {
        finish_run();
    } else if (run_.breaks == 1) {
        Inline line_break;
        line_break.kind = InlineKind::line_break;
        place(std::move(line_break));
    }
    run_.breaks = 0;
    place(std::move(leaf));
}

bool ParagraphBuilder::may_open(Format& format) {
    if (format.kind == InlineKind::text) return false;
    const std::size_t cost = sizeof(Inline) + format.value.size() + format.title.size();
    if (format.used && cost > allowance_) {
        format.kind = InlineKind::text;
        return false;
    }
    if (format.used) allowance_ -= cost;
    format.used = true;
    return true;
}

void ParagraphBuilder::place(Inline leaf) {
    std::vector<Inline>* level = &run_.text;
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        Format& format = formats_[i];
        if (i >= run_.opened) {
            if (!may_open(format)) continue;
            level->emplace_back();
            level->back().kind = format.kind;
            level->back().value = format.value;
            level->back().title = format.title;
        } else if (format.kind == InlineKind::text) {
            continue;
        }
        level = &level->back().children;
    }
    run_.opened = formats_.size();
    level->push_back(std::move(leaf));
}

void ParagraphBuilder::finish_run() {
    Run run = std::move(run_);
    run_ = Run();
    run_.ready = std::move(run.ready);
    if (run.has_text) {
        trim_end(run.text);
        run_.ready.emplace_back();
        run_.ready.back().text = std::move(run.text);
    } else if (run.has_image) {
        add_images(run.text, {}, run_.ready);
    }
}

void ParagraphBuilder::finish(std::vector<Block>& out) {
    finish_run();
    tidier_.restart();
    for (Block& block : run_.ready) out.push_back(std::move(block));
    run_.ready.clear();
}

ParagraphBuilder::Run ParagraphBuilder::suspend() {
    Run run = std::move(run_);
    run_ = Run();
    tidier_.restart();
    return run;
}

void ParagraphBuilder::resume(Run run) {
    run_ = std::move(run);
    tidier_.restart();
}

std::string plain_text(const std::vector<Inline>& inlines) {
    std::string out;
    append_plain(inlines, out);
    return out;
}

std::vector<Inline> flatten(std::vector<Block> blocks) {
    std::vector<Inline> out;
    append_flat(blocks, out);
    return out;
}

}  // namespace longread
