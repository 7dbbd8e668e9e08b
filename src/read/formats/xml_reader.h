// Reads XML one event at a time, as feeds have it: elements, attributes, text, CDATA, comments, processing
// instructions. A document type is passed by and no entity but XML's own five is expanded, so nothing that is
// read can grow or lead elsewhere; "&nbsp;" and a loose "&", which feeds of HTML are full of, stay as they
// are. Bytes that are not UTF-8 are taken for Latin-1. Stricter than HTML: a tag that is not closed ends it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/list.h"

namespace longread {

enum class XmlEvent : std::uint8_t { start, end, text, finish, failure };

class XmlReader {
  public:
    // What comes out lives in the arena; the source must live as long as the reader.
    XmlReader(std::string_view source, Arena& arena);

    XmlEvent next();
    // To the next child of the element that was open at that depth; false where there is none left, or at a
    // failure. What is inside the child before is passed by.
    bool next_child(std::uint32_t parent_depth);

    // How many elements are open, the one that has just begun among them, the one that has just ended not.
    [[nodiscard]] std::uint32_t depth() const { return static_cast<std::uint32_t>(open_.size()); }
    // Of the element that has just begun: "item", "media:content".
    [[nodiscard]] std::string_view name() const { return name_; }
    // Empty where there is none.
    [[nodiscard]] std::string_view attribute(const char* name) const;
    // All text inside the element that has just begun, which is then passed by.
    std::string_view read_text();
    // The same with the tags in it, as HTML.
    std::string_view read_markup();

    // Why the reader has stopped, after a failure.
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  private:
    XmlEvent take_markup();
    XmlEvent take_start();
    XmlEvent take_end();
    XmlEvent close();
    bool take_attribute();
    bool pass(std::string_view begin, std::string_view end);
    bool pass_document_type();
    XmlEvent fail(std::string_view detail, Code code = Code::not_a_document);
    void skip_space();
    std::string_view take_name();
    [[nodiscard]] std::string_view rest() const { return source_.substr(at_); }
    [[nodiscard]] std::string_view decode(std::string_view raw, bool has_entities) const;

    std::string_view source_;
    Arena& arena_;
    std::size_t at_ = 0;
    std::size_t event_ = 0;  // where the event that was given last begins
    List<std::string_view> open_;
    std::string_view name_;
    std::string_view attributes_;  // of the last start, as they are written
    std::string_view text_;        // of the last text
    bool is_cdata_ = false;
    bool is_empty_ = false;  // <name/>: its end comes next
    bool has_root_ = false;
    std::uint32_t elements_ = 0;
    std::optional<Error> error_;
};

// Whether a document begins as XML and HTML do.
bool begins_with_tag(std::string_view source);

}  // namespace longread
