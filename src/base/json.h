// JSON text to a read-only tree. nlohmann/json's lexer does the reading of tokens; this file's parser builds
// one flat array of nodes, so that a document costs two allocations and every value knows its byte offset.
// Nothing here is converted to floating point: numbers stay text or become 64-bit integers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace longread {

enum class JsonKind : std::uint8_t { null, boolean, integer, decimal, string, array, object };

// How much a document may hold. Defaults: design.md section 8 and notes/security.md section 6.
struct JsonLimits {
    std::uint32_t bytes = 4U << 20U;
    std::uint32_t depth = 128;
    std::uint32_t values = 200'000;
};

struct Position {
    std::uint32_t line = 1;    // from 1
    std::uint32_t column = 1;  // from 1, in code points
};

// The line and column of a byte offset in UTF-8 text.
Position locate(std::string_view source, std::uint32_t offset);

class JsonValue;

// A parsed document: owns its text; values are views into it.
class JsonDocument {
   public:
    [[nodiscard]] JsonValue root() const;

   private:
    friend class JsonValue;
    friend class JsonBuilder;
    struct Node {
        JsonKind kind{};
        std::uint32_t offset = 0;  // of the value's first byte in the source
        std::uint32_t end = 0;     // index just past this value's subtree
        std::uint32_t key = 0, key_size = 0;    // member name, in strings_
        std::uint32_t text = 0, text_size = 0;  // string, or the digits of a number, in strings_
        std::int64_t integer = 0;
    };
    std::vector<Node> nodes_;  // in document order
    std::string strings_;
};

// One value of a document, cheap to copy, valid as long as the document stands unmoved.
// A default-made value stands for "not there": its kind is null and exists() is false.
class JsonValue {
   public:
    JsonValue() = default;

    [[nodiscard]] bool exists() const { return document_ != nullptr; }
    [[nodiscard]] JsonKind kind() const;
    [[nodiscard]] bool is(JsonKind kind) const { return exists() && this->kind() == kind; }
    // The decoded string, or the text of a number; empty for any other kind.
    [[nodiscard]] std::string_view text() const;
    // The value of an integer; 0 for any other kind.
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] bool boolean() const { return is(JsonKind::boolean) && integer_of_node() != 0; }
    // The member name, where this value is a member of an object; else empty.
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] std::uint32_t offset() const;
    // The last member of that name (as JSON.parse would have it), or a value that does not exist.
    [[nodiscard]] JsonValue find(std::string_view key) const;
    [[nodiscard]] bool is_empty() const { return !first().exists(); }
    // Walk over the elements of an array or the members of an object:
    // for (auto child = value.first(); child.exists(); child = child.next(value)) ...
    [[nodiscard]] JsonValue first() const;
    [[nodiscard]] JsonValue next(JsonValue parent) const;
    // The JSON pointer (RFC 6901) of this value; walks down from the root, so for messages only.
    [[nodiscard]] std::string pointer() const;

   private:
    friend class JsonDocument;
    JsonValue(const JsonDocument* document, std::uint32_t index) : document_(document), index_(index) {}
    [[nodiscard]] std::int64_t integer_of_node() const;
    [[nodiscard]] const JsonDocument::Node& node() const { return document_->nodes_[index_]; }

    const JsonDocument* document_ = nullptr;
    std::uint32_t index_ = 0;
};

// Parses a whole document: RFC 8259, one value, UTF-8 with or without a byte order mark; lone surrogates,
// control characters in strings and bad UTF-8 are errors; numbers of any size are kept as text.
// Errors: empty_input, input_too_large, json_syntax, json_encoding, json_too_deep, json_too_many_values,
// html_not_json; each with offset, line and column.
Result<JsonDocument> parse_json(std::string_view source, const JsonLimits& limits = {});

}  // namespace longread
