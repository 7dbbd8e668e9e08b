// JSON text to a read-only tree. nlohmann/json's lexer does the reading of tokens; this file's parser builds
// one flat array of nodes, so that a document costs two allocations and every value knows its byte offset.
// Nothing here is converted to floating point: numbers stay text or become 64-bit integers.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/arena.h"
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

// A parsed document. It lives in the arena that it was parsed into, as do all texts that its values give.
class JsonDocument {
  public:
    [[nodiscard]] JsonValue root() const;

  private:
    friend class JsonValue;
    friend class JsonBuilder;
    struct Node {
        JsonKind kind{};
        std::uint32_t offset = 0;  // of the value's first byte in the source
        std::uint32_t index = 0;   // of this node
        std::uint32_t end = 0;     // index just past this value's subtree
        std::string_view key;      // member name
        std::string_view text;     // string, or the digits of a number
        std::int64_t integer = 0;
    };
    const Node* nodes_ = nullptr;  // in document order
};

// One value of a document, cheap to copy, valid as long as the document's arena.
// A default-made value stands for "not there": its kind is null and exists() is false.
class JsonValue {
  public:
    JsonValue() = default;

    [[nodiscard]] bool exists() const { return node_ != nullptr; }
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
    // The same for a literal: a call costs the module half as many bytes, and there are hundreds.
    [[nodiscard]] JsonValue find(const char* key) const;
    [[nodiscard]] bool is_empty() const { return !first().exists(); }
    // Walk over the elements of an array or the members of an object: for (const JsonValue child : value) ...
    // A value that has none, or is not there, gives none.
    class Iterator;
    struct End {};
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] End end() const { return {}; }
    [[nodiscard]] JsonValue first() const;
    [[nodiscard]] JsonValue next(JsonValue parent) const;
    // The JSON pointer (RFC 6901) of this value; walks down from the root, so for messages only.
    [[nodiscard]] std::string_view pointer(Arena& arena) const;

  private:
    friend class JsonDocument;
    explicit JsonValue(const JsonDocument::Node* node) : node_(node) {}
    [[nodiscard]] std::int64_t integer_of_node() const { return node_->integer; }
    // The node just past this value's subtree.
    [[nodiscard]] const JsonDocument::Node* past() const { return node_ + (node_->end - node_->index); }

    const JsonDocument::Node* node_ = nullptr;  // all others of the document lie before and behind it
};

// The value below `value` that a JSON pointer (RFC 6901) names, or one that does not exist.
JsonValue find_pointer(JsonValue value, std::string_view pointer);

class JsonValue::Iterator {
  public:
    explicit Iterator(JsonValue parent) : parent_(parent), at_(parent.first()) {}
    JsonValue operator*() const { return at_; }
    void operator++() { at_ = at_.next(parent_); }
    bool operator!=(End /*end*/) const { return at_.exists(); }

  private:
    JsonValue parent_;
    JsonValue at_;
};

inline JsonValue::Iterator JsonValue::begin() const { return Iterator(*this); }

// Parses a whole document: RFC 8259, one value, UTF-8 with or without a byte order mark; lone surrogates,
// control characters in strings and bad UTF-8 are errors; numbers of any size are kept as text.
// Errors: empty_input, input_too_large, json_syntax, json_encoding, json_too_deep, json_too_many_values,
// html_not_json; each with offset, line and column.
Result<JsonDocument> parse_json(std::string_view source, Arena& arena, const JsonLimits& limits = {});

}  // namespace longread
