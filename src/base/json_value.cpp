#include "base/json.h"
#include "base/text.h"

namespace longread {

JsonValue JsonDocument::root() const { return JsonValue(nodes_); }

JsonKind JsonValue::kind() const { return exists() ? node_->kind : JsonKind::null; }

std::string_view JsonValue::text() const { return exists() ? node_->text : std::string_view(); }

std::int64_t JsonValue::integer() const { return is(JsonKind::integer) ? node_->integer : 0; }

std::string_view JsonValue::key() const { return exists() ? node_->key : std::string_view(); }

std::uint32_t JsonValue::offset() const { return exists() ? node_->offset : 0; }

JsonValue JsonValue::find(std::string_view key) const {
    JsonValue found;
    if (!is(JsonKind::object)) return found;
    for (const JsonValue member : *this) {
        if (member.key() == key) found = member;
    }
    return found;
}

[[gnu::noinline]] JsonValue JsonValue::find(const char* key) const { return find(std::string_view(key)); }

JsonValue JsonValue::first() const {
    if (!exists() || past() == node_ + 1) return {};
    return JsonValue(node_ + 1);
}

JsonValue JsonValue::next(JsonValue parent) const {
    if (!exists() || !parent.exists() || past() >= parent.past()) return {};
    return JsonValue(past());
}

std::string_view JsonValue::pointer(Arena& arena) const {
    if (!exists()) return {};
    TextBuffer path;
    JsonValue at(node_ - node_->index);
    while (at.node_ != node_) {
        std::int64_t position = 0;
        JsonValue child = at.first();
        for (; child.past() <= node_; child = child.next(at)) ++position;
        path += '/';
        if (at.kind() == JsonKind::array) path += Decimal(position);
        for (const char c : child.key()) {
            const bool is_escaped = c == '~' || c == '/';
            if (is_escaped) path += '~';
            path += c == '~' ? '0' : c == '/' ? '1' : c;
        }
        at = child;
    }
    return arena.keep(path);
}

namespace {

// The child that a token of a JSON pointer names.
JsonValue find_child(JsonValue parent, std::string_view token) {
    if (parent.is(JsonKind::array)) {
        std::int64_t position = 0;
        for (const JsonValue child : parent) {
            if (std::string_view(Decimal(position++)) == token) return child;
        }
        return {};
    }
    TextBuffer key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool is_escaped = token[i] == '~' && i + 1 < token.size();
        if (is_escaped) ++i;
        key += !is_escaped ? token[i] : token[i] == '0' ? '~' : '/';
    }
    return parent.find(std::string_view(key));
}

}  // namespace

JsonValue find_pointer(JsonValue value, std::string_view pointer) {
    while (!pointer.empty() && value.exists()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        value = find_child(value, token);
    }
    return value;
}

}  // namespace longread
