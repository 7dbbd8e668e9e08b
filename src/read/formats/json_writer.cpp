#include "read/formats/json_writer.h"

#include "base/text.h"

namespace longread {

void JsonWriter::member(std::string_view name, std::string_view text) {
    start(name);
    put(text);
}

void JsonWriter::member(std::string_view name, std::int64_t number) {
    start(name);
    out_ += Decimal(number);
}

void JsonWriter::member(std::string_view name, bool flag) {
    start(name);
    out_ += flag ? "true" : "false";
}

// Never inline: that is what they are for.
[[gnu::noinline]] void JsonWriter::begin_object(const char* name) { begin(name, '{'); }
[[gnu::noinline]] void JsonWriter::begin_array(const char* name) { begin(name, '['); }
[[gnu::noinline]] void JsonWriter::member(const char* name, std::string_view text) {
    member(std::string_view(name), text);
}
[[gnu::noinline]] void JsonWriter::member(const char* name, const char* text) {
    member(std::string_view(name), std::string_view(text));
}
[[gnu::noinline]] void JsonWriter::member(const char* name, std::int64_t number) {
    member(std::string_view(name), number);
}
[[gnu::noinline]] void JsonWriter::member(const char* name, bool flag) {
    member(std::string_view(name), flag);
}

void JsonWriter::element(std::string_view text) {
    start({});
    put(text);
}

void JsonWriter::begin(std::string_view name, char bracket) {
    start(name);
    out_ += bracket;
    is_first_ = true;
}

void JsonWriter::end(char bracket) {
    out_ += bracket;
    is_first_ = false;
}

void JsonWriter::start(std::string_view name) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    if (name.empty()) return;
    put(name);
    out_ += ':';
}

// The text is UTF-8, as everything that came through parse_json is.
void JsonWriter::put(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (byte < 0x20) {
            out_ += "\\u00";
            out_ += hex[byte >> 4U];
            out_ += hex[byte & 15U];
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

}  // namespace longread
