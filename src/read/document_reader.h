// Reads typed fields out of a JSON document and notes what does not fit, so that every reader of a document
// type says only what its fields are.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/json.h"
#include "base/time.h"
#include "base/url.h"
#include "model/article.h"

namespace longread {

class DocumentReader {
  public:
    // More are not kept.
    static constexpr std::size_t most_notes = 200;

    // source: the bytes the document was parsed from; base_url: see resolve_url; both outlive the reader. All
    // texts that come out live in the arena.
    DocumentReader(std::string_view source, std::string_view base_url, Arena& arena, Notes& notes)
        : source_(source), base_url_(base_url), arena_(arena), notes_(notes) {}

    [[nodiscard]] std::string_view base_url() const { return base_url_; }
    [[nodiscard]] std::string_view lang() const { return lang_; }
    void set_lang(std::string_view lang) { lang_ = lang; }
    [[nodiscard]] Arena& arena() const { return arena_; }
    Notes& notes() { return notes_; }

    // Counts an element or a text of so many bytes; false where the document's bodies hold more than they
    // may: 50,000 of them or 1 MiB of text, as parsers may give (notes/security.md section 6).
    bool has_room(std::size_t bytes = 0);

    void note(Code code, JsonValue at, std::string_view detail = {});
    // Notes every member whose name is not in `known` (names with spaces between them); names that start with
    // "_" are other people's extensions and pass.
    void note_unknown(JsonValue object, std::string_view known);
    [[nodiscard]] Error error(Code code, JsonValue at, std::string_view detail) const;

    // Each takes the member of that name, a literal (see JsonValue::find). Not there: the empty value. Of
    // another type or out of bounds: the empty value (or the nearest bound) and a note.
    std::string_view raw_text(JsonValue object, const char* key);
    std::string_view text(JsonValue object, const char* key);  // tidied, at most 2,048 bytes
    std::string_view url(JsonValue object, const char* key, UrlUse use);
    std::optional<Timestamp> time(JsonValue object, const char* key);
    std::int64_t integer(JsonValue object, const char* key, std::int64_t low, std::int64_t high,
                         std::int64_t otherwise);
    bool flag(JsonValue object, const char* key);
    std::string_view lang_tag(JsonValue object, const char* key);
    // The member if it is of that kind, else a value that does not exist.
    JsonValue member(JsonValue object, const char* key, JsonKind kind);
    JsonValue list(JsonValue object, const char* key) { return member(object, key, JsonKind::array); }
    // Paragraphs: a list of texts, or one text.
    List<std::string_view> paragraphs(JsonValue object, const char* key);
    // Texts of a list.
    List<std::string_view> words(JsonValue object, const char* key);
    // An image object, or a plain URL.
    Image image(JsonValue value);
    Image image(JsonValue object, const char* key) { return image(object.find(key)); }
    // Links: objects {label, url}, or plain labels.
    List<Link> links(JsonValue object, const char* key);

    // The texts of one value rather than of a member.
    std::string_view tidy(JsonValue value);
    std::string_view checked_url(JsonValue value, UrlUse use);

  private:
    bool is_text(JsonValue value);
    std::string_view srcset(JsonValue object);
    std::string_view sizes(JsonValue object);
    void read_focus(JsonValue object, Image& image);

    std::string_view source_;
    std::string_view base_url_;
    std::string_view lang_ = "en";
    Arena& arena_;
    Notes& notes_;
    std::uint32_t nodes_ = 0;
    std::size_t bytes_ = 0;
};

// Whether text has the shape of a BCP 47 tag: letters, digits and hyphens, 2 to 35 of them.
bool is_lang_tag(std::string_view text);

}  // namespace longread
