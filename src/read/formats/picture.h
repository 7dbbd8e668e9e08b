// A picture of a foreign document, as its fields were found: written as an image of ours, or as a figure of
// HTML (html_builder.h).
#pragma once

#include <string_view>

#include "base/json.h"
#include "read/formats/json_writer.h"

namespace longread {

// All plain text. Sizes may be whatever the document says: only whole numbers are taken.
struct Picture {
    std::string_view src;
    std::string_view srcset;
    std::string_view width;
    std::string_view height;
    std::string_view alt;  // without data(): nothing is said about it
    std::string_view caption;
    std::string_view credit;
};

// What an alternative text says; a text that is empty says that the picture is decorative.
inline std::string_view alt_text(JsonValue value) {
    if (!value.is(JsonKind::string)) return {};
    return value.text().empty() ? std::string_view("") : value.text();
}

// The image as a member; nothing for one without a URL.
void write_picture(std::string_view name, const Picture& picture, JsonWriter& out);

}  // namespace longread
