#include "read/read_blocks.h"

#include "base/text.h"
#include "base/tidy_text.h"
#include "read/content_ids.h"
#include "read/paragraph_builder.h"

namespace longread {
namespace {

// Recursion here goes as deep as the document, which parse_json has bounded to 128 levels.

constexpr std::string_view inline_names =
    "text strong em link code sub sup mark del ins break abbr quote footnote time image kbd small ruby";

void read_inline_run(JsonValue value, DocumentReader& reader, TextTidier& tidier, Inlines& out);

std::string_view read_id(JsonValue value, DocumentReader& reader) {
    return content_id(reader.raw_text(value, "id"), reader.arena());
}

// Of a footnote, which gets its prefix when it is drawn.
std::string_view read_note_id(JsonValue value, DocumentReader& reader) {
    const std::string_view id = read_id(value, reader);
    return id.substr(id.empty() ? 0 : id.find('-') + 1);
}

// nullptr where there is no picture to show.
const Image* read_inline_image(JsonValue value, DocumentReader& reader) {
    const Image image = reader.image(value);
    List<Image> kept;
    return image.exists() ? &kept.add(image, reader.arena()) : nullptr;
}

void read_inline_object(JsonValue value, DocumentReader& reader, TextTidier& tidier, Inlines& out) {
    const int kind = word_index(inline_names, value.find("type").text());
    JsonValue content = value.find("children");
    if (!content.exists()) content = value.find("text");
    if (kind < 0) {
        reader.note(Code::unknown_inline, value, value.find("type").text());
        read_inline_run(content, reader, tidier, out);
        return;
    }
    Inline found;
    found.kind = static_cast<InlineKind>(kind);
    found.lang = reader.lang_tag(value, "lang");
    switch (found.kind) {
        case InlineKind::text: read_inline_run(content, reader, tidier, out); return;
        case InlineKind::code:
            found.text = content.text();
            tidier.object();
            break;
        case InlineKind::line_break: tidier.restart(); break;
        case InlineKind::image:
            found.image = read_inline_image(value, reader);
            if (found.image == nullptr) return;
            tidier.object();
            break;
        case InlineKind::footnote_ref:
            found.value = read_note_id(value, reader);
            found.text = reader.text(value, "label");
            if (found.value.empty()) found.kind = InlineKind::sup;  // of no note: a link would lead nowhere
            break;
        case InlineKind::link:
            found.value = content_link(reader.url(value, "url", UrlUse::link), value.find("url").text(),
                                       reader.arena());
            found.title = reader.text(value, "title");
            read_inline_run(content, reader, tidier, found.children);
            break;
        case InlineKind::time:
            found.value = reader.text(value, "datetime");
            read_inline_run(content, reader, tidier, found.children);
            break;
        default:
            found.title = reader.text(value, "title");
            read_inline_run(content, reader, tidier, found.children);
    }
    out.add(found, reader.arena());
}

void read_inline_run(JsonValue value, DocumentReader& reader, TextTidier& tidier, Inlines& out) {
    if (!value.exists() || value.is(JsonKind::null) || !reader.has_room(value.text().size())) return;
    if (value.is(JsonKind::string)) {
        Inline run;
        run.text = tidier.run(value.text());
        if (!run.text.empty()) out.add(run, reader.arena());
    } else if (value.is(JsonKind::array)) {
        for (const JsonValue item : value) {
            read_inline_run(item, reader, tidier, out);
        }
    } else if (value.is(JsonKind::object)) {
        read_inline_object(value, reader, tidier, out);
    } else {
        reader.note(Code::wrong_type, value);
    }
}

constexpr std::string_view block_names =
    "paragraph heading list list-item quote pull-quote image gallery code table table-row table-cell divider "
    "embed"
    " audio video footnotes footnote aside button timeline timeline-entry fact-box details";

constexpr std::string_view block_fields =
    "type text level id list ordered start items attribution url src srcset sizes width height alt caption "
    "credit focus link"
    " images code language header rows divider provider title poster label entries blocks open lang";

void read_block(JsonValue value, DocumentReader& reader, Blocks& out);

// A part that holds blocks may be given as a text, a list of inlines under "text", or blocks under "blocks".
Blocks read_content(JsonValue value, DocumentReader& reader) {
    if (value.is(JsonKind::object)) {
        if (value.find("blocks").exists()) return read_json_blocks(reader.list(value, "blocks"), reader);
        return read_content(value.find("text"), reader);
    }
    Blocks blocks;
    Block paragraph;
    paragraph.text = read_json_inlines(value, reader);
    if (!paragraph.text.empty()) blocks.add(paragraph, reader.arena());
    return blocks;
}

// Items of a list, entries of a timeline, notes: one block of that kind for each member of the list.
void read_items(JsonValue object, const char* key, BlockKind kind, DocumentReader& reader, Block& into) {
    const JsonValue items = reader.list(object, key);
    for (const JsonValue item : items) {
        if (!reader.has_room()) return;
        Block block;
        block.kind = kind;
        block.children = read_content(item, reader);
        if (item.is(JsonKind::object)) {
            block.id = kind == BlockKind::footnote ? read_note_id(item, reader) : read_id(item, reader);
            block.title = reader.text(item, "title");
            block.plain = reader.text(item, "date");
            if (kind == BlockKind::footnote) block.plain = reader.text(item, "label");
            // A sub-list stands inside the item that it belongs to.
            if (item.find("items").exists()) read_block(item, reader, block.children);
        }
        if (!block.children.empty() || !block.title.empty()) into.children.add(block, reader.arena());
    }
}

void read_row(JsonValue cells, bool header, DocumentReader& reader, Block& table) {
    Block row;
    row.kind = BlockKind::table_row;
    row.header = header;
    constexpr std::size_t most_columns = 50;  // notes/security.md section 6
    for (const JsonValue item : cells) {
        if (!reader.has_room()) return;
        Block cell;
        cell.kind = BlockKind::table_cell;
        cell.header = header;
        if (item.is(JsonKind::object) && !item.find("type").exists()) {
            cell.header = header || reader.flag(item, "header");
            cell.columns = static_cast<std::int32_t>(reader.integer(item, "columns", 1, 100, 1));
            cell.rows = static_cast<std::int32_t>(reader.integer(item, "rows", 1, 1000, 1));
            cell.text = read_json_inlines(item.find("text"), reader);
        } else if (item.is(JsonKind::integer) || item.is(JsonKind::decimal)) {
            Inline number;
            number.text = item.text();
            cell.text.add(number, reader.arena());
        } else {
            cell.text = read_json_inlines(item, reader);
        }
        if (row.children.size() == most_columns) {
            reader.note(Code::list_cut, cells);
            break;
        }
        row.children.add(cell, reader.arena());
    }
    if (!row.children.empty()) table.children.add(row, reader.arena());
}

void read_table(JsonValue value, DocumentReader& reader, Block& table) {
    if (const JsonValue header = reader.list(value, "header"); header.exists())
        read_row(header, true, reader, table);
    const JsonValue rows = reader.list(value, "rows");
    constexpr std::size_t most_rows = 1000;  // notes/security.md section 6
    for (const JsonValue row : rows) {
        if (table.children.size() > most_rows) {
            reader.note(Code::list_cut, rows);
            return;
        }
        if (row.is(JsonKind::array)) {
            read_row(row, false, reader, table);
        } else {
            reader.note(Code::wrong_type, row);
        }
    }
}

// Media and pictures: nothing is drawn where there is no URL, but words are never lost: a caption stays.
void read_media(JsonValue value, DocumentReader& reader, Block& block) {
    const bool is_embed = block.kind == BlockKind::embed || block.kind == BlockKind::button;
    block.url = reader.url(value, is_embed ? "url" : "src", is_embed ? UrlUse::link : UrlUse::media);
    block.title = reader.text(value, block.kind == BlockKind::button ? "label" : "title");
    block.plain = reader.text(value, "provider");
    block.text = read_json_inlines(value.find("caption"), reader);
    if (const Image poster = reader.image(value, "poster"); poster.exists())
        block.images.add(poster, reader.arena());
    if (block.url.empty()) {
        block.kind = BlockKind::paragraph;
        if (block.text.empty() && !block.title.empty()) {
            Inline title;
            title.text = block.title;
            block.text.add(title, reader.arena());
        }
    }
}

void read_gallery(JsonValue value, DocumentReader& reader, Block& block) {
    const JsonValue images = reader.list(value, "images");
    for (const JsonValue item : images) {
        if (const Image image = reader.image(item); image.exists()) block.images.add(image, reader.arena());
    }
    block.text = read_json_inlines(value.find("caption"), reader);
}

void read_image(JsonValue value, DocumentReader& reader, Block& block) {
    const Image image = reader.image(value);
    block.url = reader.url(value, "link", UrlUse::link);
    if (image.exists()) {
        block.images.add(image, reader.arena());
    } else {
        block.kind = BlockKind::paragraph;
        block.text = read_json_inlines(value.find("caption"), reader);
    }
}

void fill_block(JsonValue value, DocumentReader& reader, Block& block) {
    switch (block.kind) {
        case BlockKind::paragraph: block.text = read_json_inlines(value.find("text"), reader); break;
        case BlockKind::heading:
            block.text = read_json_inlines(value.find("text"), reader);
            block.level = static_cast<std::uint8_t>(reader.integer(value, "level", 2, 6, 2));
            block.id = read_id(value, reader);
            break;
        case BlockKind::list:
            block.ordered = reader.flag(value, "ordered");
            block.start = static_cast<std::int32_t>(reader.integer(value, "start", 0, 99'999, 1));
            read_items(value, "items", BlockKind::list_item, reader, block);
            break;
        case BlockKind::quote:
        case BlockKind::pull_quote:
            block.children = read_content(value, reader);
            block.text = read_json_inlines(value.find("attribution"), reader);
            block.url = reader.url(value, "url", UrlUse::web);
            break;
        case BlockKind::image: read_image(value, reader, block); break;
        case BlockKind::gallery: read_gallery(value, reader, block); break;
        case BlockKind::code:
            block.plain =
                value.find("text").exists() ? reader.raw_text(value, "text") : reader.raw_text(value, "code");
            block.title = reader.text(value, "language");
            break;
        case BlockKind::table:
            block.text = read_json_inlines(value.find("caption"), reader);
            read_table(value, reader, block);
            break;
        case BlockKind::divider: break;
        case BlockKind::embed:
        case BlockKind::audio:
        case BlockKind::video:
        case BlockKind::button: read_media(value, reader, block); break;
        case BlockKind::footnotes: read_items(value, "items", BlockKind::footnote, reader, block); break;
        case BlockKind::timeline:
            block.title = reader.text(value, "title");
            read_items(value, "entries", BlockKind::timeline_entry, reader, block);
            break;
        default:  // aside, fact box, details
            block.title = reader.text(value, "title");
            block.header = reader.flag(value, "open");
            block.children = read_content(value, reader);
    }
}

// A block that came out empty is not drawn.
bool is_empty(const Block& block) {
    return block.kind != BlockKind::divider && block.text.empty() && block.children.empty() &&
           block.images.empty() && block.plain.empty() && block.url.empty() && block.title.empty();
}

void read_block(JsonValue value, DocumentReader& reader, Blocks& out) {
    if (!reader.has_room()) return;
    Block block;
    if (value.is(JsonKind::object)) {
        std::string_view type = value.find("type").text();
        if (type.empty() && value.find("items").exists()) type = "list";
        int kind = word_index(block_names, type);
        const auto is_part = [&](BlockKind part) { return kind == static_cast<int>(part); };
        if (is_part(BlockKind::list_item) || is_part(BlockKind::table_row) ||
            is_part(BlockKind::table_cell) || is_part(BlockKind::footnote) ||
            is_part(BlockKind::timeline_entry)) {
            kind = -1;
        }
        if (kind < 0) {
            reader.note(Code::unknown_block, value, type);
            for (Block& inner : read_content(value, reader)) out.add(inner, reader.arena());
            return;
        }
        reader.note_unknown(value, block_fields);
        block.kind = static_cast<BlockKind>(kind);
        block.lang = reader.lang_tag(value, "lang");
        fill_block(value, reader, block);
    } else {
        block.text = read_json_inlines(value, reader);
    }
    if (!is_empty(block)) out.add(block, reader.arena());
}

}  // namespace

Inlines read_json_inlines(JsonValue value, DocumentReader& reader) {
    TextTidier tidier(reader.lang(), reader.arena());
    Inlines out;
    read_inline_run(value, reader, tidier, out);
    trim_end(out);  // the tidier cannot know that a run is the last
    return out;
}

Blocks read_json_blocks(JsonValue list, DocumentReader& reader) {
    Blocks blocks;
    for (const JsonValue item : list) read_block(item, reader, blocks);
    return blocks;
}

}  // namespace longread
