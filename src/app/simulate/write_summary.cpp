#include <algorithm>

#include "app/simulate/figures.h"

namespace longread {
namespace {

// In code points.
std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

void append_cell(std::string& line, std::string text, std::size_t width, bool is_number) {
    const std::string room(width - width_of(text), ' ');
    // So that a document cannot command a terminal, nor write lines of its own.
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = ' ';
    }
    line += is_number ? room + text : text + room;
}

void append_row(std::string& out, const FigureTable& table, const std::vector<std::string>& row,
                const std::vector<std::size_t>& widths) {
    std::string line = " ";
    for (std::size_t i = 0; i < row.size(); ++i) {
        line += i == 0 ? " " : "  ";
        append_cell(line, row[i], widths[i], i >= table.text_columns);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
}

void append_table(std::string& out, const FigureTable& table) {
    out += table.title + (table.note.empty() ? "" : ": " + table.note) + "\n";
    std::vector<std::size_t> widths;
    for (const std::string& name : table.columns) widths.push_back(width_of(name));
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    // A table of two columns says enough by itself.
    if (table.columns.size() > 2 && !table.rows.empty()) append_row(out, table, table.columns, widths);
    for (const auto& row : table.rows) append_row(out, table, row, widths);
}

}  // namespace

std::string write_summary(const std::vector<FigureTable>& figures) {
    std::string out;
    for (const FigureTable& table : figures) {
        if (table.only_in_report) continue;
        if (!out.empty()) out += "\n";
        append_table(out, table);
    }
    return out;
}

}  // namespace longread
