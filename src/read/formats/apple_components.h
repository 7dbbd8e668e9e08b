// The components of Apple News Format as HTML, and what of them stands outside of the body.
#pragma once

#include "read/formats/apple_text.h"
#include "read/formats/converter.h"

namespace longread {

// Components that say what the article's own fields say: found before the body is written, which leaves them
// out.
struct AppleHead {
    JsonValue title;
    JsonValue intro;
    JsonValue byline;
    JsonValue picture;         // a component, or what a container is filled with
    List<JsonValue> captions;  // behind the picture
    bool has_text = false;     // the body has begun
    std::string_view title_text;
    std::string_view author;  // the first one
};

// Looks through components from the start for those that belong above the body.
void find_head(JsonValue components, AppleHead& head, AppleText& text, Arena& arena);

Picture apple_picture(JsonValue item, AppleText& text);

// The URL of a picture that a component shows or is filled with; empty where it has none.
JsonValue find_picture(JsonValue component, AppleText& text);

class AppleComponents {
  public:
    AppleComponents(HtmlBuilder& html, const AppleHead& head, AppleText& text, Converter& to)
        : html_(html), head_(head), text_(text), to_(to) {}

    void write_all(JsonValue components);

  private:
    void write_role(int role, JsonValue component);
    void write_inside(std::string_view tag, JsonValue component);
    void write_unknown(JsonValue component);
    void write_title(JsonValue component);
    void write_caption(JsonValue component);
    void write_quote(JsonValue component, bool is_pull_quote);
    void write_byline(JsonValue component);
    void write_figure(JsonValue component);
    void write_gallery(JsonValue component);
    void write_media(std::string_view tag, JsonValue component);
    void write_link(JsonValue component);
    void write_table(JsonValue component);
    void write_cell(JsonValue value);
    [[nodiscard]] bool is_in_head(JsonValue component) const;

    HtmlBuilder& html_;
    const AppleHead& head_;
    AppleText& text_;
    Converter& to_;
};

}  // namespace longread
