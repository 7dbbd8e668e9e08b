#include "base/locale.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>

#include "base/money.h"

// The expected values of the tables below are those of ICU 78.2 with CLDR 48 (node 20, Intl), for en-US,
// es-ES, fr-FR, de-DE, ar-EG-u-nu-latn and ja-JP.

namespace longread {
namespace {

std::string date_text(const CivilDate& date, Language language) {
    TextBuffer out;
    append_date(out, date, language);
    return std::string(out.view());
}

std::string number_text(std::int64_t n, Language language) {
    TextBuffer out;
    append_number(out, n, language);
    return std::string(out.view());
}

std::string money_text(std::int64_t units, std::string_view currency, Language language) {
    TextBuffer out;
    append_money(out, units, currency, language);
    return std::string(out.view());
}

TEST(Locale, FindsTheLanguageByItsPrimarySubtag) {
    EXPECT_EQ(find_language("de"), Language::de);
    EXPECT_EQ(find_language("de-AT"), Language::de);
    EXPECT_EQ(find_language("FR_ca"), Language::fr);
    EXPECT_EQ(find_language("ja-Hira-JP"), Language::ja);
    EXPECT_EQ(find_language("ar-EG"), Language::ar);
    EXPECT_EQ(find_language("es-419"), Language::es);
    EXPECT_EQ(find_language("en-GB"), Language::en);
    EXPECT_EQ(find_language("ast"), Language::en);
    EXPECT_EQ(find_language("deu"), Language::en);
    EXPECT_EQ(find_language("x-de"), Language::en);
    EXPECT_EQ(find_language(""), Language::en);
    EXPECT_EQ(find_language("-"), Language::en);
}

TEST(Locale, KnowsWhatRunsRightToLeft) {
    for (const char* tag : {"ar", "AR-eg", "fa", "he", "iw", "ur-PK", "ug", "ps", "sd", "yi", "dv", "ckb",
                            "az-Arab", "pa-Arab-PK", "en-Hebr", "ku_arab"}) {
        EXPECT_TRUE(is_right_to_left(tag)) << tag;
    }
    for (const char* tag : {"", "en", "de-DE", "ja", "ar-Latn", "ug-Cyrl", "sd-Deva", "az", "ku", "arn",
                            "hebr", "en-x-arab", "de-1996"}) {
        EXPECT_FALSE(is_right_to_left(tag)) << tag;
    }
}

struct DateCase {
    CivilDate date;
    Language language;
    std::string_view expected;
};
const DateCase dates[] = {
    {{1999, 1, 30}, Language::en, "January 30, 1999"},
    {{2000, 2, 11}, Language::en, "February 11, 2000"},
    {{2024, 3, 29}, Language::en, "March 29, 2024"},
    {{2021, 4, 1}, Language::en, "April 1, 2021"},
    {{1999, 5, 30}, Language::en, "May 30, 1999"},
    {{2000, 6, 11}, Language::en, "June 11, 2000"},
    {{2024, 7, 29}, Language::en, "July 29, 2024"},
    {{2021, 8, 1}, Language::en, "August 1, 2021"},
    {{1999, 9, 30}, Language::en, "September 30, 1999"},
    {{2000, 10, 11}, Language::en, "October 11, 2000"},
    {{2024, 11, 29}, Language::en, "November 29, 2024"},
    {{2021, 12, 1}, Language::en, "December 1, 2021"},
    {{1999, 1, 30}, Language::es, "30 de enero de 1999"},
    {{2000, 2, 11}, Language::es, "11 de febrero de 2000"},
    {{2024, 3, 29}, Language::es, "29 de marzo de 2024"},
    {{2021, 4, 1}, Language::es, "1 de abril de 2021"},
    {{1999, 5, 30}, Language::es, "30 de mayo de 1999"},
    {{2000, 6, 11}, Language::es, "11 de junio de 2000"},
    {{2024, 7, 29}, Language::es, "29 de julio de 2024"},
    {{2021, 8, 1}, Language::es, "1 de agosto de 2021"},
    {{1999, 9, 30}, Language::es, "30 de septiembre de 1999"},
    {{2000, 10, 11}, Language::es, "11 de octubre de 2000"},
    {{2024, 11, 29}, Language::es, "29 de noviembre de 2024"},
    {{2021, 12, 1}, Language::es, "1 de diciembre de 2021"},
    {{1999, 1, 30}, Language::fr, "30 janvier 1999"},
    {{2000, 2, 11}, Language::fr, "11 février 2000"},
    {{2024, 3, 29}, Language::fr, "29 mars 2024"},
    {{2021, 4, 1}, Language::fr, "1 avril 2021"},
    {{1999, 5, 30}, Language::fr, "30 mai 1999"},
    {{2000, 6, 11}, Language::fr, "11 juin 2000"},
    {{2024, 7, 29}, Language::fr, "29 juillet 2024"},
    {{2021, 8, 1}, Language::fr, "1 août 2021"},
    {{1999, 9, 30}, Language::fr, "30 septembre 1999"},
    {{2000, 10, 11}, Language::fr, "11 octobre 2000"},
    {{2024, 11, 29}, Language::fr, "29 novembre 2024"},
    {{2021, 12, 1}, Language::fr, "1 décembre 2021"},
    {{1999, 1, 30}, Language::de, "30. Januar 1999"},
    {{2000, 2, 11}, Language::de, "11. Februar 2000"},
    {{2024, 3, 29}, Language::de, "29. März 2024"},
    {{2021, 4, 1}, Language::de, "1. April 2021"},
    {{1999, 5, 30}, Language::de, "30. Mai 1999"},
    {{2000, 6, 11}, Language::de, "11. Juni 2000"},
    {{2024, 7, 29}, Language::de, "29. Juli 2024"},
    {{2021, 8, 1}, Language::de, "1. August 2021"},
    {{1999, 9, 30}, Language::de, "30. September 1999"},
    {{2000, 10, 11}, Language::de, "11. Oktober 2000"},
    {{2024, 11, 29}, Language::de, "29. November 2024"},
    {{2021, 12, 1}, Language::de, "1. Dezember 2021"},
    {{1999, 1, 30}, Language::ar, "30 يناير 1999"},
    {{2000, 2, 11}, Language::ar, "11 فبراير 2000"},
    {{2024, 3, 29}, Language::ar, "29 مارس 2024"},
    {{2021, 4, 1}, Language::ar, "1 أبريل 2021"},
    {{1999, 5, 30}, Language::ar, "30 مايو 1999"},
    {{2000, 6, 11}, Language::ar, "11 يونيو 2000"},
    {{2024, 7, 29}, Language::ar, "29 يوليو 2024"},
    {{2021, 8, 1}, Language::ar, "1 أغسطس 2021"},
    {{1999, 9, 30}, Language::ar, "30 سبتمبر 1999"},
    {{2000, 10, 11}, Language::ar, "11 أكتوبر 2000"},
    {{2024, 11, 29}, Language::ar, "29 نوفمبر 2024"},
    {{2021, 12, 1}, Language::ar, "1 ديسمبر 2021"},
    {{1999, 1, 30}, Language::ja, "1999年1月30日"},
    {{2000, 2, 11}, Language::ja, "2000年2月11日"},
    {{2024, 3, 29}, Language::ja, "2024年3月29日"},
    {{2021, 4, 1}, Language::ja, "2021年4月1日"},
    {{1999, 5, 30}, Language::ja, "1999年5月30日"},
    {{2000, 6, 11}, Language::ja, "2000年6月11日"},
    {{2024, 7, 29}, Language::ja, "2024年7月29日"},
    {{2021, 8, 1}, Language::ja, "2021年8月1日"},
    {{1999, 9, 30}, Language::ja, "1999年9月30日"},
    {{2000, 10, 11}, Language::ja, "2000年10月11日"},
    {{2024, 11, 29}, Language::ja, "2024年11月29日"},
    {{2021, 12, 1}, Language::ja, "2021年12月1日"},
};

TEST(Locale, DatesAreThoseOfCldr) {
    for (const DateCase& c : dates) EXPECT_EQ(date_text(c.date, c.language), c.expected);
}

struct NumberCase {
    std::int64_t number;
    Language language;
    std::string_view expected;
};
const NumberCase numbers[] = {
    {0, Language::en, "0"},
    {7, Language::en, "7"},
    {-5, Language::en, "-5"},
    {999, Language::en, "999"},
    {1000, Language::en, "1,000"},
    {1234, Language::en, "1,234"},
    {-1234, Language::en, "-1,234"},
    {9999, Language::en, "9,999"},
    {10000, Language::en, "10,000"},
    {12345, Language::en, "12,345"},
    {-98765, Language::en, "-98,765"},
    {123456, Language::en, "123,456"},
    {1234567, Language::en, "1,234,567"},
    {-1234567, Language::en, "-1,234,567"},
    {9007199254740991, Language::en, "9,007,199,254,740,991"},
    {0, Language::es, "0"},
    {7, Language::es, "7"},
    {-5, Language::es, "-5"},
    {999, Language::es, "999"},
    {1000, Language::es, "1000"},
    {1234, Language::es, "1234"},
    {-1234, Language::es, "-1234"},
    {9999, Language::es, "9999"},
    {10000, Language::es, "10.000"},
    {12345, Language::es, "12.345"},
    {-98765, Language::es, "-98.765"},
    {123456, Language::es, "123.456"},
    {1234567, Language::es, "1.234.567"},
    {-1234567, Language::es, "-1.234.567"},
    {9007199254740991, Language::es, "9.007.199.254.740.991"},
    {0, Language::fr, "0"},
    {7, Language::fr, "7"},
    {-5, Language::fr, "-5"},
    {999, Language::fr, "999"},
    {1000, Language::fr, "1\u202F000"},
    {1234, Language::fr, "1\u202F234"},
    {-1234, Language::fr, "-1\u202F234"},
    {9999, Language::fr, "9\u202F999"},
    {10000, Language::fr, "10\u202F000"},
    {12345, Language::fr, "12\u202F345"},
    {-98765, Language::fr, "-98\u202F765"},
    {123456, Language::fr, "123\u202F456"},
    {1234567, Language::fr, "1\u202F234\u202F567"},
    {-1234567, Language::fr, "-1\u202F234\u202F567"},
    {9007199254740991, Language::fr, "9\u202F007\u202F199\u202F254\u202F740\u202F991"},
    {0, Language::de, "0"},
    {7, Language::de, "7"},
    {-5, Language::de, "-5"},
    {999, Language::de, "999"},
    {1000, Language::de, "1.000"},
    {1234, Language::de, "1.234"},
    {-1234, Language::de, "-1.234"},
    {9999, Language::de, "9.999"},
    {10000, Language::de, "10.000"},
    {12345, Language::de, "12.345"},
    {-98765, Language::de, "-98.765"},
    {123456, Language::de, "123.456"},
    {1234567, Language::de, "1.234.567"},
    {-1234567, Language::de, "-1.234.567"},
    {9007199254740991, Language::de, "9.007.199.254.740.991"},
    {0, Language::ar, "0"},
    {7, Language::ar, "7"},
    {-5, Language::ar, "\u200E-5"},
    {999, Language::ar, "999"},
    {1000, Language::ar, "1,000"},
    {1234, Language::ar, "1,234"},
    {-1234, Language::ar, "\u200E-1,234"},
    {9999, Language::ar, "9,999"},
    {10000, Language::ar, "10,000"},
    {12345, Language::ar, "12,345"},
    {-98765, Language::ar, "\u200E-98,765"},
    {123456, Language::ar, "123,456"},
    {1234567, Language::ar, "1,234,567"},
    {-1234567, Language::ar, "\u200E-1,234,567"},
    {9007199254740991, Language::ar, "9,007,199,254,740,991"},
    {0, Language::ja, "0"},
    {7, Language::ja, "7"},
    {-5, Language::ja, "-5"},
    {999, Language::ja, "999"},
    {1000, Language::ja, "1,000"},
    {1234, Language::ja, "1,234"},
    {-1234, Language::ja, "-1,234"},
    {9999, Language::ja, "9,999"},
    {10000, Language::ja, "10,000"},
    {12345, Language::ja, "12,345"},
    {-98765, Language::ja, "-98,765"},
    {123456, Language::ja, "123,456"},
    {1234567, Language::ja, "1,234,567"},
    {-1234567, Language::ja, "-1,234,567"},
    {9007199254740991, Language::ja, "9,007,199,254,740,991"},
};

TEST(Locale, NumbersAreThoseOfCldr) {
    for (const NumberCase& c : numbers) EXPECT_EQ(number_text(c.number, c.language), c.expected);
    EXPECT_EQ(number_text(std::numeric_limits<std::int64_t>::min(), Language::en),
              "-9,223,372,036,854,775,808");
}

struct MoneyCase {
    std::int64_t units;
    std::string_view currency;
    Language language;
    std::string_view expected;
};
const MoneyCase amounts[] = {
    {25, "USD", Language::en, "$25"},
    {25, "EUR", Language::en, "€25"},
    {1234, "EUR", Language::en, "€1,234"},
    {-12345, "EUR", Language::en, "-€12,345"},
    {25, "GBP", Language::en, "£25"},
    {5000, "JPY", Language::en, "¥5,000"},
    {25, "CHF", Language::en, "CHF\u00A025"},
    {25, "CAD", Language::en, "CA$25"},
    {25, "AUD", Language::en, "A$25"},
    {50, "BRL", Language::en, "R$50"},
    {50, "INR", Language::en, "₹50"},
    {50, "CNY", Language::en, "CN¥50"},
    {50, "SEK", Language::en, "SEK\u00A050"},
    {50, "ILS", Language::en, "₪50"},
    {-50, "USD", Language::en, "-$50"},
    {-50, "CHF", Language::en, "-CHF\u00A050"},
    {50, "EGP", Language::en, "EGP\u00A050"},
    {50, "MXN", Language::en, "MX$50"},
    {50, "UAH", Language::en, "UAH\u00A050"},
    {25, "USD", Language::es, "25\u00A0US$"},
    {25, "EUR", Language::es, "25\u00A0€"},
    {1234, "EUR", Language::es, "1234\u00A0€"},
    {-12345, "EUR", Language::es, "-12.345\u00A0€"},
    {25, "GBP", Language::es, "25\u00A0GBP"},
    {5000, "JPY", Language::es, "5000\u00A0JPY"},
    {25, "CHF", Language::es, "25\u00A0CHF"},
    {25, "CAD", Language::es, "25\u00A0CAD"},
    {25, "AUD", Language::es, "25\u00A0AUD"},
    {50, "BRL", Language::es, "50\u00A0BRL"},
    {50, "INR", Language::es, "50\u00A0INR"},
    {50, "CNY", Language::es, "50\u00A0CNY"},
    {50, "SEK", Language::es, "50\u00A0SEK"},
    {50, "ILS", Language::es, "50\u00A0ILS"},
    {-50, "USD", Language::es, "-50\u00A0US$"},
    {-50, "CHF", Language::es, "-50\u00A0CHF"},
    {50, "EGP", Language::es, "50\u00A0EGP"},
    {50, "MXN", Language::es, "50\u00A0MXN"},
    {50, "UAH", Language::es, "50\u00A0UAH"},
    {25, "USD", Language::fr, "25\u00A0$US"},
    {25, "EUR", Language::fr, "25\u00A0€"},
    {1234, "EUR", Language::fr, "1\u202F234\u00A0€"},
    {-12345, "EUR", Language::fr, "-12\u202F345\u00A0€"},
    {25, "GBP", Language::fr, "25\u00A0£GB"},
    {5000, "JPY", Language::fr, "5\u202F000\u00A0JPY"},
    {25, "CHF", Language::fr, "25\u00A0CHF"},
    {25, "CAD", Language::fr, "25\u00A0$CA"},
    {25, "AUD", Language::fr, "25\u00A0$AU"},
    {50, "BRL", Language::fr, "50\u00A0R$"},
    {50, "INR", Language::fr, "50\u00A0₹"},
    {50, "CNY", Language::fr, "50\u00A0CNY"},
    {50, "SEK", Language::fr, "50\u00A0SEK"},
    {50, "ILS", Language::fr, "50\u00A0₪"},
    {-50, "USD", Language::fr, "-50\u00A0$US"},
    {-50, "CHF", Language::fr, "-50\u00A0CHF"},
    {50, "EGP", Language::fr, "50\u00A0EGP"},
    {50, "MXN", Language::fr, "50\u00A0$MX"},
    {50, "UAH", Language::fr, "50\u00A0UAH"},
    {25, "USD", Language::de, "25\u00A0$"},
    {25, "EUR", Language::de, "25\u00A0€"},
    {1234, "EUR", Language::de, "1.234\u00A0€"},
    {-12345, "EUR", Language::de, "-12.345\u00A0€"},
    {25, "GBP", Language::de, "25\u00A0£"},
    {5000, "JPY", Language::de, "5.000\u00A0¥"},
    {25, "CHF", Language::de, "25\u00A0CHF"},
    {25, "CAD", Language::de, "25\u00A0CA$"},
    {25, "AUD", Language::de, "25\u00A0AU$"},
    {50, "BRL", Language::de, "50\u00A0R$"},
    {50, "INR", Language::de, "50\u00A0₹"},
    {50, "CNY", Language::de, "50\u00A0CN¥"},
    {50, "SEK", Language::de, "50\u00A0SEK"},
    {50, "ILS", Language::de, "50\u00A0₪"},
    {-50, "USD", Language::de, "-50\u00A0$"},
    {-50, "CHF", Language::de, "-50\u00A0CHF"},
    {50, "EGP", Language::de, "50\u00A0EGP"},
    {50, "MXN", Language::de, "50\u00A0MX$"},
    {50, "UAH", Language::de, "50\u00A0UAH"},
    {25, "USD", Language::ar, "\u200F25\u00A0US$"},
    {25, "EUR", Language::ar, "\u200F25\u00A0€"},
    {1234, "EUR", Language::ar, "\u200F1,234\u00A0€"},
    {-12345, "EUR", Language::ar, "\u200F\u200E-12,345\u00A0€"},
    {25, "GBP", Language::ar, "\u200F25\u00A0UK£"},
    {5000, "JPY", Language::ar, "\u200F5,000\u00A0JP¥"},
    {25, "CHF", Language::ar, "\u200F25\u00A0CHF"},
    {25, "CAD", Language::ar, "\u200F25\u00A0CA$"},
    {25, "AUD", Language::ar, "\u200F25\u00A0AU$"},
    {50, "BRL", Language::ar, "\u200F50\u00A0R$"},
    {50, "INR", Language::ar, "\u200F50\u00A0₹"},
    {50, "CNY", Language::ar, "\u200F50\u00A0CN¥"},
    {50, "SEK", Language::ar, "\u200F50\u00A0SEK"},
    {50, "ILS", Language::ar, "\u200F50\u00A0₪"},
    {-50, "USD", Language::ar, "\u200F\u200E-50\u00A0US$"},
    {-50, "CHF", Language::ar, "\u200F\u200E-50\u00A0CHF"},
    {50, "EGP", Language::ar, "\u200F50\u00A0ج.م.\u200F"},
    {50, "MXN", Language::ar, "\u200F50\u00A0MX$"},
    {50, "UAH", Language::ar, "\u200F50\u00A0UAH"},
    {25, "USD", Language::ja, "$25"},
    {25, "EUR", Language::ja, "€25"},
    {1234, "EUR", Language::ja, "€1,234"},
    {-12345, "EUR", Language::ja, "-€12,345"},
    {25, "GBP", Language::ja, "£25"},
    {5000, "JPY", Language::ja, "￥5,000"},
    {25, "CHF", Language::ja, "CHF\u00A025"},
    {25, "CAD", Language::ja, "CA$25"},
    {25, "AUD", Language::ja, "A$25"},
    {50, "BRL", Language::ja, "R$50"},
    {50, "INR", Language::ja, "₹50"},
    {50, "CNY", Language::ja, "元\u00A050"},
    {50, "SEK", Language::ja, "SEK\u00A050"},
    {50, "ILS", Language::ja, "₪50"},
    {-50, "USD", Language::ja, "-$50"},
    {-50, "CHF", Language::ja, "-CHF\u00A050"},
    {50, "EGP", Language::ja, "EGP\u00A050"},
    {50, "MXN", Language::ja, "MX$50"},
    {50, "UAH", Language::ja, "UAH\u00A050"},
};

TEST(Locale, MoneyIsThatOfCldr) {
    for (const MoneyCase& c : amounts) EXPECT_EQ(money_text(c.units, c.currency, c.language), c.expected);
}

TEST(Locale, MoneyOfAnUnknownCurrencyShowsItsCode) {
    EXPECT_EQ(money_text(5, "QQQ", Language::en), "QQQ\u00A05");
    EXPECT_EQ(money_text(5, "QQQ", Language::de), "5\u00A0QQQ");
    EXPECT_EQ(money_text(5, "", Language::en), "5");
    EXPECT_EQ(money_text(5, "US", Language::en), "US\u00A05");
    EXPECT_EQ(money_text(5, "USD$ EUR", Language::en), "USD$ EUR\u00A05");
}

struct PluralCase {
    Language language;
    std::string_view expected;  // numbers, each with its category: z, 1 (one), 2 (two), f, m, o (other)
};
const PluralCase plurals[] = {
    {Language::en,
     "-5 o -4 o -3 o -2 o -1 1 0 o 1 1 2 o 3 o 4 o 5 o 6 o 7 o 8 o 9 o 10 o 11 o 12 o 13 o 14 o 15 o 16 o 17 "
     "o 18 o 19 o 20 o 21 o 22 o 23 o 24 o 25 o 99 o 100 o 101 o 102 o 103 o 110 o 111 o 112 o 199 o 200 o "
     "203 o 211 o 1000 o 1002 o 1003 o 999999 o 1000000 o 1000001 o 2000000 o 5000011 o 1000000000 o"},
    {Language::es,
     "-5 o -4 o -3 o -2 o -1 1 0 o 1 1 2 o 3 o 4 o 5 o 6 o 7 o 8 o 9 o 10 o 11 o 12 o 13 o 14 o 15 o 16 o 17 "
     "o 18 o 19 o 20 o 21 o 22 o 23 o 24 o 25 o 99 o 100 o 101 o 102 o 103 o 110 o 111 o 112 o 199 o 200 o "
     "203 o 211 o 1000 o 1002 o 1003 o 999999 o 1000000 m 1000001 o 2000000 m 5000011 o 1000000000 m"},
    {Language::fr,
     "-5 o -4 o -3 o -2 o -1 1 0 1 1 1 2 o 3 o 4 o 5 o 6 o 7 o 8 o 9 o 10 o 11 o 12 o 13 o 14 o 15 o 16 o 17 "
     "o 18 o 19 o 20 o 21 o 22 o 23 o 24 o 25 o 99 o 100 o 101 o 102 o 103 o 110 o 111 o 112 o 199 o 200 o "
     "203 o 211 o 1000 o 1002 o 1003 o 999999 o 1000000 m 1000001 o 2000000 m 5000011 o 1000000000 m"},
    {Language::de,
     "-5 o -4 o -3 o -2 o -1 1 0 o 1 1 2 o 3 o 4 o 5 o 6 o 7 o 8 o 9 o 10 o 11 o 12 o 13 o 14 o 15 o 16 o 17 "
     "o 18 o 19 o 20 o 21 o 22 o 23 o 24 o 25 o 99 o 100 o 101 o 102 o 103 o 110 o 111 o 112 o 199 o 200 o "
     "203 o 211 o 1000 o 1002 o 1003 o 999999 o 1000000 o 1000001 o 2000000 o 5000011 o 1000000000 o"},
    {Language::ar,
     "-5 f -4 f -3 f -2 2 -1 1 0 z 1 1 2 2 3 f 4 f 5 f 6 f 7 f 8 f 9 f 10 f 11 m 12 m 13 m 14 m 15 m 16 m 17 "
     "m 18 m 19 m 20 m 21 m 22 m 23 m 24 m 25 m 99 m 100 o 101 o 102 o 103 f 110 f 111 m 112 m 199 m 200 o "
     "203 f 211 m 1000 o 1002 o 1003 f 999999 m 1000000 o 1000001 o 2000000 o 5000011 m 1000000000 o"},
    {Language::ja,
     "-5 o -4 o -3 o -2 o -1 o 0 o 1 o 2 o 3 o 4 o 5 o 6 o 7 o 8 o 9 o 10 o 11 o 12 o 13 o 14 o 15 o 16 o 17 "
     "o 18 o 19 o 20 o 21 o 22 o 23 o 24 o 25 o 99 o 100 o 101 o 102 o 103 o 110 o 111 o 112 o 199 o 200 o "
     "203 o 211 o 1000 o 1002 o 1003 o 999999 o 1000000 o 1000001 o 2000000 o 5000011 o 1000000000 o"},
};

TEST(Locale, PluralsAreThoseOfCldr) {
    const auto letter = [](Plural plural) { return "z12fmo"[static_cast<int>(plural)]; };
    for (const PluralCase& c : plurals) {
        std::istringstream words{std::string(c.expected)};
        std::int64_t n = 0;
        char category = '\0';
        while (words >> n >> category) {
            const Plural plural = plural_of(n, c.language);
            EXPECT_EQ(letter(plural), category) << n << " in language " << static_cast<int>(c.language);
        }
    }
    EXPECT_EQ(plural_of(std::numeric_limits<std::int64_t>::min(), Language::en), Plural::other);
}

}  // namespace
}  // namespace longread
