// Documents of systems that leave it to each site what its fields are called (Sanity, Contentful, editors'
// own): the names that most sites choose.
#pragma once

#include <string_view>

#include "read/formats/converter.h"

namespace longread {

class SiteFields {
  public:
    // root: where linked entries may be included (Contentful).
    SiteFields(JsonValue root, Converter& to) : includes_(root.find("includes")), to_(to) {}

    // Writes all but the picture and the body; false: there is no title.
    bool write(JsonValue fields);
    // The picture above the article, in whatever form the format has for one.
    JsonValue find_hero(JsonValue fields);
    // The entry or asset that a link leads to, of a text in several languages the first; else the value.
    JsonValue see(JsonValue value);

  private:
    JsonValue find(JsonValue fields, std::string_view names);
    void write_text(std::string_view name, JsonValue fields, std::string_view names);
    void write_names(std::string_view member, JsonValue value);
    JsonValue name_of(JsonValue value);

    JsonValue includes_;
    Converter& to_;
    int searches_ = 500;  // each looks through all that is included
};

}  // namespace longread
