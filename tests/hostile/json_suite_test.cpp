// JSONTestSuite (https://github.com/nst/JSONTestSuite): what a JSON parser must take (y_), must refuse (n_)
// and may choose (i_). Each file is copied into a heap block of exactly its size, so that AddressSanitizer
// sees a read past its end. Then inputs made on the spot: cut, deep, big and mutated documents.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>

#include "../unit/test_arena.h"
#include "base/json.h"

namespace longread {
namespace {

namespace fs = std::filesystem;

// Our choice where the standard leaves one: numbers of any size are kept as text; text that is not Unicode is
// refused.
const std::map<std::string, bool> open_choices = {
    {"i_number_double_huge_neg_exp.json", true},
    {"i_number_huge_exp.json", true},
    {"i_number_neg_int_huge_exp.json", true},
    {"i_number_pos_double_huge_exp.json", true},
    {"i_number_real_neg_overflow.json", true},
    {"i_number_real_pos_overflow.json", true},
    {"i_number_real_underflow.json", true},
    {"i_number_too_big_neg_int.json", true},
    {"i_number_too_big_pos_int.json", true},
    {"i_number_very_big_negative_int.json", true},
    {"i_object_key_lone_2nd_surrogate.json", false},
    {"i_string_1st_surrogate_but_2nd_missing.json", false},
    {"i_string_1st_valid_surrogate_2nd_invalid.json", false},
    {"i_string_UTF-16LE_with_BOM.json", false},
    {"i_string_UTF-8_invalid_sequence.json", false},
    {"i_string_UTF8_surrogate_U+D800.json", false},
    {"i_string_incomplete_surrogate_and_escape_valid.json", false},
    {"i_string_incomplete_surrogate_pair.json", false},
    {"i_string_incomplete_surrogates_escape_valid.json", false},
    {"i_string_invalid_lonely_surrogate.json", false},
    {"i_string_invalid_surrogate.json", false},
    {"i_string_invalid_utf-8.json", false},
    {"i_string_inverted_surrogates_U+1D11E.json", false},
    {"i_string_iso_latin_1.json", false},
    {"i_string_lone_second_surrogate.json", false},
    {"i_string_lone_utf8_continuation_byte.json", false},
    {"i_string_not_in_unicode_range.json", false},
    {"i_string_overlong_sequence_2_bytes.json", false},
    {"i_string_overlong_sequence_6_bytes.json", false},
    {"i_string_overlong_sequence_6_bytes_null.json", false},
    {"i_string_truncated-utf-8.json", false},
    {"i_string_utf16BE_no_BOM.json", false},
    {"i_string_utf16LE_no_BOM.json", false},
    {"i_structure_500_nested_arrays.json", false},  // deeper than JsonLimits::depth
    {"i_structure_UTF-8_BOM_empty_object.json", true},
};

// Files that parsers read in different ways: here, whether they are read at all.
const std::map<std::string, bool> transform_choices = {
    {"number_-9223372036854775808.json", true},
    {"number_-9223372036854775809.json", true},
    {"number_1.0.json", true},
    {"number_1.000000000000000005.json", true},
    {"number_1000000000000000.json", true},
    {"number_10000000000000000999.json", true},
    {"number_1e-999.json", true},
    {"number_1e6.json", true},
    {"number_9223372036854775807.json", true},
    {"number_9223372036854775808.json", true},
    {"object_key_nfc_nfd.json", true},
    {"object_key_nfd_nfc.json", true},
    {"object_same_key_different_values.json", true},
    {"object_same_key_same_value.json", true},
    {"object_same_key_unclear_values.json", true},
    {"string_1_escaped_invalid_codepoint.json", false},
    {"string_1_invalid_codepoint.json", false},
    {"string_2_escaped_invalid_codepoints.json", false},
    {"string_2_invalid_codepoints.json", false},
    {"string_3_escaped_invalid_codepoints.json", false},
    {"string_3_invalid_codepoints.json", false},
    {"string_with_escaped_NULL.json", true},
};

fs::path suite_folder() { return fs::path(LONGREAD_SHARED_DIR) / "fixtures" / "json-test-suite"; }

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Parses a copy that ends where its heap block ends. The document is good until the next one.
Result<JsonDocument> parse_exact(std::string_view text) {
    const std::unique_ptr<char[]> block(new char[text.size()]);
    if (!text.empty()) std::memcpy(block.get(), text.data(), text.size());
    return parse_json({block.get(), text.size()}, fresh_arena());
}

void expect_placed_error(const Result<JsonDocument>& result, std::string_view text) {
    ASSERT_FALSE(result);
    EXPECT_GE(result.error().line, 1U);
    EXPECT_GE(result.error().column, 1U);
    EXPECT_LE(result.error().offset, text.size());
}

// Reads every value by every function, so that a bad index would be seen.
std::size_t walk(JsonValue value) {
    std::size_t seen =
        value.text().size() + value.key().size() + static_cast<std::size_t>(value.integer() & 1);
    for (JsonValue child = value.first(); child.exists(); child = child.next(value)) seen += 1 + walk(child);
    return seen;
}

TEST(JsonSuite, EveryFileGetsItsVerdict) {
    const fs::path folder = suite_folder() / "test_parsing";
    if (!fs::exists(folder)) GTEST_SKIP() << "no JSONTestSuite at " << folder;
    std::size_t count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        SCOPED_TRACE(name);
        const std::string text = read_file(entry.path());
        const Result<JsonDocument> result = parse_exact(text);
        bool is_accepted = name[0] == 'y';
        if (name[0] == 'i') {
            ASSERT_EQ(open_choices.count(name), 1U) << "not decided";
            is_accepted = open_choices.at(name);
        }
        EXPECT_EQ(result.has_value(), is_accepted) << (result ? "" : result.error().detail);
        if (result) {
            walk(result->root());
        } else {
            expect_placed_error(result, text);
        }
        ++count;
    }
    EXPECT_EQ(count, 318U);
}

TEST(JsonSuite, EveryTransformFileGetsItsVerdict) {
    const fs::path folder = suite_folder() / "test_transform";
    if (!fs::exists(folder)) GTEST_SKIP() << "no JSONTestSuite at " << folder;
    std::set<std::string> seen;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        SCOPED_TRACE(name);
        ASSERT_EQ(transform_choices.count(name), 1U) << "not decided";
        const std::string text = read_file(entry.path());
        const Result<JsonDocument> result = parse_exact(text);
        EXPECT_EQ(result.has_value(), transform_choices.at(name)) << (result ? "" : result.error().detail);
        if (result) walk(result->root());
        seen.insert(name);
    }
    EXPECT_EQ(seen.size(), transform_choices.size());
}

// Every kind of token, escape and white space, and characters of one to four bytes.
constexpr std::string_view good_document =
    "{\"longread\": 1, \"title\": \"A \\\"quoted\\\" \\u00e9\\ud83d\\ude00 line\\n\\/\", \"body\":\r\n"
    "\t[true, false, null, -0, 12.50, -1.5e+10, 2E-3, 123456789012345678901234567890, [], {}, [[[]]],\n"
    " {\"\xC3\xA9\": \"\xE2\x82\xAC \xF0\x9F\x98\x80\", \"a\": [1, {\"b\": \"\"}]}]}";

TEST(JsonHostile, EveryCutIsAnError) {
    ASSERT_TRUE(parse_exact(good_document)) << parse_exact(good_document).error().detail;
    for (std::size_t size = 0; size < good_document.size(); ++size) {
        SCOPED_TRACE(size);
        const std::string_view cut = good_document.substr(0, size);
        expect_placed_error(parse_exact(cut), cut);
    }
}

TEST(JsonHostile, DeepNestingIsRefusedAtItsDepth) {
    for (const std::string_view opener : {"[", "{\"a\":"}) {
        std::string deep;
        for (int i = 0; i < 100'000; ++i) deep += opener;
        const Result<JsonDocument> result = parse_exact(deep);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, Code::json_too_deep);
        EXPECT_EQ(result.error().offset, 128 * opener.size());
        EXPECT_EQ(result.error().column, 128 * opener.size() + 1);
    }
}

TEST(JsonHostile, LimitsHoldExactly) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parse_exact(nested(127)));
    EXPECT_TRUE(parse_exact(nested(128)));
    EXPECT_EQ(parse_exact(nested(129)).error().code, Code::json_too_deep);

    const auto zeros = [](std::size_t count) {
        std::string list = "[0";
        for (std::size_t i = 1; i < count; ++i) list += ",0";
        return list + "]";
    };
    EXPECT_TRUE(parse_exact(zeros(199'998)));
    EXPECT_TRUE(parse_exact(zeros(199'999)));  // and the array itself
    const Result<JsonDocument> too_many = parse_exact(zeros(200'000));
    ASSERT_FALSE(too_many);
    EXPECT_EQ(too_many.error().code, Code::json_too_many_values);
    EXPECT_EQ(too_many.error().offset, 1U + 2U * 199'999U);

    const std::size_t limit = 4U << 20U;
    const auto text_of = [](std::size_t size) { return '"' + std::string(size - 2, 'a') + '"'; };
    EXPECT_TRUE(parse_exact(text_of(limit - 1)));
    EXPECT_TRUE(parse_exact(text_of(limit)));
    const Result<JsonDocument> too_large = parse_exact(text_of(limit + 1));
    ASSERT_FALSE(too_large);
    EXPECT_EQ(too_large.error().code, Code::input_too_large);
    EXPECT_EQ(too_large.error().line, 1U);
}

TEST(JsonHostile, MutationsNeverCrash) {
    std::mt19937 random(20210730);
    const std::string_view spice = "[]{}:,\"\\/u0eE+-.tfn \n\r\t<";
    std::size_t refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text(good_document);
        for (std::size_t edits = 1 + random() % 4; edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
                case 0: text[at] = static_cast<char>(random()); break;
                case 1: text[at] = spice[random() % spice.size()]; break;
                case 2:
                    text.erase(at, 1 + random() % 8);
                    if (text.empty()) text = " ";
                    break;
                default: text.insert(at, text.substr(random() % text.size(), random() % 16));
            }
        }
        const Result<JsonDocument> result = parse_exact(text);
        if (result) {
            walk(result->root());
        } else {
            expect_placed_error(result, text);
            ++refused;
        }
    }
    EXPECT_GT(refused, 10'000U);
    EXPECT_LT(refused, 20'000U);
}

TEST(JsonHostile, TimeGrowsWithSizeAlone) {
    const auto article_of = [](std::size_t size) {
        std::string text = "{\"body\":[";
        while (text.size() < size) {
            text +=
                "{\"type\":\"paragraph\",\"text\":[\"Some text of an article, with \\u201cquotes\\u201d "
                "\",{\"em\":1}]},";
        }
        return text + "0]}";
    };
    // The processor's time, since the machine may be busy with other things.
    const auto seconds_for = [](const std::string& text) {
        std::clock_t best = std::numeric_limits<std::clock_t>::max();
        for (int i = 0; i < 5; ++i) {
            const std::clock_t begin = std::clock();
            const Result<JsonDocument> result = parse_exact(text);
            std::size_t children = 0;
            const JsonValue list = result->root().find("body");
            for (JsonValue child = list.first(); child.exists(); child = child.next(list)) ++children;
            best = std::min(best, std::clock() - begin);
            EXPECT_GT(children, 100U);
        }
        return static_cast<double>(best) / CLOCKS_PER_SEC;
    };
    const double part = seconds_for(article_of(1U << 16U));
    const double whole = seconds_for(article_of(1U << 20U));
    std::cout << "1 MB: " << whole * 1000 << " ms, 64 KB: " << part * 1000 << " ms\n";
    EXPECT_LT(whole, part * 16 * 4);  // quadratic time would be 256 times
}

}  // namespace
}  // namespace longread
