#include "base/json.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <nlohmann/detail/input/lexer.hpp>
#include <optional>

#include "base/text.h"

namespace longread {

// What the lexer needs to know about a JSON library's types: so it comes without the rest of nlohmann/json.
struct LexerTypes {
    using number_integer_t = std::int64_t;
    using number_unsigned_t = std::uint64_t;
    using number_float_t = double;
    using string_t = TextBuffer;
};

struct LexerInput {
    using char_type = char;
    std::string_view rest;

    int get_character() {
        if (rest.empty()) return std::char_traits<char>::eof();
        const auto byte = static_cast<unsigned char>(rest.front());
        rest.remove_prefix(1);
        return byte;
    }
};

using Lexer = nlohmann::detail::lexer<LexerTypes, LexerInput>;
using Token = Lexer::token_type;

namespace {

// Bytes of a string that stand for themselves, up to the first that may not.
std::size_t count_plain(std::string_view text) {
    std::size_t size = 0;
    for (; size < text.size(); ++size) {
        const auto byte = static_cast<unsigned char>(text[size]);
        if (byte < ' ' || byte >= 0x80 || byte == '"' || byte == '\\') break;
    }
    return size;
}

}  // namespace

}  // namespace longread

// The lexer, cut down to what a reader needs, which an explicit specialisation of a member of a class
// template may do: it converted numbers with strtod and its kin (6 KB of quad-precision arithmetic in the
// module, and the locale has a say), where we keep their text; and it copied each token for its messages and
// counted lines, where we have offsets; and its switch over all 256 bytes of a string, with a message for
// each control character, weighed 1 KB. Tokens, literals, escapes' digits and UTF-8 ranges stay the
// library's.
template <>
[[gnu::pure]] inline char longread::Lexer::get_decimal_point() noexcept {
    return '.';
}

template <>
inline void longread::Lexer::reset() noexcept {
    token_buffer.clear();
}

template <>
inline int longread::Lexer::get() {
    ++position.chars_read_total;
    if (!next_unget) current = ia.get_character();
    next_unget = false;
    return current;
}

template <>
inline void longread::Lexer::unget() {
    --position.chars_read_total;
    next_unget = true;
}

template <>
inline longread::Token longread::Lexer::scan_number() {
    const auto skip_digits = [this] {
        const bool has_digit = current >= '0' && current <= '9';
        while (current >= '0' && current <= '9') get();
        return has_digit;
    };
    token_type token = token_type::value_integer;
    error_message = "a digit is missing in this number";
    if (current == '-') get();
    if (current == '0') {
        get();
    } else if (!skip_digits()) {
        return token_type::parse_error;
    }
    if (current == '.') {
        token = token_type::value_float;
        get();
        if (!skip_digits()) return token_type::parse_error;
    }
    if (current == 'e' || current == 'E') {
        token = token_type::value_float;
        get();
        if (current == '+' || current == '-') get();
        if (!skip_digits()) return token_type::parse_error;
    }
    unget();
    return token;
}

// Behind the first byte of a character that is not ASCII.
template <>
inline bool longread::Lexer::next_byte_in_range(std::initializer_list<char_int_type> ranges) {
    add(current);
    for (const auto* range = ranges.begin(); range != ranges.end(); range += 2) {
        get();
        if (current < range[0] || current > range[1]) return false;
        add(current);
    }
    return true;
}

template <>
inline longread::Token longread::Lexer::scan_string() {
    // The characters after a backslash, and what they stand for.
    constexpr std::string_view escapes = "\"\"\\\\//b\bf\fn\nr\rt\t";
    const auto scan_surrogates = [this](int first) {
        if (first < 0xD800 || first > 0xDFFF) return first;
        error_message = "invalid string: a surrogate without its other half";
        if (first > 0xDBFF || get() != '\\' || get() != 'u') return -1;
        const int second = get_codepoint();
        if (second < 0xDC00 || second > 0xDFFF) return -1;
        return 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF);
    };
    const auto scan_escape = [this, &escapes, &scan_surrogates] {
        error_message = "invalid string: forbidden character after backslash";
        if (get() == 'u') {
            error_message = "invalid string: '\\u' must be followed by 4 hex digits";
            const int first = get_codepoint();
            const int code_point = first < 0 ? first : scan_surrogates(first);
            if (code_point >= 0) append_utf8(token_buffer, static_cast<char32_t>(code_point));
            return code_point >= 0;
        }
        for (std::size_t i = 0; i < escapes.size(); i += 2) {
            if (current != escapes[i]) continue;
            add(escapes[i + 1]);
            return true;
        }
        return false;
    };
    const auto scan_utf8 = [this] {
        error_message = "invalid string: ill-formed UTF-8 byte";
        if (current < 0xC2 || current > 0xF4) return false;
        if (current < 0xE0) return next_byte_in_range({0x80, 0xBF});
        // The longer forms of shorter ones, surrogates and what lies beyond U+10FFFF are none.
        const int low = current == 0xE0 ? 0xA0 : current == 0xF0 ? 0x90 : 0x80;
        const int high = current == 0xED ? 0x9F : current == 0xF4 ? 0x8F : 0xBF;
        if (current < 0xF0) return next_byte_in_range({low, high, 0x80, 0xBF});
        return next_byte_in_range({low, high, 0x80, 0xBF, 0x80, 0xBF});
    };
    token_buffer.clear();
    for (;;) {
        // Most of a text needs no second look, and is taken at one go.
        const std::size_t plain = longread::count_plain(ia.rest);
        token_buffer += ia.rest.substr(0, plain);
        ia.rest.remove_prefix(plain);
        position.chars_read_total += plain;
        get();
        if (current == '"') return token_type::value_string;
        if (current >= 0x80) {
            if (!scan_utf8()) return token_type::parse_error;
        } else if (current == '\\') {
            if (!scan_escape()) return token_type::parse_error;
        } else if (current < ' ') {
            const bool at_end = current == std::char_traits<char>::eof();
            error_message = at_end ? "invalid string: missing closing quote"
                                   : "invalid string: control character must be escaped";
            return token_type::parse_error;
        } else {
            add(current);
        }
    }
}

namespace longread {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::uint32_t skip_space(std::string_view source, std::uint32_t at) {
    while (at < source.size() && is_space(source[at])) ++at;
    return at;
}

// Values in a document: at most one more than it has commas and opening brackets, counting those in strings
// too.
std::uint32_t bound_values(std::string_view source) {
    std::uint32_t bound = 1;
    for (const char c : source) bound += c == ',' || c == '[' || c == '{' ? 1U : 0U;
    return bound;
}

// The value of a whole number's text; nullopt where it needs more than 64 bits.
std::optional<std::int64_t> to_integer(std::string_view text) {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const bool is_negative = text.front() == '-';
    if (is_negative) text.remove_prefix(1);
    std::int64_t value = 0;  // kept negative: the least number has no positive counterpart
    for (const char c : text) {
        const std::int64_t digit = c - '0';
        if (value < (least + digit) / 10) return std::nullopt;
        value = value * 10 - digit;
    }
    if (is_negative) return value;
    if (value == least) return std::nullopt;
    return -value;
}

bool has_mark(std::string_view source) { return source.substr(0, byte_order_mark.size()) == byte_order_mark; }

Error error_at(std::string_view source, Code code, std::uint32_t offset, std::string_view detail) {
    const Position place = locate(source, offset);
    return Error{code, {}, offset, place.line, place.column, detail};
}

enum class Expect : std::uint8_t { value, value_or_end, name, name_or_end, colon, comma_or_end, nothing };

}  // namespace

class JsonBuilder {
  public:
    JsonBuilder(std::string_view source, Arena& arena, const JsonLimits& limits)
        : source_(source), arena_(arena), limits_(limits), lexer_(LexerInput{source}) {
        // Two allocations in all: decoded text is never longer than its source, and values have a bound.
        room_ = std::min(bound_values(source), limits.values);
        nodes_ = static_cast<Node*>(arena.take(room_ * sizeof(Node)));
        text_end_ = static_cast<char*>(arena.take(source.size()));
    }

    Result<JsonDocument> build() {
        begin_ = skip_space(source_, has_mark(source_) ? size32(byte_order_mark.size()) : 0);
        for (;;) {
            const Token token = lexer_.scan();
            const bool at_end = token == Token::end_of_input && begin_ == source_.size();
            if (at_end && expect_ == Expect::nothing) {
                JsonDocument document;
                document.nodes_ = nodes_;
                return document;
            }
            if (!take(token)) return failure(token);
            begin_ = skip_space(source_, consumed());
        }
    }

  private:
    using Node = JsonDocument::Node;

    bool take(Token token) {
        switch (token) {
            case Token::begin_array: return open(JsonKind::array);
            case Token::begin_object: return open(JsonKind::object);
            case Token::end_array: return close(JsonKind::array);
            case Token::end_object: return close(JsonKind::object);
            case Token::name_separator:
                if (expect_ != Expect::colon) return false;
                expect_ = Expect::value;
                return true;
            case Token::value_separator:
                if (expect_ != Expect::comma_or_end) return false;
                expect_ = is_in_object() ? Expect::name : Expect::value;
                return true;
            case Token::value_string: return take_string();
            case Token::value_integer:
            case Token::value_float: return take_number(token);
            case Token::literal_true: return take_scalar(JsonKind::boolean, {}, 1);
            case Token::literal_false: return take_scalar(JsonKind::boolean, {}, 0);
            case Token::literal_null: return take_scalar(JsonKind::null, {}, 0);
            default: return false;
        }
    }

    bool take_string() {
        const std::string_view text = lexer_.get_string();
        if (expect_ != Expect::name && expect_ != Expect::name_or_end)
            return take_scalar(JsonKind::string, text, 0);
        key_ = keep(text);
        expect_ = Expect::colon;
        return true;
    }

    bool take_number(Token token) {
        const std::string_view text = source_.substr(begin_, consumed() - begin_);
        const std::optional<std::int64_t> integer =
            token == Token::value_integer ? to_integer(text) : std::nullopt;
        return take_scalar(integer ? JsonKind::integer : JsonKind::decimal, text, integer.value_or(0));
    }

    bool take_scalar(JsonKind kind, std::string_view text, std::int64_t integer) {
        if (!add(kind)) return false;
        Node& node = nodes_[count_ - 1];
        node.end = count_;
        node.text = keep(text);
        node.integer = integer;
        leave_value();
        return true;
    }

    bool open(JsonKind kind) {
        if (!add(kind)) return false;
        if (++depth_ > limits_.depth) return refuse(Code::json_too_deep);
        nodes_[count_ - 1].end = open_;
        open_ = count_ - 1;
        expect_ = kind == JsonKind::object ? Expect::name_or_end : Expect::value_or_end;
        return true;
    }

    bool close(JsonKind kind) {
        const Expect when_empty = kind == JsonKind::object ? Expect::name_or_end : Expect::value_or_end;
        if (expect_ != Expect::comma_or_end && expect_ != when_empty) return false;
        Node& node = nodes_[open_];
        if (node.kind != kind) return false;
        open_ = node.end;
        node.end = count_;
        --depth_;
        leave_value();
        return true;
    }

    bool add(JsonKind kind) {
        if (expect_ != Expect::value && expect_ != Expect::value_or_end) return false;
        if (count_ >= room_) return refuse(Code::json_too_many_values);
        Node node;
        node.kind = kind;
        node.index = count_;
        node.offset = begin_;
        node.key = key_;
        nodes_[count_++] = node;
        key_ = {};
        return true;
    }

    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        std::memcpy(text_end_, text.data(), text.size());
        text_end_ += text.size();
        return {text_end_ - text.size(), text.size()};
    }

    void leave_value() { expect_ = open_ == none ? Expect::nothing : Expect::comma_or_end; }

    bool refuse(Code code) {
        code_ = code;
        return false;
    }

    [[nodiscard]] bool is_in_object() const { return nodes_[open_].kind == JsonKind::object; }

    [[nodiscard]] std::uint32_t consumed() const { return size32(lexer_.get_position().chars_read_total); }

    [[nodiscard]] std::string_view expected() const {
        switch (expect_) {
            case Expect::value: return "a value";
            case Expect::value_or_end: return "a value or ']'";
            case Expect::name: return "a member name";
            case Expect::name_or_end: return "a member name or '}'";
            case Expect::colon: return "':'";
            case Expect::comma_or_end: return is_in_object() ? "',' or '}'" : "',' or ']'";
            case Expect::nothing: break;
        }
        return "nothing more";
    }

    [[nodiscard]] Error failure(Token token) const {
        if (code_ != Code::json_syntax) return error_at(source_, code_, begin_, {});
        if (token == Token::parse_error) {
            // The lexer stands just past the byte that it refused.
            const std::uint32_t refused = consumed() - 1;
            const std::string_view message = lexer_.get_error_message();
            const bool is_encoding =
                message.find("UTF-8") != std::string_view::npos || is_never_utf8(refused);
            const Code code = is_encoding ? Code::json_encoding : Code::json_syntax;
            // A token that is wrong from its first byte on is better told by what should stand there.
            if (refused != begin_ || is_encoding) return error_at(source_, code, refused, message);
        }
        const std::string_view found = begin_ == source_.size() ? "unexpected end: " : "";
        return error_at(source_, Code::json_syntax, begin_, arena_.join({found, "expected ", expected()}));
    }

    // Bytes that occur in no UTF-8 text, but in UTF-16 (its byte order mark) and in older character sets.
    [[nodiscard]] bool is_never_utf8(std::uint32_t offset) const {
        return offset < source_.size() && static_cast<unsigned char>(source_[offset]) >= 0xF8;
    }

    std::string_view source_;
    Arena& arena_;
    JsonLimits limits_;
    Lexer lexer_;
    Node* nodes_ = nullptr;
    std::uint32_t room_ = 0;  // for so many nodes
    char* text_end_ = nullptr;
    Expect expect_ = Expect::value;
    Code code_ = Code::json_syntax;
    std::uint32_t count_ = 0;  // of values so far
    std::uint32_t begin_ = 0;  // of the token
    std::uint32_t open_ =
        none;  // the innermost open container; while it is open, its `end` is the one around it
    std::uint32_t depth_ = 0;
    std::string_view key_;
};

Result<JsonDocument> parse_json(std::string_view source, Arena& arena, const JsonLimits& limits) {
    if (source.size() > limits.bytes) return error_at(source, Code::input_too_large, 0, {});
    const std::uint32_t begin = skip_space(source, has_mark(source) ? size32(byte_order_mark.size()) : 0);
    if (begin == source.size()) return error_at(source, Code::empty_input, begin, {});
    if (source[begin] == '<') return error_at(source, Code::html_not_json, begin, {});
    return JsonBuilder(source, arena, limits).build();
}

Position locate(std::string_view source, std::uint32_t offset) {
    Position place;
    for (std::size_t i = has_mark(source) ? byte_order_mark.size() : 0; i < offset && i < source.size();
         ++i) {
        const char c = source[i];
        if (c == '\n' || (c == '\r' && source.substr(i + 1, 1) != "\n")) {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace longread
