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

void take_pictures(const Blocks& blocks, List<Image>& out, Arena& arena) {
    for (const Block& block : blocks) {
        out.add_all(block.images, arena);
        take_pictures(block.children, out, arena);
    }
}

// Whether `text` of such a block is its caption, or what serves as one.
bool takes_caption(BlockKind kind) {
    return kind == BlockKind::quote || kind == BlockKind::pull_quote || kind == BlockKind::table ||
           kind == BlockKind::embed || kind == BlockKind::audio || kind == BlockKind::video;
}

}  // namespace

void PolicyReader::append_words(std::string_view& text, std::string_view words) {
    const bool is_apart = !text.empty() && !words.empty();
    text = source_.bound(arena_.join({text, is_apart ? " " : "", words}), max_caption);
}

void PolicyReader::read_image(const HtmlElement& element, const HtmlElement& picture) {
    const std::string_view alt = attribute_of(element, Attr::alt);
    if (has_class_part(element, "smiley") || has_class_part(element, "emoji")) {
        return builder_.add_text(alt, leaf_lang());
    }
    if (is_pixel(element)) return source_.note_name(Code::html_dropped, element);
    if (images_ >= max_images) return source_.note(Code::list_cut, "img");
    const Image image = source_.read_image(element, picture);
    if (!image.exists()) return builder_.add_text(alt, leaf_lang());
    ++images_;
    builder_.add_image(image);
}

// An element after a picture that says of itself that it is a caption or credit, where there is no figure.
bool PolicyReader::read_picture_text(const HtmlElement& element, Blocks& out) {
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
    Image& before = out.back().images[0];
    append_words(is_credit_text ? before.credit : before.caption, source_.take_text(max_caption));
    return true;
}

void PolicyReader::read_figure(const HtmlElement& element, Blocks& out) {
    FigureCaption caption;
    Blocks blocks;
    scope_.caption = &caption;
    scope_.in_caption = false;
    read_nested(blocks);
    if (caption.text.empty() && !caption.says_credit && !caption.credit.empty()) {
        add_inline(InlineKind::text, caption.text, arena_).text = caption.credit;
        caption.credit = {};
    }
    if (has_class_part(element, "pullquote") && !blocks.empty() && blocks[0].kind == BlockKind::quote) {
        blocks[0].kind = BlockKind::pull_quote;
    }
    add_captioned(blocks, caption, out);
}

void PolicyReader::add_captioned(Blocks& blocks, FigureCaption& caption, Blocks& out) {
    if (blocks.size() == 1 && blocks[0].kind == BlockKind::image) {
        Image& image = blocks[0].images[0];
        append_words(image.caption, plain_text(caption.text, arena_));
        append_words(image.credit, caption.credit);
        return out.add_all(blocks, arena_);
    }
    Inlines& line = caption.text;
    if (!caption.credit.empty()) {
        const std::string_view gap = line.empty() ? "" : " ";
        add_inline(InlineKind::text, line, arena_).text = arena_.join({gap, caption.credit});
    }
    if (are_pictures(blocks)) {
        Block& gallery = open_block(BlockKind::gallery, out);
        take_pictures(blocks, gallery.images, arena_);
        gallery.text = line;
        return;
    }
    const bool is_taken = blocks.size() == 1 && takes_caption(blocks[0].kind) && blocks[0].text.empty();
    if (is_taken) blocks[0].text = line;
    out.add_all(blocks, arena_);
    if (!is_taken && !line.empty()) add_paragraph(line, out);
}

void PolicyReader::make_button(Block& block) const {
    if (block.kind != BlockKind::paragraph || block.text.size() != 1) return;
    const Inline link = block.text[0];
    block.title = plain_text(link.children, arena_);
    if (link.kind != InlineKind::link || block.title.empty()) return;
    block.kind = BlockKind::button;
    block.url = link.value;
    block.text = {};
}

// Unwrapped, but where it held several pictures and nothing else, these are a gallery, and the one link of a
// box for it (wp-block-button, kg-button-card) is a button.
void PolicyReader::read_div(const HtmlElement& element, Blocks& out) {
    const bool holds_button = has_class_part(element, "button");
    const std::size_t first = out.size();
    read_nested(out);
    if (out.size() < first + 2) {
        if (holds_button && out.size() > first) make_button(out[first]);
        return;
    }
    for (std::size_t i = first; i < out.size(); ++i) {
        if (out[i].kind != BlockKind::image || !out[i].url.empty()) return;
    }
    out[first].kind = BlockKind::gallery;
    for (std::size_t i = first + 1; i < out.size(); ++i) {
        out[first].images.add(out[i].images[0], arena_);
    }
    out.cut(first + 1);
}

}  // namespace longread
