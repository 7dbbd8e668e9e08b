// What a story of any system says of itself beside its text. An adapter fills it in; this file alone knows
// how it is written as an article of ours, and as a card.
#pragma once

#include <string_view>

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

// The members of an article, into the object that is open. html: its text, from that place of the document;
// where it is empty, the dek stands for it, with a link to the rest. A dek that is the beginning of the text,
// and a hero that is its first picture, are left out. An error where there is neither text nor dek.
std::optional<Error> write_article(ForeignStory& story, std::string_view html, JsonValue place,
                                   Converter& to);

// Fills in a story that is empty.
using ReadStory = void (*)(JsonValue item, ForeignStory& story, Converter& to);

// "items": one card for each story of the list: as many as a feed may have and one more, so that the reader
// of the feed notes that it was cut. An error where it is no list.
std::optional<Error> write_cards(JsonValue list, ReadStory read, Converter& to);
constexpr std::uint32_t most_written_cards = 51;

// One card of "items".
void write_card(const ForeignStory& story, Converter& to);

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
