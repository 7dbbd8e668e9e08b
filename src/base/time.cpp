#include "base/time.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::int64_t day_seconds = 86'400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes parts off the front of a text; once something does not fit, everything after fails too.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_[0]; }

    // Exactly that many digits, with a value from low to high.
    std::int32_t number(std::size_t digits, std::int32_t low, std::int32_t high) {
        std::int32_t value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!is_digit(peek())) return fail();
            value = value * 10 + (rest_[0] - '0');
            rest_.remove_prefix(1);
        }
        return value < low || value > high ? fail() : value;
    }

    bool take(char c) {
        if (peek() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void expect(char c) {
        if (!take(c)) fail();
    }

    std::int32_t fail() {
        ok_ = false;
        rest_ = {};
        return 0;
    }

  private:
    std::string_view rest_;
    bool ok_ = true;
};

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Days since 1970-01-01. Years are counted from March, so that a leap day ends its year; 400 years are one
// cycle.
std::int64_t days_of(const CivilDate& date) {
    const std::int64_t year = date.month > 2 ? date.year : date.year - 1;
    const std::int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    const std::int64_t leap_days = year / 4 - year / 100 + year / 400;
    return year * 365 + leap_days + (month * 153 + 2) / 5 + date.day - 1 - 719'468;
}

// Seconds since 1970 on the clock of the timestamp's own zone, kept within the years 0001 to 9999.
std::int64_t local_seconds(const Timestamp& time) {
    const std::int64_t first = days_of({1, 1, 1}) * day_seconds;
    const std::int64_t last = days_of({9999, 12, 31}) * day_seconds + day_seconds - 1;
    const auto clamp = [=](std::int64_t s) { return s < first ? first : s > last ? last : s; };
    return clamp(clamp(time.seconds) + std::int64_t{time.offset_minutes} * 60);
}

// Hours, minutes, seconds and a fraction; the seconds may be missing.
std::int32_t scan_clock(Scanner& scan) {
    std::int32_t seconds = scan.number(2, 0, 23) * 3600;
    scan.expect(':');
    seconds += scan.number(2, 0, 59) * 60;
    if (!scan.take(':')) return seconds;
    const std::int32_t last = scan.number(2, 0, 60);
    seconds += last < 60 ? last : 59;  // a leap second
    if (scan.take('.') || scan.take(',')) {
        scan.number(1, 0, 9);
        while (is_digit(scan.peek())) scan.number(1, 0, 9);
    }
    return seconds;
}

// "Z", "+02:00", "+0200", "+02" or nothing.
std::int32_t scan_zone(Scanner& scan) {
    scan.take(' ');
    if (scan.at_end() || scan.take('Z') || scan.take('z')) return 0;
    const bool west = scan.take('-');
    if (!west) scan.expect('+');
    std::int32_t minutes = scan.number(2, 0, 23) * 60;
    if (scan.take(':') || !scan.at_end()) minutes += scan.number(2, 0, 59);
    return west ? -minutes : minutes;
}

void append_padded(TextBuffer& out, std::int64_t value, std::size_t width) {
    const Decimal decimal(value);
    const std::string_view digits = decimal;
    for (std::size_t i = digits.size(); i < width; ++i) out += '0';
    out += digits;
}

}  // namespace

std::optional<Timestamp> parse_time(std::string_view text) {
    Scanner scan(trim(text));
    CivilDate date;
    date.year = scan.number(4, 1, 9999);
    scan.expect('-');
    date.month = scan.number(2, 1, 12);
    scan.expect('-');
    date.day = scan.number(2, 1, days_in_month(date.year, date.month));
    if (!scan.ok()) return std::nullopt;

    Timestamp time;
    time.seconds = days_of(date) * day_seconds;
    if (scan.at_end()) return time;
    if (!scan.take('T') && !scan.take('t')) scan.expect(' ');
    time.has_time = true;
    time.seconds += scan_clock(scan);
    time.offset_minutes = scan_zone(scan);
    time.seconds -= std::int64_t{time.offset_minutes} * 60;
    if (!scan.ok() || !scan.at_end()) return std::nullopt;
    return time;
}

CivilDate civil_date(const Timestamp& time) {
    // The inverse of days_of, from 0000-03-01 on; everything is positive within our years.
    const std::int64_t seconds = local_seconds(time) + 719'468 * day_seconds;
    const std::int64_t days = seconds / day_seconds;
    const std::int64_t cycle = days / 146'097;
    const std::int64_t of_cycle = days % 146'097;
    const std::int64_t year = (of_cycle - of_cycle / 1460 + of_cycle / 36'524 - of_cycle / 146'096) / 365;
    const std::int64_t of_year = of_cycle - (365 * year + year / 4 - year / 100);
    const std::int64_t month = (5 * of_year + 2) / 153;
    CivilDate date;
    date.day = static_cast<std::int32_t>(of_year - (153 * month + 2) / 5 + 1);
    date.month = static_cast<std::int32_t>(month < 10 ? month + 3 : month - 9);
    date.year = static_cast<std::int32_t>(year + cycle * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

void append_machine_time(TextBuffer& out, const Timestamp& time) {
    const CivilDate date = civil_date(time);
    append_padded(out, date.year, 4);
    out += '-';
    append_padded(out, date.month, 2);
    out += '-';
    append_padded(out, date.day, 2);
    if (!time.has_time) return;

    const std::int64_t of_day = (local_seconds(time) + 719'468 * day_seconds) % day_seconds;
    out += 'T';
    append_padded(out, of_day / 3600, 2);
    out += ':';
    append_padded(out, of_day / 60 % 60, 2);
    out += ':';
    append_padded(out, of_day % 60, 2);
    if (time.offset_minutes == 0) {
        out += 'Z';
        return;
    }
    const std::int32_t offset = time.offset_minutes < 0 ? -time.offset_minutes : time.offset_minutes;
    out += time.offset_minutes < 0 ? '-' : '+';
    append_padded(out, offset / 60, 2);
    out += ':';
    append_padded(out, offset % 60, 2);
}

}  // namespace longread
