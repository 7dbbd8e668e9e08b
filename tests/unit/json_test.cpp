#include "base/json.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "test_arena.h"

namespace longread {
namespace {

JsonDocument parsed(std::string_view text) {
    Result<JsonDocument> result = parse_json(text, test_arena());
    EXPECT_TRUE(result) << text << ": " << result.error().detail;
    return result ? std::move(*result) : JsonDocument();
}

Error refused(std::string_view text) {
    const Result<JsonDocument> result = parse_json(text, test_arena());
    EXPECT_FALSE(result) << text;
    return result ? Error{} : result.error();
}

TEST(Json, ReadsEveryKind) {
    const JsonDocument document =
        parsed(R"({"n":null,"t":true,"f":false,"i":42,"d":1.50,"s":"a","a":[1],"o":{}})");
    const JsonValue root = document.root();
    ASSERT_TRUE(root.is(JsonKind::object));
    EXPECT_TRUE(root.find("n").is(JsonKind::null));
    EXPECT_TRUE(root.find("t").boolean());
    EXPECT_TRUE(root.find("f").is(JsonKind::boolean));
    EXPECT_FALSE(root.find("f").boolean());
    EXPECT_EQ(root.find("i").kind(), JsonKind::integer);
    EXPECT_EQ(root.find("i").integer(), 42);
    EXPECT_EQ(root.find("d").kind(), JsonKind::decimal);
    EXPECT_EQ(root.find("d").text(), "1.50");
    EXPECT_EQ(root.find("s").text(), "a");
    EXPECT_EQ(root.find("a").first().integer(), 1);
    EXPECT_TRUE(root.find("a").is(JsonKind::array));
    EXPECT_TRUE(root.find("o").is_empty());
    EXPECT_FALSE(root.find("a").is_empty());
}

TEST(Json, AMissingValueAnswersEverything) {
    const JsonDocument document = parsed("[1]");
    const JsonValue missing = document.root().find("x");
    EXPECT_FALSE(missing.exists());
    EXPECT_EQ(missing.kind(), JsonKind::null);
    EXPECT_FALSE(missing.is(JsonKind::null));
    EXPECT_EQ(missing.text(), "");
    EXPECT_EQ(missing.key(), "");
    EXPECT_EQ(missing.integer(), 0);
    EXPECT_FALSE(missing.boolean());
    EXPECT_EQ(missing.offset(), 0U);
    EXPECT_EQ(missing.pointer(test_arena()), "");
    EXPECT_TRUE(missing.is_empty());
    EXPECT_FALSE(missing.find("y").exists());
    EXPECT_FALSE(missing.first().exists());
    EXPECT_FALSE(missing.next(document.root()).exists());
    EXPECT_FALSE(document.root().next({}).exists());
    EXPECT_FALSE(JsonDocument().root().exists());
}

TEST(Json, KeepsTheTextOfNumbers) {
    struct Case {
        std::string_view text;
        JsonKind kind;
        std::int64_t integer;
    };
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const std::vector<Case> cases = {
        {"0", JsonKind::integer, 0},
        {"-0", JsonKind::integer, 0},
        {"7", JsonKind::integer, 7},
        {"-12", JsonKind::integer, -12},
        {"9223372036854775807", JsonKind::integer, most},
        {"-9223372036854775808", JsonKind::integer, least},
        {"9223372036854775808", JsonKind::decimal, 0},
        {"-9223372036854775809", JsonKind::decimal, 0},
        {"18446744073709551615", JsonKind::decimal, 0},
        {"18446744073709551617", JsonKind::decimal, 0},
        {"123456789012345678901234567890", JsonKind::decimal, 0},
        {"1e999", JsonKind::decimal, 0},
        {"-1e999", JsonKind::decimal, 0},
        {"1E-400", JsonKind::decimal, 0},
        {"0e+1", JsonKind::decimal, 0},
        {"-0.0", JsonKind::decimal, 0},
        {"1.0E+2", JsonKind::decimal, 0},
        {"10.500", JsonKind::decimal, 0},
    };
    for (const Case& c : cases) {
        for (const std::string& text : {std::string(c.text), " [ " + std::string(c.text) + "]"}) {
            SCOPED_TRACE(text);
            const JsonDocument document = parsed(text);
            const JsonValue root = document.root();
            const JsonValue number = root.is(JsonKind::array) ? root.first() : root;
            EXPECT_EQ(number.kind(), c.kind);
            EXPECT_EQ(number.text(), c.text);
            EXPECT_EQ(number.integer(), c.integer);
        }
    }
}

TEST(Json, RefusesWhatOnlyLooksLikeANumber) {
    for (const std::string_view text :
         {"01",    "-",   "-a",       "1.",        "1.e1", ".5",  "+1",  "1e",    "1e+", "0x10",
          "1_000", "NaN", "Infinity", "-Infinity", "- 1",  "1 2", "--1", "1.2.3", "00",  "-01"}) {
        const Error error = refused(text);
        EXPECT_EQ(error.code, Code::json_syntax) << text;
        EXPECT_FALSE(error.detail.empty()) << text;
    }
    EXPECT_EQ(refused("[1.]").offset, 3U);
    EXPECT_EQ(refused("[1.]").detail, "a digit is missing in this number");
}

TEST(Json, DecodesStrings) {
    const JsonDocument document =
        parsed(R"(["\"\\\/\b\f\n\r\t", "\u0041\u00e9\u20AC\ud83d\ude00", "\u0000x", "é€😀", ""])");
    std::vector<std::string_view> texts;
    for (JsonValue v = document.root().first(); v.exists(); v = v.next(document.root()))
        texts.push_back(v.text());
    const std::vector<std::string_view> expected = {
        "\"\\/\b\f\n\r\t", "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", std::string_view("\0x", 2), "é€😀", ""};
    EXPECT_EQ(texts, expected);
}

TEST(Json, KeepsTheLastOfDuplicates) {
    const JsonDocument document = parsed(R"({"a":1,"b":2,"a":{"a":3}})");
    EXPECT_EQ(document.root().find("a").kind(), JsonKind::object);
    EXPECT_EQ(document.root().find("a").find("a").integer(), 3);
    EXPECT_EQ(document.root().find("b").integer(), 2);
    EXPECT_FALSE(document.root().find("c").exists());
}

TEST(Json, WalksSiblingsPastTheirContents) {
    const JsonDocument document = parsed(R"([[1,[2,3]],{"x":[4]},5,[],6])");
    const JsonValue root = document.root();
    std::vector<JsonKind> kinds;
    for (JsonValue v = root.first(); v.exists(); v = v.next(root)) kinds.push_back(v.kind());
    const std::vector<JsonKind> expected = {JsonKind::array, JsonKind::object, JsonKind::integer,
                                            JsonKind::array, JsonKind::integer};
    EXPECT_EQ(kinds, expected);
    const JsonValue inner = root.first();
    EXPECT_EQ(inner.first().integer(), 1);
    EXPECT_FALSE(inner.first().next(inner).next(inner).exists());
}

TEST(Json, KeysAreMemberNamesAlone) {
    const JsonDocument document = parsed(R"({"k":[1,{"":2}]})");
    const JsonValue list = document.root().first();
    EXPECT_EQ(list.key(), "k");
    EXPECT_EQ(list.first().key(), "");
    EXPECT_EQ(list.first().next(list).first().integer(), 2);
    EXPECT_EQ(document.root().key(), "");
}

TEST(Json, ValuesKnowTheirOffset) {
    const std::string_view text = "\xEF\xBB\xBF { \"a\" : [ -1 ,\n\"x\", {} ] }";
    const JsonDocument document = parsed(text);
    EXPECT_EQ(document.root().offset(), text.find('{'));
    const JsonValue list = document.root().find("a");
    EXPECT_EQ(list.offset(), text.find('['));
    JsonValue item = list.first();
    EXPECT_EQ(item.offset(), text.find("-1"));
    item = item.next(list);
    EXPECT_EQ(item.offset(), text.find("\"x\""));
    item = item.next(list);
    EXPECT_EQ(item.offset(), text.find("{}"));
}

TEST(Json, PointersLeadBackToTheValue) {
    const JsonDocument document = parsed(R"({"a":[{"b/c":1},{"~d":[0,1,2,3,4,5,6,7,8,9,10]}],"":7})");
    const JsonValue root = document.root();
    EXPECT_EQ(root.pointer(test_arena()), "");
    const JsonValue list = root.find("a");
    EXPECT_EQ(list.pointer(test_arena()), "/a");
    EXPECT_EQ(list.first().find("b/c").pointer(test_arena()), "/a/0/b~1c");
    const JsonValue numbers = list.first().next(list).find("~d");
    JsonValue last = numbers.first();
    for (JsonValue v = last; v.exists(); v = v.next(numbers)) last = v;
    EXPECT_EQ(last.pointer(test_arena()), "/a/1/~0d/10");
    EXPECT_EQ(root.find("").pointer(test_arena()), "/");
}

TEST(Json, StaysValidWhenMoved) {
    Result<JsonDocument> result =
        parse_json(R"({"title":"A title that is long enough for the heap"})", test_arena());
    ASSERT_TRUE(result);
    const JsonDocument moved = std::move(*result);
    EXPECT_EQ(moved.root().find("title").text(), "A title that is long enough for the heap");
}

TEST(Json, SaysWhatWasExpectedAndWhere) {
    struct Case {
        std::string_view text;
        std::uint32_t line, column;
        std::string_view detail;
    };
    const std::vector<Case> cases = {
        {"[1,]", 1, 4, "expected a value"},
        {"[,1]", 1, 2, "expected a value or ']'"},
        {"[1 2]", 1, 4, "expected ',' or ']'"},
        {"[1}", 1, 3, "expected ',' or ']'"},
        {"{\"a\":1]", 1, 7, "expected ',' or '}'"},
        {"{\"a\" 1}", 1, 6, "expected ':'"},
        {"{\"a\":}", 1, 6, "expected a value"},
        {"{\"a\":1,}", 1, 8, "expected a member name"},
        {"{,}", 1, 2, "expected a member name or '}'"},
        {"{1:2}", 1, 2, "expected a member name or '}'"},
        {"{a:2}", 1, 2, "expected a member name or '}'"},
        {"{'a':2}", 1, 2, "expected a member name or '}'"},
        {"1 true", 1, 3, "expected nothing more"},
        {"[]]", 1, 3, "expected nothing more"},
        {"]", 1, 1, "expected a value"},
        {"[1,\n\n  oops]", 3, 3, "expected a value"},
        {"[\"é😀\", x]", 1, 8, "expected a value"},
        {"[\r\n1,\r\n]", 3, 1, "expected a value"},
        {"[\r1,\r]", 3, 1, "expected a value"},
        {"{\"a\":[1,2", 1, 10, "unexpected end: expected ',' or ']'"},
        {"{\"a\"", 1, 5, "unexpected end: expected ':'"},
        {"[1,\n", 2, 1, "unexpected end: expected a value"},
        {"[nul]", 1, 5, "invalid literal"},
        {"[\"a", 1, 4, "invalid string: missing closing quote"},
        {"[\"\\x\"]", 1, 4, "invalid string: forbidden character after backslash"},
        {"[\"a\nb\"]", 1, 4, "invalid string: control character must be escaped"},
        {"// note\n[]", 1, 1, "expected a value"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.text);
        const Error error = refused(c.text);
        EXPECT_EQ(error.code, Code::json_syntax);
        EXPECT_EQ(error.line, c.line);
        EXPECT_EQ(error.column, c.column);
        EXPECT_EQ(error.detail, c.detail);
        EXPECT_EQ(locate(c.text, error.offset).column, c.column);
    }
}

TEST(Json, TellsOtherInputsFromBadJson) {
    using namespace std::string_view_literals;
    EXPECT_EQ(refused("").code, Code::empty_input);
    EXPECT_EQ(refused(" \n\t\r").code, Code::empty_input);
    EXPECT_EQ(refused("\xEF\xBB\xBF").code, Code::empty_input);
    EXPECT_EQ(refused("<!DOCTYPE html>").code, Code::html_not_json);
    EXPECT_EQ(refused("\xEF\xBB\xBF\n <html>").code, Code::html_not_json);
    EXPECT_EQ(refused("\xEF\xBB\xBF\n <html>").line, 2U);
    EXPECT_EQ(refused("\xEF\xBB\xBF\n <html>").column, 2U);
    EXPECT_EQ(refused("[\"\xFF\"]").code, Code::json_encoding);
    EXPECT_EQ(refused("[\"a\xC3\"]").code, Code::json_encoding);
    EXPECT_EQ(refused("[\"\xED\xA0\x80\"]").code, Code::json_encoding);  // a surrogate
    EXPECT_EQ(refused("[\"\xC0\xAF\"]").code, Code::json_encoding);      // overlong
    EXPECT_EQ(refused("[\"caf\xE9\"]").code, Code::json_encoding);       // Latin-1
    EXPECT_EQ(refused("\xFF\xFE[\0]\0"sv).code, Code::json_encoding);    // UTF-16, little endian
    EXPECT_EQ(refused("\xFE\xFF\0[\0]"sv).code, Code::json_encoding);    // UTF-16, big endian
    EXPECT_EQ(refused("\xEF\xBB[]").detail, "invalid BOM; must be 0xEF 0xBB 0xBF if given");
    EXPECT_EQ(refused("[1]\0"sv).code, Code::json_syntax);
    EXPECT_EQ(refused("[1]\0"sv).offset, 3U);
    EXPECT_EQ(refused("\0[1]"sv).code, Code::json_syntax);
}

TEST(Json, LocatesOffsets) {
    const std::string_view text = "a\u00e9b\nc\r\nd\re";
    EXPECT_EQ(locate(text, 0).column, 1U);
    EXPECT_EQ(locate(text, 3).column, 3U);  // b, behind two characters of three bytes
    EXPECT_EQ(locate(text, 5).line, 2U);
    EXPECT_EQ(locate(text, 5).column, 1U);
    EXPECT_EQ(locate(text, 8).line, 3U);
    EXPECT_EQ(locate(text, 8).column, 1U);
    EXPECT_EQ(locate(text, 10).line, 4U);
    EXPECT_EQ(locate(text, 10).column, 1U);
    EXPECT_EQ(locate(text, 4'000'000'000U).line, 4U);
    EXPECT_EQ(locate(text, 4'000'000'000U).column, 2U);
    EXPECT_EQ(locate("\r", 1).line, 2U);
    EXPECT_EQ(locate("", 5).line, 1U);
}

TEST(Json, LimitsCanBeSet) {
    EXPECT_EQ(parse_json("[[1]]", test_arena(), {100, 1, 100}).error().code, Code::json_too_deep);
    EXPECT_TRUE(parse_json("[1]", test_arena(), {100, 1, 100}));
    EXPECT_EQ(parse_json("[1,2]", test_arena(), {100, 10, 2}).error().code, Code::json_too_many_values);
    EXPECT_TRUE(parse_json("[1]", test_arena(), {100, 10, 2}));
    EXPECT_EQ(parse_json("[1]", test_arena(), {2, 10, 10}).error().code, Code::input_too_large);
    EXPECT_EQ(parse_json("1", test_arena(), {2, 10, 0}).error().code, Code::json_too_many_values);
}

// Structure inside strings must not matter to the array of values, which is made from a count of structure.
TEST(Json, StringsMayHoldStructure) {
    const JsonDocument document = parsed(R"({",[{":"[[[,,,{{{","x":"]}"})");
    EXPECT_EQ(document.root().find(",[{").text(), "[[[,,,{{{");
    EXPECT_EQ(document.root().find("x").text(), "]}");
}

}  // namespace
}  // namespace longread
