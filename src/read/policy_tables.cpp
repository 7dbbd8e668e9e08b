#include "read/policy_reader.h"

namespace longread {
namespace {

constexpr std::size_t max_rows = 1000;
constexpr std::int32_t max_columns = 50;

// A table without a head whose first row is all header cells has a head.
void mark_head(Block& first_row) {
    for (const Block& cell : first_row.children) {
        if (!cell.header) return;
    }
    first_row.header = true;
}

}  // namespace

void PolicyReader::read_table(Blocks& out) {
    Block& table = open_block(BlockKind::table, out);
    Blocks& rows = table.children;
    Blocks rest;  // what has no place in a table, or is one cell, which is no table but a frame
    scope_.table = &table;
    scope_.in_head = false;
    read_nested(rest);
    if (rows.empty()) {
        table.kind = BlockKind::paragraph;
        if (table.text.empty()) out.pop_back();
    } else if (rows.size() > 1 || rows[0].children.size() > 1 || !table.text.empty()) {
        if (rows.size() > 1) mark_head(rows[0]);
    } else {
        const Block& cell = rows[0].children[0];
        if (!cell.text.empty()) add_paragraph(cell.text, rest);
        rest.add_all(cell.children, arena_);
        out.pop_back();
    }
    out.add_all(rest, arena_);
}

void PolicyReader::read_row(const HtmlElement& element, Blocks& out) {
    if (scope_.table == nullptr) return read_children(out);
    Blocks& rows = scope_.table->children;
    if (rows.size() >= max_rows) {
        source_.note(Code::list_cut, "tr");
        return skip(element);
    }
    open_block(BlockKind::table_row, rows).header = scope_.in_head;
    read_children(out);
    if (rows.back().children.empty()) rows.pop_back();
}

void PolicyReader::read_cell(const HtmlElement& element, Blocks& out) {
    if (scope_.table == nullptr || scope_.table->children.empty()) return read_children(out);
    Blocks& row = scope_.table->children.back().children;
    scope_.table = nullptr;
    scope_.caption = nullptr;
    std::int32_t room = max_columns;
    for (const Block& before : row) room -= before.columns;
    if (room <= 0) {
        source_.note(Code::list_cut, "td");
        return skip(element);
    }
    Block& cell = open_block(BlockKind::table_cell, row);
    cell.header = element.tag() == Tag::th;
    cell.columns = integer_of(element, Attr::colspan, 1, room, 1);
    cell.rows = integer_of(element, Attr::rowspan, 1, static_cast<std::int32_t>(max_rows), 1);
    read_nested(cell.children);
    if (cell.children.size() == 1 && cell.children[0].kind == BlockKind::paragraph) {
        cell.text = cell.children[0].text;
        cell.children.clear();
    }
}

}  // namespace longread
