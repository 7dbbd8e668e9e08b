#include "read/formats/find_any.h"

#include "base/text.h"

namespace longread {
namespace {

bool says_something(JsonValue value) {
    if (value.is(JsonKind::array) || value.is(JsonKind::object)) return !value.is_empty();
    return value.is(JsonKind::boolean) || !value.text().empty();
}

}  // namespace

JsonValue find_any(JsonValue object, std::string_view names) {
    while (!names.empty()) {
        const JsonValue value = object.find(take_word(names));
        if (says_something(value)) return value;
    }
    return {};
}

bool find_word(std::string_view list, std::string_view word) {
    return !word.empty() && word_index(list, word) >= 0;
}

std::string_view find_pair(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const bool is_it = take_word(list) == word;
        const std::string_view second = take_word(list);
        if (is_it) return second;
    }
    return {};
}

}  // namespace longread
