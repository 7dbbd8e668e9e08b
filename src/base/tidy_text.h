// The text niceties, in one place: what newsrooms' copy needs before it is set. Never applied to code.
//
// - A run of white space becomes one space; so does a run of several no-break spaces. A no-break space that
//   stands alone stays, because French and numbers need it. Control characters and byte order marks vanish;
//   bytes that are not UTF-8 become U+FFFD.
// - Straight quotes become the language's own (CLDR's delimiters; French with U+202F inside «», and “”
// within;
//   Dutch keeps single and double as the author chose; other languages as English). Japanese: 「」 and 『』
//   where they stand at Japanese text, else they stay. A quote after a digit stays where none is open: 6'2",
//   5". So does one between two Hebrew letters. Curly quotes stay as they are.
// - An apostrophe within or before a word becomes ’: don't, '90s, rock 'n' roll, 's avonds.
// - Two or three hyphens become a dash, and so does one hyphen between spaces, unless digits stand on both
//   sides (2 - 1). The dash is – in da, de, fi, nb, nl, pl and sv, else —; spaces around it stay as the
//   author has them. Hyphens inside words, in addresses (https://a.example/b--c), options (--help) and longer
//   lines
//   (-----) stay.
// - Three full stops become …, four …. with the stop that ends the sentence.
//
// No letter or digit is ever lost.
#pragma once

#include <string_view>

#include "base/text_buffer.h"

namespace longread {

// Carries what stood before from one run of text to the next of the same paragraph ("<b>He</b>'s"), so that
// quotes open and close rightly across inline markup.
class TextTidier {
  public:
    // lang: BCP 47; its primary subtag chooses quotes and dash. arena: where tidied texts live.
    TextTidier(std::string_view lang, Arena& arena);

    // The run, tidied. White space at its start is dropped where a space or nothing stood before it.
    std::string_view run(std::string_view text);
    // Forgets what stood before: a new paragraph or a line break.
    void restart();
    // Notes a thing that is not text (an image, a code span) as a letter that stood before.
    void object() { before_ = U'x'; }

  private:
    struct Style {
        char32_t open, close, inner_open, inner_close, dash;
        bool japanese, spaced;
    };
    static Style style_of(std::string_view lang);
    void put(char32_t c);
    void put_plain();
    void put_space();
    void put_double_quote();
    void put_single_quote();
    void put_apostrophe();
    void put_quote(bool opens, char32_t mark);
    void put_hyphens();
    void put_full_stops();
    [[nodiscard]] bool opens_quote(char32_t next, bool is_open) const;

    Arena& arena_;
    Style style_;
    std::string_view rest_;    // of the run that is being read
    TextBuffer out_;           // what has become of it so far
    char32_t before_ = U'\0';  // an opening or closing quote counts as a bracket
    bool double_open_ = false;
    bool single_open_ = false;
};

// A whole text by itself: tidied and trimmed; empty when it held nothing but white space and no-break spaces.
std::string_view tidy_text(std::string_view text, std::string_view lang, Arena& arena);

// Whether an alternative text is a file's name or slug rather than words. It is when it ends like a picture
// file
// ("my photo.jpg"), or has no space and either an underscore, a small letter right after a hyphen
// ("Putin-biden") or the number of a camera ("DSC01234", "IMG-2041", "20210730"). "COVID-19" and "Spider-Man"
// are words; so that slugs are found, "mother-in-law" alone is taken for one.
bool looks_like_slug(std::string_view alt);

}  // namespace longread
