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

// A whole number of the document, if it lies between these bounds.
std::optional<std::int64_t> read_number(JsonValue value, std::int64_t least, std::int64_t most) {
    const bool fits = value.is(JsonKind::integer) && value.integer() >= least && value.integer() <= most;
    if (!fits) return std::nullopt;
    return value.integer();
}

// What was written is of years in which it may have been (is_asking_time).
constexpr std::int64_t first_minute = 28'928'160;  // 2025-01-01T00:00Z
constexpr std::int64_t last_minute = 68'374'079;   // 2099-12-31T23:59Z
constexpr std::int64_t most_hash = 0xFFFFFFFF;

std::optional<std::int64_t> read_minute(JsonValue value) {
    return read_number(value, first_minute, last_minute);
}

// Of a member of another type, nothing.
JsonValue find_member(JsonValue root, const char* key, JsonKind kind) {
    const JsonValue value = root.find(key);
    return value.is(kind) ? value : JsonValue();
}

// How many of the first entries are too many.
std::size_t count_surplus(JsonValue list, std::size_t most) {
    std::size_t count = 0;
    for ([[maybe_unused]] const JsonValue entry : list) ++count;
    return count > most ? count - most : 0;
}

List<ReadStory> read_stories(JsonValue list, Arena& arena) {
    List<ReadStory> stories;
    std::size_t surplus = count_surplus(list, most_read_stories);
    for (const JsonValue entry : list) {
        const std::optional<std::uint32_t> key = read_key(entry.key());
        const auto day = read_number(entry, 0, last_day);
        if (surplus > 0) {
            --surplus;
        } else if (key && day) {
            stories.add({*key, static_cast<std::int32_t>(*day)}, arena);
        }
    }
    return stories;
}

// Mondays only, in order.
std::optional<std::int32_t> read_monday(std::string_view digits, const List<ReadWeek>& before) {
    std::int32_t monday = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9' || monday > last_day) return std::nullopt;
        monday = monday * 10 + (c - '0');
    }
    const bool is_monday = digits.size() == 5 && digits[0] != '0' && monday % 7 == 4;
    if (!is_monday || (!before.empty() && before.back().monday >= monday)) return std::nullopt;
    return monday;
}

List<ReadWeek> read_weeks(JsonValue list, Arena& arena) {
    List<ReadWeek> weeks;
    std::size_t surplus = count_surplus(list, most_weeks);
    for (const JsonValue entry : list) {
        const std::optional<std::int32_t> monday = read_monday(entry.key(), weeks);
        JsonValue number = entry.is(JsonKind::array) ? entry.first() : JsonValue();
        const auto count = read_number(number, 1, most_week_count);
        if (surplus > 0 || !monday || !count) {
            if (surplus > 0) --surplus;
            continue;
        }
        ReadWeek week{*monday, static_cast<std::uint16_t>(*count), {}};
        for (number = number.next(entry); number.exists(); number = number.next(entry)) {
            const auto tag = read_number(number, 0, 0xFFFF);
            number = number.next(entry);
            const auto times = read_number(number, 1, most_tag_count);
            if (tag && times && week.tags.size() < most_week_tags)
                week.tags.add({static_cast<std::uint16_t>(*tag), static_cast<std::uint16_t>(*times)}, arena);
        }
        weeks.add(week, arena);
    }
    return weeks;
}

List<AskEvent> read_asks(JsonValue list, Arena& arena) {
    List<AskEvent> asks;
    std::size_t surplus = count_surplus(list, most_asks);
    for (const JsonValue entry : list) {
        const JsonValue first = entry.is(JsonKind::array) ? entry.first() : JsonValue();
        const JsonValue second = first.next(entry);
        const auto minute = read_minute(first);
        const auto kind = read_number(second, 0, dismissed_mark + static_cast<std::int64_t>(AskKind::follow));
        const auto campaign = read_number(second.next(entry), 0, most_hash);
        const bool is_kind = kind && *kind % dismissed_mark <= static_cast<std::int64_t>(AskKind::follow);
        if (surplus > 0) {
            --surplus;
        } else if (minute && is_kind && campaign) {
            asks.add({*minute, static_cast<AskKind>(*kind % dismissed_mark),
                      static_cast<std::uint32_t>(*campaign), *kind >= dismissed_mark},
                     arena);
        }
    }
    return asks;
}

}  // namespace

ReaderState read_state(std::string_view source, Arena& arena) {
    ReaderState state;
    JsonLimits limits;
    limits.bytes = most_state_bytes;
    const Result<JsonDocument> document = parse_json(source, arena, limits);
    if (!document || document->root().find("longread").integer() != 1) return state;
    const JsonValue root = document->root();
    state.read = read_stories(find_member(root, "read", JsonKind::object), arena);
    state.asks = read_asks(find_member(root, "asks", JsonKind::array), arena);
    const JsonValue counts = root.find("counts");
    state.counts = !counts.is(JsonKind::boolean) || counts.boolean();
    if (state.counts) state.weeks = read_weeks(find_member(root, "weeks", JsonKind::object), arena);
    state.donated = read_minute(root.find("donated"));
    state.silent = read_minute(root.find("silent"));
    const JsonValue lists = find_member(root, "subscribed", JsonKind::array);
    std::size_t surplus = count_surplus(lists, most_lists);
    for (const JsonValue list : lists) {
        const auto hash = read_number(list, 0, most_hash);
        if (surplus > 0) {
            --surplus;
        } else if (hash) {
            state.subscribed.add(static_cast<std::uint32_t>(*hash), arena);
        }
    }
    if (const auto draw = read_number(root.find("draw"), 0, draws - 1))
        state.draw = static_cast<std::uint32_t>(*draw);
    return state;
}

}  // namespace longread
