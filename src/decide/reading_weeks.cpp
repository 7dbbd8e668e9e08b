#include "decide/reading_weeks.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::int64_t day_seconds = 86'400;

// Where the week stands, or is put: the list is in order of time, though clocks are not.
ReadWeek& find_week(List<ReadWeek>& weeks, std::int32_t monday, Arena& arena) {
    std::size_t at = weeks.size();
    while (at > 0 && weeks[at - 1].monday >= monday) --at;
    if (at == weeks.size() || weeks[at].monday != monday) weeks.insert(at, {monday, 0, {}}, arena);
    return weeks[at];
}

void count_tag(List<TagCount>& tags, std::uint16_t tag, Arena& arena) {
    TagCount* place = nullptr;
    for (TagCount& known : tags) {
        if (known.tag == tag) {
            if (known.count < most_tag_count) ++known.count;
            return;
        }
        if (place == nullptr && known.count == 1) place = &known;
    }
    if (tags.size() < most_week_tags) {
        tags.add({tag, 1}, arena);
    } else if (place != nullptr) {
        *place = {tag, 1};
    }
}

}  // namespace

std::int32_t local_day(const Timestamp& time) {
    const std::int64_t seconds = time.seconds + std::int64_t{time.offset_minutes} * 60;
    const std::int64_t days = seconds / day_seconds;
    return static_cast<std::int32_t>(seconds % day_seconds < 0 ? days - 1 : days);
}

std::int32_t monday_of(const Timestamp& time) {
    const std::int32_t day = local_day(time);
    const std::int32_t since_monday = (day % 7 + 10) % 7;  // day 0 was a Thursday
    return day - since_monday;
}

std::uint16_t hash_tag(std::string_view tag) {
    TextBuffer lower;
    append_lower_ascii(lower, tag);
    return static_cast<std::uint16_t>(hash_address(lower));
}

void count_article(List<ReadWeek>& weeks, std::int32_t monday, const List<std::string_view>& tags,
                   Arena& arena) {
    List<ReadWeek> all;
    all.add_all(weeks, arena);
    ReadWeek& week = find_week(all, monday, arena);
    List<TagCount> counted;
    counted.add_all(week.tags, arena);
    for (std::size_t i = 0; i < tags.size(); ++i) {
        bool is_again = false;
        for (std::size_t before = 0; before < i; ++before)
            is_again = is_again || equals_ignoring_ascii_case(tags[before], tags[i]);
        if (!is_again) count_tag(counted, hash_tag(tags[i]), arena);
    }
    week.tags = counted;
    if (week.count < most_week_count) ++week.count;
    weeks.clear();
    for (std::size_t i = all.size() > most_weeks ? 1 : 0; i < all.size(); ++i) weeks.add(all[i], arena);
}

}  // namespace longread
