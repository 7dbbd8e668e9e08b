#include "base/time.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace longread {
namespace {

std::string machine_time(const Timestamp& time) {
    TextBuffer out;
    append_machine_time(out, time);
    return std::string(out.view());
}

// What a text is printed as after it was read; "none" where it is refused.
std::string reprint(std::string_view text) {
    const auto time = parse_time(text);
    return time ? machine_time(*time) : "none";
}

TEST(Time, ReadsDatesAlone) {
    const auto time = parse_time("2021-07-30");
    ASSERT_TRUE(time);
    EXPECT_EQ(time->seconds, 1'627'603'200);
    EXPECT_FALSE(time->has_time);
    EXPECT_EQ(reprint("2021-07-30"), "2021-07-30");
    EXPECT_EQ(reprint(" 2021-07-30\n"), "2021-07-30");
}

TEST(Time, KeepsTheZoneItWasWrittenIn) {
    const auto time = parse_time("2021-07-30T23:15:30-05:30");
    ASSERT_TRUE(time);
    EXPECT_EQ(time->seconds, 1'627'706'730);  // 2021-07-31T04:45:30Z
    EXPECT_EQ(time->offset_minutes, -330);
    EXPECT_TRUE(time->has_time);
    EXPECT_EQ(civil_date(*time).day, 30);
    EXPECT_EQ(machine_time(*time), "2021-07-30T23:15:30-05:30");
}

TEST(Time, ReadsTheLooserForms) {
    EXPECT_EQ(reprint("2021-07-30T09:15:00Z"), "2021-07-30T09:15:00Z");
    EXPECT_EQ(reprint("2021-07-30t09:15:00z"), "2021-07-30T09:15:00Z");
    EXPECT_EQ(reprint("2021-07-30 09:15"), "2021-07-30T09:15:00Z");
    EXPECT_EQ(reprint("2021-07-30T09:15:07.123456789Z"), "2021-07-30T09:15:07Z");
    EXPECT_EQ(reprint("2021-07-30T09:15:07,5Z"), "2021-07-30T09:15:07Z");
    EXPECT_EQ(reprint("2021-07-30 09:15 +0200"), "2021-07-30T09:15:00+02:00");
    EXPECT_EQ(reprint("2021-07-30T09:15+02"), "2021-07-30T09:15:00+02:00");
    EXPECT_EQ(reprint("2021-07-30T09:15:00-00:00"), "2021-07-30T09:15:00Z");
    EXPECT_EQ(reprint("2016-12-31T23:59:60Z"), "2016-12-31T23:59:59Z");
}

TEST(Time, KnowsTheCalendar) {
    EXPECT_NE(reprint("2000-02-29"), "none");
    EXPECT_NE(reprint("2024-02-29"), "none");
    EXPECT_EQ(reprint("1900-02-29"), "none");
    EXPECT_EQ(reprint("2023-02-29"), "none");
    EXPECT_EQ(reprint("2021-04-31"), "none");
    EXPECT_EQ(reprint("2021-13-01"), "none");
    EXPECT_EQ(reprint("2021-00-01"), "none");
    EXPECT_EQ(reprint("2021-01-00"), "none");
    EXPECT_EQ(reprint("0000-01-01"), "none");
    EXPECT_EQ(reprint("0001-01-01"), "0001-01-01");
    EXPECT_EQ(reprint("9999-12-31T23:59:59Z"), "9999-12-31T23:59:59Z");
    EXPECT_EQ(parse_time("1970-01-01")->seconds, 0);
    EXPECT_EQ(parse_time("1969-12-31T23:59:59Z")->seconds, -1);
    EXPECT_EQ(parse_time("0001-01-01")->seconds, -62'135'596'800);
    EXPECT_EQ(parse_time("9999-12-31")->seconds, 253'402'214'400);
}

TEST(Time, RefusesWhatIsNoDate) {
    for (const char* text : {"",
                             " ",
                             "yesterday",
                             "30.07.2021",
                             "2021",
                             "2021-07",
                             "2021-7-30",
                             "21-07-30",
                             "20210730",
                             "2021/07/30",
                             "2021-07-30T",
                             "2021-07-30T9:15Z",
                             "2021-07-30T24:00:00Z",
                             "2021-07-30T09:60Z",
                             "2021-07-30T09:15:61Z",
                             "2021-07-30T09:15:00.Z",
                             "2021-07-30T09:15:00Q",
                             "2021-07-30T09:15:00+2",
                             "2021-07-30T09:15:00+02:60",
                             "2021-07-30T09:15:00+24:00",
                             "2021-07-30T09:15:00+02:00x",
                             "2021-07-30x",
                             "2021-07-30T09",
                             "-2021-07-30",
                             "12021-07-30",
                             "2021-07-3०",
                             "2021-07-30T09:15:00 +02:00 CEST",
                             "2021-07-30T09:15:00++02:00"}) {
        EXPECT_EQ(reprint(text), "none") << text;
    }
    EXPECT_EQ(reprint(std::string_view("2021-07-30\0", 11)), "none");
}

// Day after day through two cycles of the calendar, against counting by hand.
TEST(Time, EveryDayFollowsTheOneBefore) {
    Timestamp time = *parse_time("1601-01-01");
    CivilDate expected{1601, 1, 1};
    const std::int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int i = 0; i < 2 * 146'097; ++i, time.seconds += 86'400) {
        const CivilDate date = civil_date(time);
        ASSERT_EQ(date.year, expected.year);
        ASSERT_EQ(date.month, expected.month);
        ASSERT_EQ(date.day, expected.day);
        ASSERT_EQ(parse_time(machine_time(time)), time);
        const bool leap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0);
        const std::int32_t length = lengths[expected.month - 1] + (leap && expected.month == 2 ? 1 : 0);
        if (++expected.day > length) expected = {expected.year, expected.month + 1, 1};
        if (expected.month > 12) expected = {expected.year + 1, 1, 1};
    }
}

TEST(Time, StaysWithinItsYearsWhateverItIsGiven) {
    Timestamp time;
    time.has_time = true;
    time.seconds = std::numeric_limits<std::int64_t>::max();
    time.offset_minutes = std::numeric_limits<std::int32_t>::max();
    EXPECT_EQ(civil_date(time).year, 9999);
    time.seconds = std::numeric_limits<std::int64_t>::min();
    time.offset_minutes = -1439;
    EXPECT_EQ(civil_date(time).year, 1);
    EXPECT_EQ(machine_time(time), "0001-01-01T00:00:00-23:59");
}

}  // namespace
}  // namespace longread
