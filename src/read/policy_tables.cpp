#include <utility>

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
    Block table = make_block(BlockKind::table);
    place_.table = &table;
    place_.in_head = false;
    Blocks rest = read_nested();  // what has no place in a table
    Blocks& rows = table.children;
    if (rows.size() == 1 && rows[0].children.size() == 1 && table.text.empty()) {
        // One cell is no table but a frame.
        Block& cell = rows[0].children[0];
        cell.kind = BlockKind::paragraph;
        if (!cell.text.empty()) rest.push_back(std::move(cell));
        for (Block& block : cell.children) rest.push_back(std::move(block));
    } else if (!rows.empty()) {
        if (rows.size() > 1) mark_head(rows[0]);
        add(std::move(table), out);
    } else if (!table.text.empty()) {
        table.kind = BlockKind::paragraph;
        add(std::move(table), out);
    }
    for (Block& block : rest) add(std::move(block), out);
}

void PolicyReader::read_row(HtmlElement element, Blocks& out) {
    Block* table = place_.table;
    if (table == nullptr) return read_children(out);
    if (table->children.size() >= max_rows) {
        source_.note(Code::list_cut, "tr");
        return skip(element);
    }
    table->children.emplace_back();
    table->children.back().kind = BlockKind::table_row;
    table->children.back().header = place_.in_head;
    read_children(out);
    if (table->children.back().children.empty()) table->children.pop_back();
}

void PolicyReader::read_cell(HtmlElement element, Blocks& out) {
    Block* table = place_.table;
    if (table == nullptr || table->children.empty()) return read_children(out);
    place_ = Place();
    Block cell = make_block(BlockKind::table_cell);
    cell.header = element.tag() == Tag::th;
    cell.columns = integer_of(element, Attr::colspan, 1, max_columns, 1);
    cell.rows = integer_of(element, Attr::rowspan, 1, static_cast<std::int32_t>(max_rows), 1);
    cell.children = read_nested();
    if (cell.children.size() == 1 && cell.children[0].kind == BlockKind::paragraph) {
        Block paragraph = std::move(cell.children[0]);
        cell.children.pop_back();
        cell.text = std::move(paragraph.text);
        cell.id = std::move(paragraph.id);
        if (!paragraph.lang.empty()) cell.lang = std::move(paragraph.lang);
    }
    Blocks& row = table->children.back().children;
    std::int32_t room = max_columns;
    for (const Block& before : row) room -= before.columns;
    if (room <= 0) return source_.note(Code::list_cut, "td");
    if (cell.columns > room) cell.columns = room;
    row.push_back(std::move(cell));
}

}  // namespace longread
