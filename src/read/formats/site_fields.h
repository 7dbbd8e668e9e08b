// Documents of systems that leave it to each site what its fields are called (Sanity, Contentful, editors'
// own): the names that most sites choose.
#pragma once

#include <string_view>

#include "read/formats/adapter.h"
#include "read/formats/converter.h"
#include "read/formats/find_any.h"

namespace longread {

class SiteFields {
  public:
    // root: where linked entries may be included (Contentful).
    SiteFields(JsonValue root, Converter& to) : includes_(find_member(root, "includes")), to_(to) {}

    // Writes all but the picture and the body; false: there is no title.
    bool write(JsonValue fields);
    // The picture above the article, in whatever form the format has for one.
    JsonValue find_hero(JsonValue fields);
    // The same as a member, where it is a URL, or an object that has one.
    void write_hero(JsonValue fields, const char* member = "hero");
    // The entry or asset that a link leads to, of a text in several languages the first; else the value.
    JsonValue see(JsonValue value);

  private:
    void write_text(const char* member, JsonValue fields, const char* names);
    void write_names(const char* member, JsonValue fields, const char* names);

    JsonValue includes_;
    Converter& to_;
    int searches_ = 500;  // each looks through all that is included
};

// A list of such documents, which name their pages, as a feed.
extern const Adapter site_list;
std::optional<Error> convert_site_list(JsonValue root, Converter& to);

}  // namespace longread
