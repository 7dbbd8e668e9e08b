// Writes the elements of a foreign document as HTML by patterns, a pattern being to HTML what a table is to
// our JSON (write_fields.h).
#pragma once

#include "read/formats/converter.h"
#include "read/formats/html_builder.h"

namespace longread {

class ElementWriter {
  public:
    ElementWriter(HtmlBuilder& html, Converter& to) : html_(html), to_(to) {}

    virtual void write(JsonValue element) = 0;
    // The elements of a list, or one element.
    virtual void write_all(JsonValue elements);

  protected:
    ~ElementWriter() = default;

    // A pattern is markup with places for values, each with where it is found (find_any.h):
    //     {title}         text, as it is; line ends become line breaks
    //     {!content}      HTML
    //     {=caption}      the words of what is HTML
    //     {href=url}      an attribute, where there is a value
    //     {#level}        the tag of a heading of that level
    //     {*content}      elements, written by write()
    //     {+items}        the same, each in a <li>
    //     {@x}            what write_part() writes for the letter
    void write_pattern(JsonValue value, const char* pattern);
    // The pattern that a table has for a name. A table has lines of names, "|" and a pattern. Gives 0 where
    // it is written, the letter of a pattern "@x", which is left to the caller, and '?' where there is none.
    char write_by(const char* table, std::string_view name, JsonValue value);
    virtual void write_part(char which, JsonValue value);
    // <tr>: cells that are objects are elements, texts are HTML.
    void write_row(JsonValue cells, const char* tag);

    HtmlBuilder& html_;
    Converter& to_;

  private:
    void write_value(JsonValue value, std::string_view place);
    void write_text_pattern(JsonValue value, std::string_view pattern);
};

}  // namespace longread
