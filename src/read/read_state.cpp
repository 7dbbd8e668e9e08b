#include "read/read_state.h"

#include <optional>

#include "base/json.h"

namespace longread {
namespace {

constexpr std::int64_t last_day = 2'932'896;  // 9999-12-31

std::optional<std::uint32_t> read_key(std::string_view digits) {
    if (digits.size() != 8) return std::nullopt;
    std::uint32_t key = 0;
    for (const char digit : digits) {
        const std::size_t value = std::string_view("0123456789abcdef").find(digit);
        if (value == std::string_view::npos) return std::nullopt;
        key = key << 4U | static_cast<std::uint32_t>(value);
    }
    return key;
}

}  // namespace

ReaderState read_state(std::string_view source, Arena& arena) {
    ReaderState state;
    JsonLimits limits;
    limits.bytes = most_state_bytes;
    const Result<JsonDocument> document = parse_json(source, arena, limits);
    if (!document || document->root().find("longread").integer() != 1) return state;
    const JsonValue read = document->root().find("read");
    if (!read.is(JsonKind::object)) return state;
    std::size_t count = 0;
    for ([[maybe_unused]] const JsonValue entry : read) ++count;
    for (const JsonValue entry : read) {
        const std::optional<std::uint32_t> key = read_key(entry.key());
        const bool is_day =
            entry.is(JsonKind::integer) && entry.integer() >= 0 && entry.integer() <= last_day;
        const bool is_new_enough = count-- <= most_read_stories;
        if (key && is_day && is_new_enough)
            state.read.add({*key, static_cast<std::int32_t>(entry.integer())}, arena);
    }
    return state;
}

}  // namespace longread
