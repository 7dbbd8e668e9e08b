#include "read/formats/write_fields.h"

#include "base/text.h"
#include "read/formats/find_any.h"

namespace longread {
namespace {

struct Line {
    std::string_view name;
    char sign = 0;
    std::string_view paths;
};

Line take_line(std::string_view& table) {
    const std::size_t end = table.find('\n');
    const std::string_view text = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    const std::size_t sign = text.find_first_of("=!#*");
    return {text.substr(0, sign), text[sign], text.substr(sign + 1)};
}

// 0 for what is no whole number of pixels.
std::int64_t pixels(std::string_view text) {
    if (text.size() > 6) return 0;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

void write_words(const Line& line, JsonValue value, Converter& to) {
    const std::size_t colon = line.paths.find(':');
    const JsonValue list = find_any_of(value, line.paths.substr(0, colon));
    const auto write_word = [&](JsonValue item) {
        if (item.is(JsonKind::object) && colon != std::string_view::npos) {
            item = find_any_of(item, line.paths.substr(colon + 1));
        }
        if (!item.text().empty()) to.out().element(item.text());
    };
    to.out().begin_array(line.name);
    if (list.is(JsonKind::array)) {
        for (const JsonValue item : list) write_word(item);
    } else {
        write_word(list);
    }
    to.out().end_array();
}

bool has_first(JsonValue value, std::string_view table) {
    return !find_any_of(value, take_line(table).paths).text().empty();
}

}  // namespace

void write_fields(JsonValue value, const char* table, Converter& to) {
    std::string_view rest = table;
    while (!rest.empty()) {
        const Line line = take_line(rest);
        if (line.sign == '*') {
            write_words(line, value, to);
            continue;
        }
        const JsonValue found = find_any_of(value, line.paths);
        if (line.sign == '=') to.text(line.name, found);
        if (line.sign == '!') to.plain(line.name, found);
        const std::int64_t number = line.sign == '#' ? pixels(found.text()) : 0;
        if (number > 0) to.out().member(line.name, number);
    }
}

void write_object(const char* member, JsonValue value, const char* table, Converter& to) {
    if (!has_first(value, table)) return;
    to.out().begin_object(member);
    write_fields(value, table, to);
    to.out().end_object();
}

void write_objects(const char* member, JsonValue list, const char* table, Converter& to) {
    to.out().begin_array(member);
    for (const JsonValue item : list) {
        if (item.is(JsonKind::string)) {
            to.out().element(item.text());
        } else if (has_first(item, table)) {
            write_object("", item, table, to);
        } else {
            std::string_view rest = table;
            to.note(Code::missing_field, item, take_line(rest).name);
        }
    }
    to.out().end_array();
}

void write_body(std::string_view html, JsonValue place, bool has_title, Converter& to) {
    constexpr std::size_t tag_size = 4;  // of <h2>
    const std::size_t end = html.find("</h");
    const bool is_heading =
        html.substr(0, 2) == "<h" && html.substr(3, 1) == ">" && end != std::string_view::npos;
    if (!has_title && is_heading && html.size() > end + tag_size + 1) {
        const std::string_view title = to.words_of(html.substr(tag_size, end - tag_size), place);
        if (!title.empty()) to.out().member("title", title);
        html.remove_prefix(end + tag_size + 1);
    }
    to.html_body(html, place);
}

}  // namespace longread
