#include "read/formats/foreign_time.h"

#include "base/text.h"

namespace longread {
namespace {

std::string_view take_part(std::string_view& rest) {
    rest = trim(rest);
    const std::string_view part = rest.substr(0, rest.find_first_of(" ,"));
    rest.remove_prefix(part.size());
    if (!rest.empty() && rest[0] == ',') rest.remove_prefix(1);
    return part;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// 1 to 12, or 0. Months may be written out.
int month_of(std::string_view name) {
    if (name.size() < 3) return 0;
    return word_index("jan feb mar apr may jun jul aug sep oct nov dec", name.substr(0, 3),
                      Letters::any_case) +
           1;
}

void put_two_digits(TextBuffer& out, std::string_view number) {
    if (number.size() < 2) out += '0';
    out += number;
}

// Hours, minutes and, where they are given, seconds.
void put_clock(TextBuffer& out, std::string_view clock) {
    out += 'T';
    if (clock.size() > 1 && clock[1] == ':') out += '0';
    out += clock;
    if (clock.find(':') == clock.rfind(':')) out += ":00";
}

// The offset of a zone that has a name. RFC 822 knows the American ones; all others count as UTC.
std::string_view offset_of(std::string_view zone) {
    constexpr std::string_view names = "EDT EST CDT CST MDT MST PDT PST CET CEST BST";
    constexpr std::string_view offsets[] = {"-04:00", "-05:00", "-05:00", "-06:00", "-06:00", "-07:00",
                                            "-07:00", "-08:00", "+01:00", "+02:00", "+01:00"};
    const int index = word_index(names, zone, Letters::any_case);
    return index < 0 ? "Z" : offsets[index];
}

constexpr std::size_t clock_end = 16;  // of "2024-11-08T10:36"

// Minutes of the day; of what is no time, some number.
int minutes_of(std::string_view time) {
    const auto digits = [&](std::size_t at) { return (time[at] - '0') * 10 + (time[at + 1] - '0'); };
    return digits(11) * 60 + digits(14);
}

}  // namespace

std::string_view join_times(std::string_view local, std::string_view utc, Arena& arena) {
    constexpr std::size_t day_size = 10;
    if (local.size() < clock_end || utc.size() < clock_end || utc.substr(0, 4) == "0000") {
        return utc.empty() || utc.substr(0, 4) == "0000" ? local : utc;
    }
    int offset = minutes_of(local) - minutes_of(utc);
    constexpr int day = 24 * 60;
    const int order = local.substr(0, day_size).compare(utc.substr(0, day_size));
    if (order != 0) offset += order < 0 ? -day : day;
    TextBuffer joined(local.substr(0, 19));
    joined += offset < 0 ? '-' : '+';
    if (offset < 0) offset = -offset;
    put_two_digits(joined, Decimal(offset / 60));
    joined += ':';
    put_two_digits(joined, Decimal(offset % 60));
    return arena.keep(joined);
}

std::string_view read_mail_time(std::string_view text, Arena& arena) {
    std::string_view rest = text;
    std::string_view day = take_part(rest);
    if (!is_number(day)) day = take_part(rest);
    const int month = month_of(take_part(rest));
    const std::string_view year = take_part(rest);
    if (!is_number(day) || day.size() > 2 || month == 0 || !is_number(year)) return trim(text);
    const std::string_view clock = take_part(rest);
    const std::string_view zone = take_part(rest);
    TextBuffer time;
    // Years of two digits: RFC 822 has no others, and there were no feeds before 1990.
    if (year.size() == 2) time += year[0] == '9' ? "19" : "20";
    time += year;
    time += '-';
    put_two_digits(time, Decimal(month));
    time += '-';
    put_two_digits(time, day);
    if (!clock.empty()) {
        put_clock(time, clock);
        const bool is_offset = !zone.empty() && (zone[0] == '+' || zone[0] == '-');
        time += is_offset ? zone : offset_of(zone);
    }
    return arena.keep(time);
}

}  // namespace longread
