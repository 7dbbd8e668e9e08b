// What the adapters have in common: the document that they write, and the quirks that foreign formats share
// (HTML in titles, bodies that must be told where they came from, dates without a zone). Losses are noted at
// their place.
#pragma once

#include <string_view>

#include "read/document_reader.h"
#include "read/formats/json_writer.h"
#include "read/parsers.h"

namespace longread {

class Converter {
  public:
    Converter(const Parsers& parsers, DocumentReader& source, JsonWriter& out)
        : parsers_(parsers), source_(source), out_(out) {}

    // The document that is written. Members that have nothing to say are left out by the functions below.
    [[nodiscard]] JsonWriter& out() const { return out_; }
    [[nodiscard]] Arena& arena() const { return source_.arena(); }
    void note(Code code, JsonValue at, std::string_view detail = {}) { source_.note(code, at, detail); }
    [[nodiscard]] Error error(Code code, JsonValue at, std::string_view detail) const {
        return source_.error(code, at, detail);
    }

    // A member with the text of a value, as it is: strings and numbers; nothing for null, what is missing and
    // "".
    void text(const char* name, JsonValue value);
    // The same for a value that holds HTML: "Don&#8217;t <em>go</em>" becomes Don’t go.
    void plain(const char* name, JsonValue html);
    [[nodiscard]] std::string_view plain(JsonValue html) { return plain_text(html.text(), html); }
    // place: what notes about it are to name.
    [[nodiscard]] std::string_view plain_text(std::string_view html, JsonValue place);
    // "body": {"html": ...}, with the place that notes about it are to name.
    void html_body(JsonValue html);
    void html_body(std::string_view html, JsonValue place);

  private:
    const Parsers& parsers_;
    DocumentReader& source_;
    JsonWriter& out_;
};

}  // namespace longread
