#include "read/formats/picture.h"

namespace longread {
namespace {

// 0 for what is no whole number of pixels.
std::int64_t pixels(std::string_view text) {
    if (text.size() > 6) return 0;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

void write_size(std::string_view name, std::string_view text, JsonWriter& out) {
    if (const std::int64_t size = pixels(text); size > 0) out.member(name, size);
}

void write_text(std::string_view name, std::string_view text, JsonWriter& out) {
    if (!text.empty()) out.member(name, text);
}

}  // namespace

void write_picture(std::string_view name, const Picture& picture, JsonWriter& out) {
    if (picture.src.empty()) return;
    out.begin_object(name);
    out.member("src", picture.src);
    write_text("srcset", picture.srcset, out);
    write_size("width", picture.width, out);
    write_size("height", picture.height, out);
    if (picture.alt.data() != nullptr) out.member("alt", picture.alt);
    write_text("caption", picture.caption, out);
    write_text("credit", picture.credit, out);
    out.end_object();
}

}  // namespace longread
