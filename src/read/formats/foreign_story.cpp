#include "read/formats/foreign_story.h"

#include "base/text.h"
#include "read/formats/excerpt.h"
#include "read/formats/foreign_html.h"

namespace longread {
namespace {

void put(const char* name, std::string_view text, JsonWriter& out) {
    if (!text.empty()) out.member(name, text);
}

void write_link(const ForeignLink& link, JsonWriter& out) {
    if (link.url.empty()) return out.element(link.label);
    out.begin_object();
    out.member("label", link.label);
    out.member("url", link.url);
    out.end_object();
}

void write_tags(const List<ForeignLink>& tags, bool is_card, JsonWriter& out) {
    if (tags.empty()) return;
    out.begin_array("tags");
    for (const ForeignLink& tag : tags) {
        if (is_card) {
            out.element(tag.label);
        } else {
            write_link(tag, out);
        }
    }
    out.end_array();
}

void write_byline(const List<ForeignPerson>& byline, JsonWriter& out) {
    if (byline.empty()) return;
    out.begin_array("byline");
    for (const ForeignPerson& person : byline) {
        out.begin_object();
        out.member("name", person.name);
        put("url", person.url, out);
        put("bio", person.bio, out);
        put("image", person.image, out);
        out.end_object();
    }
    out.end_array();
}

// A card's picture stands beside its title: without words of its own it says nothing more.
void write_picture(const ForeignPicture& picture, bool is_card, JsonWriter& out) {
    if (picture.src.empty()) return;
    out.begin_object(is_card ? "image" : "hero");
    out.member("src", picture.src);
    put("srcset", picture.srcset, out);
    if (picture.width > 0 && picture.height > 0) {
        out.member("width", picture.width);
        out.member("height", picture.height);
    }
    if (picture.has_alt || is_card) out.member("alt", picture.alt);
    put("caption", picture.caption, out);
    put("credit", picture.credit, out);
    out.end_object();
}

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }

enum class Shape : bool { article, card };

void write_story(const ForeignStory& story, Shape shape, Converter& to) {
    JsonWriter& out = to.out();
    const bool is_card = shape == Shape::card;
    put("id", story.id, out);
    put("url", story.url, out);
    put("lang", story.lang, out);
    put("title", story.title, out);
    put("dek", is_card ? teaser_of(story.dek, to.arena()) : story.dek, out);
    if (!story.kicker.label.empty()) {
        out.begin_array("kicker");
        write_link(story.kicker, out);
        out.end_array();
    }
    write_tags(story.tags, is_card, out);
    if (!is_card) write_byline(story.byline, out);
    put("published", story.published, out);
    if (!is_card) put("updated", story.updated, out);
    write_picture(story.picture, is_card, out);
}

// What is known of a text that the document does not hold, and the way to the rest.
void write_short_body(std::string_view text, std::string_view url, JsonWriter& out) {
    out.begin_array("body");
    out.element(text);
    if (!url.empty()) {
        const std::size_t scheme = url.find("://");
        out.begin_object();
        out.member("type", "paragraph");
        out.begin_object("text");
        out.member("type", "link");
        out.member("url", url);
        out.member("text", scheme == std::string_view::npos ? url : url.substr(scheme + 3));
        out.end_object();
        out.end_object();
    }
    out.end_array();
}

}  // namespace

std::optional<Error> write_article(ForeignStory& story, std::string_view html, JsonValue place,
                                   Converter& to) {
    if (html.empty()) {
        if (story.dek.empty()) return to.error(Code::empty_body, place, "a story without a text");
        to.note(Code::missing_field, place, "the text");
        const std::string_view summary = story.dek;
        story.dek = {};
        write_story(story, Shape::article, to);
        write_short_body(summary, story.url, to.out());
        return std::nullopt;
    }
    if (repeats_beginning(story.dek, html, place, to)) story.dek = {};
    if (is_same_picture(first_picture(html, place, to), story.picture.src)) story.picture = {};
    write_story(story, Shape::article, to);
    to.html_body(html, place);
    return std::nullopt;
}

void write_card(const ForeignStory& story, Converter& to) {
    to.out().begin_object();
    write_story(story, Shape::card, to);
    to.out().end_object();
}

std::optional<Error> write_cards(JsonValue list, ReadStory read, Converter& to) {
    if (!list.is(JsonKind::array)) return to.error(Code::not_a_document, list, "no list of stories");
    std::uint32_t count = 0;
    to.out().begin_array("items");
    for (const JsonValue item : list) {
        if (count++ == most_written_cards) break;
        ForeignStory story;
        read(item, story, to);
        write_card(story, to);
    }
    to.out().end_array();
    return std::nullopt;
}

void add_candidate(TextBuffer& srcset, std::string_view url, std::int64_t width) {
    if (url.empty() || width <= 0 || url.find_first_of(" ,\n\t") != std::string_view::npos) return;
    if (!srcset.empty()) srcset += ", ";
    srcset += url;
    srcset += ' ';
    srcset += Decimal(width);
    srcset += 'w';
}

std::int64_t number_of(JsonValue value) {
    constexpr std::int64_t most = 1'000'000;
    std::int64_t number = 0;
    for (const char c : value.text()) {
        if (c < '0' || c > '9' || number > most) break;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string_view language_of(std::string_view text, Arena& arena) {
    std::size_t letters = 0;
    while (letters < text.size() && is_letter(text[letters])) ++letters;
    if (letters < 2 || letters > 3) return {};
    TextBuffer tag;
    for (const char c : text) tag += c == '_' ? '-' : c;
    return is_lang_tag(tag) ? arena.keep(tag) : std::string_view();
}

}  // namespace longread
