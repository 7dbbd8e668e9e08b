// The elements of the Guardian's articles as HTML: some kinds have a shape of their own here, all others are
// shown field by field, so that what is new or rare keeps its words.
#pragma once

#include "read/formats/element_writer.h"

namespace longread {

class GuardianElements final : public ElementWriter {
  public:
    using ElementWriter::ElementWriter;

    void write(JsonValue element) override;
    // An element of a picture, in either model; and one as the article's own.
    static bool is_image(JsonValue element);
    void write_hero(JsonValue element);
    // "★★★★☆"
    void write_stars(std::int64_t rating);

  private:
    struct Picture;

    void write_part(char which, JsonValue element) override;
    void write_data(JsonValue element, JsonValue data);
    void write_fields_of(JsonValue data);
    void write_field(JsonValue field);
    void write_text(std::string_view html, const char* tag);
    void write_aside(JsonValue data);
    void write_image(JsonValue element);
    void write_media(const char* tag, JsonValue element, JsonValue data);
    Picture read_picture(JsonValue element);
};

}  // namespace longread
