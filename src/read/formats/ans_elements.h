// The content elements of ANS as HTML.
#pragma once

#include "read/formats/converter.h"
#include "read/formats/html_builder.h"

namespace longread {

Picture ans_picture(JsonValue image, Converter& to);
std::string_view author_name(JsonValue author);

class AnsElements {
  public:
    AnsElements(HtmlBuilder& html, Converter& to) : html_(html), to_(to) {}

    // A picture that stands above the story, and is left out where the story shows it again.
    void shown_before(std::string_view src) { shown_ = src; }
    void write(JsonValue element);
    void write_all(JsonValue elements) {
        for (const JsonValue element : elements) write(element);
    }

  private:
    void write_known(int type, JsonValue element);
    void write_unknown(JsonValue element);
    void write_quote(JsonValue element);
    void write_list(JsonValue element);
    void write_table(JsonValue element);
    void write_cells(JsonValue cells, std::string_view tag);
    void write_link(JsonValue element);
    void write_link_list(JsonValue element);
    void write_rating(JsonValue element);
    void write_gallery(JsonValue element);
    void write_film(std::string_view tag, JsonValue element);
    void write_story(JsonValue element);
    void write_oembed(JsonValue element);
    void write_reference(JsonValue element);
    void write_content(JsonValue element);
    void write_image(JsonValue element);

    HtmlBuilder& html_;
    Converter& to_;
    std::string_view shown_;
};

}  // namespace longread
