// The content elements of ANS as HTML.
#pragma once

#include "read/formats/element_writer.h"

namespace longread {

class AnsElements final : public ElementWriter {
  public:
    using ElementWriter::ElementWriter;

    // A picture above the story becomes its hero, and is left out where the story shows it again; what else
    // stands there begins the body.
    void write_hero(JsonValue lead);
    void write(JsonValue element) override;

  private:
    void write_part(char which, JsonValue element) override;
    void write_table(JsonValue element);
    void write_image(JsonValue element);
    void write_film(const char* tag, JsonValue element);
    std::string_view credit_of(JsonValue image);

    std::string_view shown_;
};

}  // namespace longread
