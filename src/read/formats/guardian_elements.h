// The elements of the Guardian's articles as HTML: some kinds have a shape of their own here, all others are
// shown field by field, so that what is new or rare keeps its words.
#pragma once

#include "read/formats/converter.h"
#include "read/formats/html_builder.h"

namespace longread {

// The picture of an image element of either model.
Picture guardian_picture(JsonValue element, Converter& to);
// "text" of an element's type, in either model.
std::string_view guardian_kind(JsonValue element);
bool is_guardian_image(JsonValue element);

class GuardianElements {
  public:
    GuardianElements(HtmlBuilder& html, Converter& to) : html_(html), to_(to) {}

    void write(JsonValue element);
    void write_all(JsonValue elements) {
        for (const JsonValue element : elements) write(element);
    }
    // "★★★★☆"
    void write_stars(std::int64_t rating);

  private:
    void write_kind(int kind, JsonValue element, JsonValue data);
    void write_fields(JsonValue data);
    void write_field(JsonValue field);
    void write_aside(JsonValue data);
    void write_pull_quote(JsonValue data);
    void write_link(JsonValue data);
    void write_pictures(JsonValue data);
    void write_cartoon(JsonValue data);
    void write_embed(JsonValue data);
    void write_atom_film(JsonValue data);
    void write_media(std::string_view tag, JsonValue element, JsonValue data);

    HtmlBuilder& html_;
    Converter& to_;
};

}  // namespace longread
