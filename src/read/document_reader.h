// Reads typed fields out of a JSON document and notes what does not fit, so that every reader of a document
// type says only what its fields are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json.h"
#include "base/time.h"
#include "base/url.h"
#include "model/article.h"

namespace longread {

class DocumentReader {
   public:
    // source: the bytes the document was parsed from; base_url: see resolve_url; both outlive the reader.
    DocumentReader(std::string_view source, std::string_view base_url, Notes& notes)
        : source_(source), base_url_(base_url), notes_(notes) {}

    [[nodiscard]] std::string_view base_url() const { return base_url_; }
    [[nodiscard]] std::string_view lang() const { return lang_; }
    void set_lang(std::string_view lang) { lang_ = lang; }
    Notes& notes() { return notes_; }

    void note(Code code, JsonValue at, std::string_view detail = {});
    // Notes every member whose name is not in `known` (names with a space before and behind each); names
    // that start with "_" are other people's extensions and pass.
    void note_unknown(JsonValue object, std::string_view known);
    [[nodiscard]] Error error(Code code, JsonValue at, std::string_view detail) const;

    // Each takes the member of that name. Not there: the empty value. Of another type or out of bounds: the
    // empty value (or the nearest bound) and a note.
    std::string raw_text(JsonValue object, std::string_view key);
    std::string text(JsonValue object, std::string_view key);  // tidied, at most 2,048 bytes
    std::string url(JsonValue object, std::string_view key, UrlUse use);
    std::optional<Timestamp> time(JsonValue object, std::string_view key);
    std::int64_t integer(JsonValue object, std::string_view key, std::int64_t low, std::int64_t high,
                         std::int64_t otherwise);
    bool flag(JsonValue object, std::string_view key);
    std::string lang_tag(JsonValue object, std::string_view key);
    // The member if it is of that kind, else a value that does not exist.
    JsonValue member(JsonValue object, std::string_view key, JsonKind kind);
    JsonValue list(JsonValue object, std::string_view key) { return member(object, key, JsonKind::array); }
    // Paragraphs: a list of texts, or one text.
    std::vector<std::string> paragraphs(JsonValue object, std::string_view key);
    // Texts of a list.
    std::vector<std::string> words(JsonValue object, std::string_view key);
    // An image object, or a plain URL.
    Image image(JsonValue value);
    Image image(JsonValue object, std::string_view key) { return image(object.find(key)); }
    // Links: objects {label, url}, or plain labels.
    std::vector<Link> links(JsonValue object, std::string_view key);

    // The texts of one value rather than of a member.
    std::string tidy(JsonValue value);
    std::string checked_url(JsonValue value, UrlUse use);

   private:
    std::string srcset(JsonValue object);

    std::string_view source_;
    std::string_view base_url_;
    std::string lang_ = "en";
    Notes& notes_;
};

// Whether text has the shape of a BCP 47 tag: letters, digits and hyphens, 2 to 35 of them.
bool is_lang_tag(std::string_view text);

}  // namespace longread
