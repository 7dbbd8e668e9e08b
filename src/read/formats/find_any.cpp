#include "read/formats/find_any.h"

#include "base/text.h"

namespace longread {
namespace {

bool says_something(JsonValue value) {
    if (value.is(JsonKind::array) || value.is(JsonKind::object)) return !value.is_empty();
    return value.is(JsonKind::boolean) || !value.text().empty();
}

JsonValue follow(JsonValue value, std::string_view path) {
    while (!path.empty() && value.exists()) {
        const std::size_t end = path.find('.');
        const std::string_view step = path.substr(0, end);
        path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
        value = step == "0" ? value.first() : value.find(step);
    }
    return value;
}

}  // namespace

JsonValue find_any_of(JsonValue value, std::string_view paths) {
    while (!paths.empty()) {
        const JsonValue found = follow(value, take_word(paths));
        if (says_something(found)) return found;
    }
    return {};
}

JsonValue find_any(JsonValue value, const char* paths) { return find_any_of(value, paths); }

JsonValue find_member(JsonValue value, const char* name) { return value.find(name); }

std::string_view find_text(JsonValue value, const char* paths) { return find_any(value, paths).text(); }

bool find_word(std::string_view list, std::string_view word) {
    return !word.empty() && word_index(list, word) >= 0;
}

}  // namespace longread
