#include "render/render_blocks.h"

namespace longread {
namespace {

void render_block(const Block& block, Markup& out);

void render_attribution(const Block& block, Markup& out) {
    if (block.text.empty()) return;
    out.open(Tag::footer, "attribution");
    render_inlines(block.text, out);
    out.close();
}

// <figcaption> of inline text.
void render_caption(const Inlines& caption, Markup& out, Tag tag = Tag::figcaption) {
    if (caption.empty()) return;
    out.open(tag, tag == Tag::figcaption ? "figcaption" : "");
    render_inlines(caption, out);
    out.close();
}

// One paragraph alone, perhaps with lists behind it, needs no <p> of its own in an item or a cell, unless a
// link leads to it.
void render_tight(const Blocks& blocks, Markup& out) {
    std::size_t paragraphs = 0;
    bool simple = !blocks.empty() && blocks[0].kind == BlockKind::paragraph && blocks[0].id.empty();
    for (const Block& block : blocks) {
        paragraphs += block.kind == BlockKind::paragraph ? 1 : 0;
        simple = simple && (block.kind == BlockKind::paragraph || block.kind == BlockKind::list);
    }
    if (!simple || paragraphs != 1) return render_blocks(blocks, out);
    render_inlines(blocks[0].text, out);
    for (std::size_t i = 1; i < blocks.size(); ++i) render_block(blocks[i], out);
}

void render_list(const Block& list, Markup& out) {
    out.open(list.ordered ? Tag::ol : Tag::ul);
    out.optional(Attr::id, list.id);
    if (list.ordered && list.start != 1) out.attribute(Attr::start, list.start);
    for (const Block& item : list.children) {
        out.open(Tag::li);
        out.optional(Attr::id, item.id);
        out.optional(Attr::lang, item.lang);
        render_inlines(item.text, out);
        render_tight(item.children, out);
        out.close();
    }
    out.close();
}

void render_quote(const Block& quote, Markup& out) {
    out.open(Tag::blockquote, "quote");
    out.optional(Attr::cite, quote.url);
    out.optional(Attr::lang, quote.lang);
    render_blocks(quote.children, out);
    render_attribution(quote, out);
    out.close();
}

void render_pull_quote(const Block& quote, Markup& out) {
    out.open(Tag::aside, "pull-quote", "pull-quote");
    out.open(Tag::blockquote);
    render_blocks(quote.children, out);
    render_attribution(quote, out);
    out.close();
    out.close();
}

void render_figure(const Image& image, std::string_view link, Markup& out) {
    out.open(Tag::figure, "figure", "figure");
    if (!link.empty()) out.open_link(link);
    out.image(image, Markup::Loading::later);
    if (!link.empty()) out.close();
    out.caption(image.caption, image.credit);
    out.close();
}

void render_gallery(const Block& gallery, Markup& out) {
    out.open(Tag::figure, "gallery", "gallery");
    out.open(Tag::ul, "gallery-items");
    for (const Image& image : gallery.images) {
        out.open(Tag::li);
        render_figure(image, {}, out);
        out.close();
    }
    out.close();
    render_caption(gallery.text, out);
    out.close();
}

// Code and tables scroll in their own box, which a keyboard must be able to reach and a screen reader to
// name.
void open_scroll_box(Tag tag, std::string_view css_class, Phrase label, Markup& out) {
    out.open(tag, css_class);
    out.attribute(Attr::role, "region");
    out.attribute(Attr::tabindex, "0");
    out.attribute(Attr::aria_label, phrase(label, out.language()));
}

void render_code(const Block& code, Markup& out) {
    open_scroll_box(Tag::pre, "code", Phrase::code, out);
    // A browser drops one leading line break of <pre> when it parses: such text would not come out as it went
    // in.
    std::string_view text = code.plain;
    while (!text.empty() && text[0] == '\n') text.remove_prefix(1);
    out.element(Tag::code, {}, text);
    out.close();
}

void render_cell(const Block& cell, bool in_head, Markup& out) {
    out.open(cell.header ? Tag::th : Tag::td);
    if (cell.header) out.attribute(Attr::scope, in_head ? "col" : "row");
    if (cell.columns > 1) out.attribute(Attr::colspan, cell.columns);
    if (cell.rows > 1) out.attribute(Attr::rowspan, cell.rows);
    render_inlines(cell.text, out);
    render_tight(cell.children, out);
    out.close();
}

void render_table(const Block& table, Markup& out) {
    open_scroll_box(Tag::div, "table-box", Phrase::table, out);
    out.open(Tag::table, "table");
    render_caption(table.text, out, Tag::caption);
    std::size_t i = 0;
    for (const bool head : {true, false}) {
        const std::size_t first = i;
        for (; i < table.children.size() && (!head || table.children[i].header); ++i) {
            if (i == first) out.open(head ? Tag::thead : Tag::tbody);
            out.open(Tag::tr);
            for (const Block& cell : table.children[i].children) render_cell(cell, head, out);
            out.close();
        }
        if (i > first) out.close();
    }
    out.close();
    out.close();
}

// A link until the reader asks for more: nothing is fetched from another host before a click.
void render_embed(const Block& embed, Markup& out) {
    out.open(Tag::figure, "embed", "embed");
    out.attribute(Attr::data_part, "embed");
    out.open_link(embed.url, "embed-link");
    if (!embed.images.empty()) out.image(embed.images[0], Markup::Loading::later);
    out.optional_element(Tag::span, "embed-provider", embed.plain);
    if (!embed.plain.empty()) out.text(" ");
    out.element(Tag::span, "embed-title", embed.title.empty() ? embed.url : embed.title);
    out.close();
    render_caption(embed.text, out);
    out.close();
}

void render_media(const Block& media, Markup& out) {
    out.open(Tag::figure, "media", "media");
    out.open(media.kind == BlockKind::audio ? Tag::audio : Tag::video);
    out.attribute(Attr::controls, "");
    out.attribute(Attr::preload, "none");
    out.attribute(Attr::src, media.url);
    if (!media.images.empty()) out.attribute(Attr::poster, media.images[0].src);
    out.optional(Attr::aria_label, media.title);
    out.close();
    render_caption(media.text, out);
    out.close();
}

void render_footnotes(const Block& notes, Markup& out) {
    out.open(Tag::section, "footnotes", "footnotes");
    out.attribute(Attr::role, "doc-endnotes");
    out.attribute(Attr::aria_label, phrase(Phrase::notes, out.language()));
    out.open(Tag::ol);
    for (const Block& note : notes.children) {
        out.open(Tag::li);
        out.attribute(Attr::id, "lr-fn-", note.id);
        render_tight(note.children, out);
        out.text(" ");
        out.open(Tag::a, "back");
        out.attribute(Attr::href, "#lr-fnref-", note.id);
        out.attribute(Attr::role, "doc-backlink");
        out.attribute(Attr::aria_label, phrase(Phrase::back_to_text, out.language()));
        out.text("↩");
        out.close();
        out.close();
    }
    out.close();
    out.close();
}

// Callout, fact box: a titled box of blocks.
void render_box(const Block& box, std::string_view css_class, Markup& out) {
    out.open(Tag::aside, css_class, css_class);
    out.optional_element(Tag::p, "box-heading", box.title);
    render_blocks(box.children, out);
    out.close();
}

void render_timeline(const Block& timeline, Markup& out) {
    out.open(Tag::section, "timeline", "timeline");
    out.optional_element(Tag::p, "box-heading", timeline.title);
    out.open(Tag::ol);
    for (const Block& entry : timeline.children) {
        out.open(Tag::li, "timeline-entry");
        out.optional_element(Tag::p, "timeline-date", entry.plain);
        out.optional_element(Tag::p, "timeline-title", entry.title);
        render_blocks(entry.children, out);
        out.close();
    }
    out.close();
    out.close();
}

void render_details(const Block& details, Markup& out) {
    out.open(Tag::details, "details");
    if (details.header) out.attribute(Attr::open, "");
    out.element(Tag::summary, {}, details.title);
    render_blocks(details.children, out);
    out.close();
}

void render_text_block(Tag tag, const Block& block, Markup& out) {
    out.open(tag);
    out.optional(Attr::id, block.id);
    out.optional(Attr::lang, block.lang);
    render_inlines(block.text, out);
    out.close();
}

void render_button(const Block& button, Markup& out) {
    out.open(Tag::p, "button-row");
    out.open_link(button.url, "primary button");
    out.attribute(Attr::part, "button");
    out.text(button.title.empty() ? button.url : button.title);
    out.close();
    out.close();
}

void render_block(const Block& block, Markup& out) {
    switch (block.kind) {
        case BlockKind::paragraph: return render_text_block(Tag::p, block, out);
        case BlockKind::heading: return render_text_block(out.heading(block.level - 1), block, out);
        case BlockKind::list: return render_list(block, out);
        case BlockKind::quote: return render_quote(block, out);
        case BlockKind::pull_quote: return render_pull_quote(block, out);
        case BlockKind::image: return render_figure(block.images[0], block.url, out);
        case BlockKind::gallery: return render_gallery(block, out);
        case BlockKind::code: return render_code(block, out);
        case BlockKind::table: return render_table(block, out);
        case BlockKind::divider: out.open(Tag::hr, "divider"); return out.close();
        case BlockKind::embed: return render_embed(block, out);
        case BlockKind::audio:
        case BlockKind::video: return render_media(block, out);
        case BlockKind::footnotes: return render_footnotes(block, out);
        case BlockKind::aside: return render_box(block, "callout", out);
        case BlockKind::fact_box: return render_box(block, "fact-box", out);
        case BlockKind::button: return render_button(block, out);
        case BlockKind::timeline: return render_timeline(block, out);
        case BlockKind::details: return render_details(block, out);
        // Parts that only stand inside the kinds above; alone, their content is what matters.
        case BlockKind::list_item:
        case BlockKind::table_row:
        case BlockKind::table_cell:
        case BlockKind::footnote:
        case BlockKind::timeline_entry:
            render_inlines(block.text, out);
            return render_blocks(block.children, out);
    }
}

}  // namespace

void render_blocks(const Blocks& blocks, Markup& out) {
    for (const Block& block : blocks) render_block(block, out);
}

}  // namespace longread
