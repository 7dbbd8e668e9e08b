// What a story of any system says of itself beside its text. An adapter fills it in; this file alone knows
// how it is written as an article of ours, and as a card.
#pragma once

#include <string_view>

#include "read/formats/convert_document.h"
#include "read/formats/converter.h"

namespace longread {

struct ForeignLink {
    std::string_view label;
    std::string_view url;
};

struct ForeignPerson {
    std::string_view name;
    std::string_view url;
    std::string_view bio;
    std::string_view image;
};

struct ForeignPicture {
    std::string_view src;
    std::string_view srcset;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::string_view alt;
    bool has_alt = false;
    std::string_view caption;
    std::string_view credit;
};

// Texts are plain; what is empty is left out.
struct ForeignStory {
    std::string_view id;
    std::string_view url;
    std::string_view lang;
    std::string_view title;
    std::string_view dek;
    ForeignLink kicker;
    List<ForeignLink> tags;
    List<ForeignPerson> byline;
    std::string_view published;
    std::string_view updated;
    ForeignPicture picture;
};

// The members of an article, but for its body, or of a card; into the object that is open.
void write_story(const ForeignStory& story, DocumentUse use, Converter& to);

// "body" of a story whose text the document does not hold: what is known of it, and the way to the rest.
void write_short_body(std::string_view text, std::string_view url, Converter& to);

// One card of "items".
void write_card(const ForeignStory& story, Converter& to);

// "items": one card for each story of the list that `read` makes a story of: as many as a feed may have and
// one more, so that the reader of the feed notes that it was cut.
void write_cards(JsonValue list, ForeignStory (*read)(JsonValue, Converter&), Converter& to);
constexpr std::uint32_t most_written_cards = 51;

// One more candidate of a srcset; URLs that one cannot hold are left out.
void add_candidate(TextBuffer& srcset, std::string_view url, std::int64_t width);

// A whole number that may be written as a text: 1200, "1200", "1200px"; 0 where it is none.
std::int64_t number_of(JsonValue value);

// "en_US" and "en-us" as a language tag; empty for what is none ("English").
std::string_view language_of(std::string_view text, Arena& arena);

// The first of the two that says something.
inline std::string_view either(std::string_view one, std::string_view other) {
    return one.empty() ? other : one;
}

}  // namespace longread
