#include "read/formats/foreign_story.h"

#include "base/text.h"
#include "read/formats/excerpt.h"

namespace longread {
namespace {

void put(std::string_view name, std::string_view text, JsonWriter& out) {
    if (!text.empty()) out.member(name, text);
}

void write_link(const ForeignLink& link, JsonWriter& out) {
    if (link.url.empty()) return out.element(link.label);
    out.begin_object();
    out.member("label", link.label);
    out.member("url", link.url);
    out.end_object();
}

void write_tags(const List<ForeignLink>& tags, DocumentUse use, JsonWriter& out) {
    if (tags.empty()) return;
    out.begin_array("tags");
    for (const ForeignLink& tag : tags) {
        if (use == DocumentUse::feed) {
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
void write_picture(const ForeignPicture& picture, DocumentUse use, JsonWriter& out) {
    if (picture.src.empty()) return;
    const bool is_card = use == DocumentUse::feed;
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

bool is_letter(char c) { return (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'); }

}  // namespace

void write_story(const ForeignStory& story, DocumentUse use, Converter& to) {
    JsonWriter& out = to.out();
    const bool is_card = use == DocumentUse::feed;
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
    write_tags(story.tags, use, out);
    if (!is_card) write_byline(story.byline, out);
    put("published", story.published, out);
    if (!is_card) put("updated", story.updated, out);
    write_picture(story.picture, use, out);
}

void write_short_body(std::string_view text, std::string_view url, Converter& to) {
    JsonWriter& out = to.out();
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

void write_card(const ForeignStory& story, Converter& to) {
    to.out().begin_object();
    write_story(story, DocumentUse::feed, to);
    to.out().end_object();
}

void write_cards(JsonValue list, ForeignStory (*read)(JsonValue, Converter&), Converter& to) {
    std::uint32_t count = 0;
    to.out().begin_array("items");
    for (const JsonValue item : list) {
        if (count++ == most_written_cards) break;
        write_card(read(item, to), to);
    }
    to.out().end_array();
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
