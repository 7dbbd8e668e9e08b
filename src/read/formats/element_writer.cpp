#include "read/formats/element_writer.h"

#include "base/text.h"
#include "read/formats/find_any.h"

namespace longread {

void ElementWriter::write_part(char /*which*/, JsonValue /*value*/) {}

void ElementWriter::write_all(JsonValue elements) {
    if (!elements.is(JsonKind::array)) {
        if (elements.is(JsonKind::object)) write(elements);
        return;
    }
    for (const JsonValue element : elements) write(element);
}

void ElementWriter::write_value(JsonValue value, std::string_view place) {
    const std::size_t equals = place.find('=');
    const std::string_view paths = place.substr(1);
    switch (place[0]) {
        case '!': html_.fragment(find_any_of(value, paths).text()); break;
        case '=': html_.text(to_.plain(find_any_of(value, paths))); break;
        case '#': html_.markup(heading_tag(find_any_of(value, paths).text())); break;
        case '*': write_all(find_any_of(value, paths)); break;
        case '+':
            for (const JsonValue item : find_any_of(value, paths)) {
                // A list among the items belongs to the one before it.
                const bool is_item = find_text(item, "type") != "list";
                if (is_item) html_.markup("<li>");
                write(item);
                if (is_item) html_.markup("</li>");
            }
            break;
        case '@': write_part(place[1], value); break;
        default:
            if (equals == std::string_view::npos) return html_.lines(find_any_of(value, place).text());
            html_.attribute(place.substr(0, equals), find_any_of(value, place.substr(equals + 1)).text());
    }
}

void ElementWriter::write_text_pattern(JsonValue value, std::string_view pattern) {
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        html_.markup(pattern.substr(0, open));
        if (open == std::string_view::npos) return;
        const std::size_t close = pattern.find('}', open);
        write_value(value, pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
}

void ElementWriter::write_pattern(JsonValue value, const char* pattern) {
    write_text_pattern(value, pattern);
}

char ElementWriter::write_by(const char* table, std::string_view name, JsonValue value) {
    std::string_view rest = table;
    while (!rest.empty() && !name.empty()) {
        const std::size_t bar = rest.find('|');
        const std::size_t end = rest.find('\n', bar);
        if (has_word(rest.substr(0, bar), name)) {
            const std::string_view pattern = rest.substr(bar + 1, end - bar - 1);
            if (pattern.substr(0, 1) == "@") return pattern[1];
            write_text_pattern(value, pattern);
            return 0;
        }
        rest.remove_prefix(end + 1);
    }
    return '?';
}

void ElementWriter::write_row(JsonValue cells, const char* tag) {
    if (cells.is_empty()) return;
    html_.markup("<tr>");
    for (const JsonValue cell : cells) {
        html_.open(tag);
        if (cell.is(JsonKind::object)) {
            write(cell);
        } else {
            html_.fragment(cell.text());
        }
        html_.close(tag);
    }
    html_.markup("</tr>");
}

}  // namespace longread
