#include "base/tidy_text.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr char32_t apostrophe = U'\u2019';
constexpr char32_t no_break_space = U'\u00A0';
constexpr char32_t narrow_space = U'\u202F';

// One language in eight: its two letters, outer quotes, inner quotes, dash, and how the quotes are set (j:
// Japanese, s: narrow spaces inside). English comes first and serves all others.
constexpr std::u16string_view styles =
    u"en\u201C\u201D\u2018\u2019\u2014 "
    u"es«»\u201C\u201D\u2014 "
    u"fr«»\u201C\u201D\u2014s"
    u"de\u201E\u201C\u201A\u2018\u2013 "
    u"it«»\u201C\u201D\u2014 "
    u"nl\u201C\u201D\u2018\u2019\u2013 "
    u"pl\u201E\u201D«»\u2013 "
    u"ru«»\u201E\u201C\u2014 "
    u"uk«»\u201E\u201C\u2014 "
    u"sv\u201D\u201D\u2019\u2019\u2013 "
    u"da\u201C\u201D\u2018\u2019\u2013 "
    u"nb«»\u2018\u2019\u2013 "
    u"no«»\u2018\u2019\u2013 "
    u"fi\u201D\u201D\u2019\u2019\u2013 "
    u"ja「」『』\u2014j"
    u"ar\u201D\u201C\u2019\u2018\u2014 ";
constexpr std::size_t style_size = 8;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// White space that a reader may not see as more than one space; the separators of lines and paragraphs among
// it.
bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Any space, or the edge of a paragraph.
bool is_gap(char32_t c) {
    return c == 0 || is_space(c) || c == no_break_space || c == narrow_space ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

bool is_dropped(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF; }

bool is_hebrew(char32_t c) { return c >= 0x0590 && c <= 0x05FF; }

bool is_east_asian(char32_t c) {
    return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x1F000 && c <= 0x3FFFF);
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// What stands before an opening quote.
bool leads_to_quote(char32_t c) {
    return is_gap(c) || is_one_of(c, U"([{<-/=\u00A1\u00BF\u2013\u2014\u2018\u201A\u2039「『（");
}

// What stands after a closing quote.
bool follows_quote(char32_t c) {
    return is_gap(c) || is_one_of(c, U".,;:!?)]}>-/'\"\u2013\u2014\u2019\u201D\u203A»」』、。）");
}

// The code point behind so many others, or 0 where the text ends.
char32_t peek(std::string_view text, std::size_t skip = 0) {
    std::size_t i = 0;
    while (i < text.size()) {
        const CodePoint c = decode_at(text, i);
        if (skip-- == 0) return c.value;
        i += c.size;
    }
    return 0;
}

// How often the first character of a text is repeated, itself included.
std::size_t count_same(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && text[n] == text[0]) ++n;
    return n;
}

// Whether the word that a text ends with is part of an address, where punctuation means itself. It looks back
// so far and no farther, so that a text without spaces takes linear time.
bool ends_in_address(std::string_view text) {
    if (text.size() > 200) text.remove_prefix(text.size() - 200);
    const std::size_t space = text.rfind(' ');
    const std::string_view word = text.substr(space == std::string_view::npos ? 0 : space + 1);
    return word.find("://") != std::string_view::npos || word.substr(0, 4) == "www." || word == "xn" ||
           (word.size() > 2 && word.substr(word.size() - 3) == ".xn");
}

// Whether the text behind a quote is a word that begins with an apostrophe: '90s, 'n', 'tis, 's avonds.
bool is_clipped_word(std::string_view text) {
    if (is_digit(peek(text)) && is_digit(peek(text, 1))) return !is_digit(peek(text, 2));
    std::size_t size = 0;
    while (size < text.size() && is_word(static_cast<unsigned char>(text[size])) && size < 6) ++size;
    const std::string_view word = text.substr(0, size);
    const char32_t next = peek(text.substr(size));
    if (size == 1 && has_word("n", word)) return is_gap(next) || next == '\'' || next == apostrophe;
    if (size == 1) return is_space(next) && has_word("s t k m", word);
    return size > 0 && !is_word(next) && has_word("tis twas em til cause bout", word);
}

}  // namespace

TextTidier::Style TextTidier::style_of(std::string_view lang) {
    const std::string_view primary = lang.substr(0, lang.find_first_of("-_"));
    std::u16string_view found = styles;
    for (std::size_t i = 0; primary.size() == 2 && i < styles.size(); i += style_size) {
        if (styles[i] == static_cast<unsigned char>(lower_ascii(primary[0])) &&
            styles[i + 1] == static_cast<unsigned char>(lower_ascii(primary[1]))) {
            found = styles.substr(i);
        }
    }
    return {found[2], found[3], found[4], found[5], found[6], found[7] == 'j', found[7] == 's'};
}

TextTidier::TextTidier(std::string_view lang, Arena& arena) : arena_(arena), style_(style_of(lang)) {}

void TextTidier::restart() {
    before_ = U'\0';
    double_open_ = false;
    single_open_ = false;
}

void TextTidier::put(char32_t c) {
    append_utf8(out_, c);
    before_ = c;
}

// Words of ASCII letters with one space between them, at one go: nothing is to be done to them.
void TextTidier::put_plain() {
    std::size_t size = 0;
    bool after_letter = false;
    for (; size < rest_.size(); ++size) {
        const char c = rest_[size];
        const bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        if (!is_letter && (!after_letter || c != ' ')) break;
        after_letter = is_letter;
    }
    // A space at its end may be the first of several.
    if (size > 0 && !after_letter) --size;
    if (size == 0) return;
    out_ += rest_.substr(0, size);
    before_ = static_cast<unsigned char>(rest_[size - 1]);
    rest_.remove_prefix(size);
}

// A run of white space and no-break spaces becomes one of them, or nothing where a space stands already.
void TextTidier::put_space() {
    std::size_t count = 0;
    std::size_t i = 0;
    char32_t c = 0;
    while (i < rest_.size()) {
        const CodePoint next = decode_at(rest_, i);
        if (!is_space(next.value) && next.value != no_break_space) break;
        c = next.value;
        i += next.size;
        ++count;
    }
    rest_.remove_prefix(i);
    if (is_gap(before_)) return;
    put(count == 1 && c == no_break_space ? no_break_space : U' ');
}

// Whether a quote opens, by what stands on both sides of it.
bool TextTidier::opens_quote(char32_t next, bool is_open) const {
    if (leads_to_quote(before_)) return !is_open || !follows_quote(next);
    return !is_open && is_word(next);
}

// A quote of the language, with the narrow spaces that French sets inside. It stands for a bracket
// afterwards.
void TextTidier::put_quote(bool opens, char32_t mark) {
    const bool spaced = style_.spaced && (mark == U'«' || mark == U'»');
    if (spaced && !opens) {
        const bool has_space = !out_.empty() && out_.back() == ' ';
        if (has_space) out_.cut(out_.size() - 1);
        if (has_space || !is_gap(before_)) append_utf8(out_, narrow_space);
    }
    append_utf8(out_, mark);
    before_ = opens ? U'(' : U')';
    if (spaced && opens) put(narrow_space);
}

void TextTidier::put_double_quote() {
    const char32_t next = peek(rest_);
    const bool in_word = is_hebrew(before_) && is_hebrew(next);
    if ((is_digit(before_) && !double_open_) || in_word) return put(U'"');
    const bool opens = opens_quote(next, double_open_);
    if (style_.japanese && (opens ? !is_east_asian(before_) && !is_east_asian(next) : !double_open_)) {
        return put(U'"');
    }
    double_open_ = opens;
    put_quote(opens, opens ? style_.open : style_.close);
}

void TextTidier::put_single_quote() {
    const char32_t next = peek(rest_);
    const bool east_asian = style_.japanese && (is_east_asian(before_) || is_east_asian(next));
    if (is_digit(before_) && !single_open_ && (!is_word(next) || is_digit(next))) return put(U'\'');
    if (is_word(before_) && is_word(next) && !east_asian) return put(apostrophe);
    if (leads_to_quote(before_) && is_clipped_word(rest_)) return put(apostrophe);
    const bool opens = opens_quote(next, single_open_) && !(leads_to_quote(before_) && is_space(next));
    if (style_.japanese && (opens ? !east_asian : !single_open_)) {
        return put(is_word(before_) && !east_asian ? apostrophe : U'\'');
    }
    if (!opens && !single_open_) return put(is_gap(before_) ? U'\'' : apostrophe);
    single_open_ = opens;
    put_quote(opens, opens ? style_.inner_open : style_.inner_close);
}

// One hyphen has been taken off already.
void TextTidier::put_hyphens() {
    std::size_t more = !rest_.empty() && rest_[0] == '-' ? count_same(rest_) : 0;
    const char32_t next = peek(rest_.substr(more));
    bool is_dash = false;
    if (more == 0) {
        const std::string_view out = out_;
        const bool after_digit = out.size() >= 2 && is_digit(static_cast<unsigned char>(out[out.size() - 2]));
        is_dash =
            is_gap(before_) && before_ != 0 && is_space(next) && !(after_digit && is_digit(peek(rest_, 1)));
    } else if (more <= 2) {
        const bool is_option = is_gap(before_) && !is_gap(next);
        is_dash = !is_option && next != '>' && !is_one_of(before_, U"<!") && !ends_in_address(out_);
    }
    rest_.remove_prefix(more);
    if (is_dash) return put(style_.dash);
    for (++more; more > 0; --more) put(U'-');
}

// One full stop has been taken off already.
void TextTidier::put_full_stops() {
    std::size_t more = !rest_.empty() && rest_[0] == '.' ? count_same(rest_) : 0;
    rest_.remove_prefix(more);
    if ((more == 2 || more == 3) && !ends_in_address(out_)) {
        put(U'…');
        if (more == 3) put(U'.');
        return;
    }
    for (++more; more > 0; --more) put(U'.');
}

std::string_view TextTidier::run(std::string_view text) {
    rest_ = text;
    out_.clear();
    while (!rest_.empty()) {
        put_plain();
        if (rest_.empty()) break;
        const CodePoint c = decode_at(rest_, 0);
        if (is_space(c.value) || c.value == no_break_space) {
            put_space();
            continue;
        }
        rest_.remove_prefix(c.size);
        if (is_dropped(c.value)) continue;
        switch (c.value) {
            case '"': put_double_quote(); break;
            case '\'': put_single_quote(); break;
            case '-': put_hyphens(); break;
            case '.': put_full_stops(); break;
            case U'\u201C':
            case U'\u201D':
            case U'\u201E':
            case U'«':
            case U'»':
                put(c.value);
                double_open_ = !double_open_;
                before_ = double_open_ ? U'(' : U')';
                break;
            default: put(c.value);
        }
    }
    return arena_.keep(out_);
}

std::string_view tidy_text(std::string_view text, std::string_view lang, Arena& arena) {
    return trim(TextTidier(lang, arena).run(text));
}

bool looks_like_slug(std::string_view alt) {
    const std::string_view text = trim(alt);
    const std::size_t dot = text.rfind('.');
    if (dot != std::string_view::npos && dot > 0 &&
        has_word("jpg jpeg png gif webp avif svg tif tiff bmp heic", text.substr(dot + 1))) {
        return true;
    }
    if (text.empty() || text.find(' ') != std::string_view::npos) return false;
    if (text.find('_') != std::string_view::npos) return true;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i - 1] == '-' && text[i] >= 'a' && text[i] <= 'z') return true;
    }
    // The number of a picture: four digits or more behind a camera's prefix, six or more alone.
    std::size_t letters = 0;
    while (letters < text.size() && lower_ascii(text[letters]) >= 'a' && lower_ascii(text[letters]) <= 'z')
        ++letters;
    std::size_t digits = 0;
    for (const char c : text.substr(letters)) {
        if (c != '-' && !is_digit(static_cast<unsigned char>(c))) return false;
        if (c != '-') ++digits;
    }
    if (letters == 0) return digits >= 6;
    return digits >= 4 && has_word("img dsc dscn dscf pict pxl mvi image photo p", text.substr(0, letters));
}

}  // namespace longread
