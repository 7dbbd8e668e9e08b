#include <utility>

#include "read/policy_reader.h"

namespace longread {
namespace {

constexpr std::size_t max_images = 200;

// Whether blocks are pictures and nothing else, also in a list, as older galleries are.
bool are_pictures(const Blocks& blocks) {
    for (const Block& block : blocks) {
        const bool is_list = block.kind == BlockKind::list || block.kind == BlockKind::list_item;
        const bool is_picture =
            block.kind == BlockKind::image || (block.kind == BlockKind::gallery && block.text.empty());
        if (!is_picture && !(is_list && are_pictures(block.children))) return false;
    }
    return !blocks.empty();
}

void take_pictures(Blocks& blocks, std::vector<Image>& out) {
    for (Block& block : blocks) {
        for (Image& image : block.images) out.push_back(std::move(image));
        take_pictures(block.children, out);
    }
}

// Whether `text` of such a block is its caption, or what serves as one.
bool takes_caption(BlockKind kind) {
    return kind == BlockKind::quote || kind == BlockKind::pull_quote || kind == BlockKind::table ||
           kind == BlockKind::embed || kind == BlockKind::audio || kind == BlockKind::video;
}

// The caption with its credit behind.
Inlines take_line(FigureCaption& caption) {
    Inlines line = std::move(caption.text);
    if (caption.credit.empty()) return line;
    std::string credit = line.empty() ? std::string() : std::string(1, ' ');
    credit += caption.credit;
    line.emplace_back();
    line.back().text = std::move(credit);
    return line;
}

void append_words(std::string& text, std::string_view words) {
    if (!text.empty() && !words.empty()) text += ' ';
    text += words;
}

}  // namespace

void PolicyReader::read_image(HtmlElement element, HtmlElement picture) {
    const std::string_view alt = attribute_of(element, Attr::alt);
    if (has_class_part(element, "smiley") || has_class_part(element, "emoji")) {
        return builder_.add_text(alt, leaf_lang());
    }
    // A picture of one pixel is there to count readers.
    if (integer_of(element, Attr::width, 0, 1, 2) < 2 && integer_of(element, Attr::height, 0, 1, 2) < 2) {
        return source_.note_name(Code::html_dropped, element);
    }
    if (images_ >= max_images) return source_.note(Code::list_cut, "img");
    Image image = source_.read_image(element, picture);
    if (!image.exists()) return builder_.add_text(alt, leaf_lang());
    ++images_;
    builder_.add_image(std::move(image));
}

// An element after a picture that says of itself that it is a caption or credit, where there is no figure.
bool PolicyReader::read_picture_text(HtmlElement element, Blocks& out) {
    const bool is_credit_text = has_class_part(element, "credit");
    if (!is_credit_text && !has_class_part(element, "caption")) return false;
    const Tag tag = element.tag();
    if (tag != Tag::p && tag != Tag::div && tag != Tag::dd && tag != Tag::span && tag != Tag::small)
        return false;
    HtmlElement image = element;
    HtmlElement paragraph = element;
    if (builder_.has_text() || find_inside(image, Tag::img) || find_inside(paragraph, Tag::p)) return false;
    finish_paragraph(out);
    if (out.empty() || out.back().kind != BlockKind::image) return false;
    cursor_.advance();
    std::string text = plain_text(read_line());
    if (is_credit_text) {
        caption_image(out.back().images[0], {}, std::move(text));
    } else {
        caption_image(out.back().images[0], std::move(text), {});
    }
    return true;
}

void PolicyReader::caption_image(Image& image, std::string caption, std::string credit) {
    append_words(image.caption, caption);
    append_words(image.credit, credit);
    image.caption = source_.bounded(std::move(image.caption), max_caption);
    image.credit = source_.bounded(std::move(image.credit), max_caption);
}

void PolicyReader::read_figure(HtmlElement element, Blocks& out) {
    FigureCaption caption;
    place_.caption = &caption;
    place_.in_caption = false;
    Blocks blocks = read_nested();
    if (caption.text.empty() && !caption.says_credit) {
        std::vector<Inline> text(1);
        text[0].text = std::move(caption.credit);
        if (!text[0].text.empty()) caption.text = std::move(text);
        caption.credit.clear();
    }
    if (blocks.size() == 1 && blocks[0].kind == BlockKind::quote && has_class_part(element, "pullquote")) {
        blocks[0].kind = BlockKind::pull_quote;
    }
    add_captioned(blocks, caption, out);
}

void PolicyReader::add_captioned(Blocks& blocks, FigureCaption& caption, Blocks& out) {
    if (blocks.size() == 1 && blocks[0].kind == BlockKind::image) {
        caption_image(blocks[0].images[0], plain_text(caption.text), std::move(caption.credit));
        return add(std::move(blocks[0]), out);
    }
    Inlines line = take_line(caption);
    if (are_pictures(blocks)) return add_gallery(blocks, std::move(line), out);
    const bool takes = blocks.size() == 1 && takes_caption(blocks[0].kind) && blocks[0].text.empty();
    if (takes) blocks[0].text.swap(line);
    for (Block& block : blocks) add(std::move(block), out);
    if (line.empty()) return;
    Block paragraph = make_block(BlockKind::paragraph);
    paragraph.text = std::move(line);
    add(std::move(paragraph), out);
}

void PolicyReader::add_gallery(Blocks& blocks, Inlines caption, Blocks& out) {
    Block gallery = make_block(BlockKind::gallery);
    gallery.id = std::move(blocks[0].id);
    gallery.text = std::move(caption);
    take_pictures(blocks, gallery.images);
    add(std::move(gallery), out);
}

// Unwrapped, but where it held several pictures and nothing else, these are a gallery.
void PolicyReader::read_div(Blocks& out) {
    const std::size_t before = out.size();
    read_children(out);
    finish_paragraph(out);
    if (out.size() < before + 2) return;
    for (std::size_t i = before; i < out.size(); ++i) {
        if (out[i].kind != BlockKind::image || !out[i].url.empty()) return;
    }
    Blocks pictures;
    for (std::size_t i = before; i < out.size(); ++i) pictures.push_back(std::move(out[i]));
    while (out.size() > before) out.pop_back();
    add_gallery(pictures, {}, out);
}

}  // namespace longread
