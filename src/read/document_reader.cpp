#include "read/document_reader.h"

#include "base/text.h"
#include "base/tidy_text.h"
#include "read/srcset.h"

namespace longread {
namespace {

constexpr std::size_t max_text =
    2048;  // notes/security.md section 6: captions, the longest of the short texts

// Cuts at a code point, so that what is left is still UTF-8.
std::string_view cut(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while ((static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    return text.substr(0, size);
}

// Widths with conditions: "(min-width: 40em) 50vw, calc(100vw - 2rem)". Nothing that looks like a URL or like
// markup.
bool is_sizes(std::string_view text) {
    for (const char c : text) {
        const bool is_letter = c > 0 && is_word(static_cast<char32_t>(c));
        if (!is_letter && std::string_view(" ().,%+-*/:").find(c) == std::string_view::npos) return false;
    }
    return text.size() <= 200 && text.find(':') >= text.find('(');
}

}  // namespace

bool is_lang_tag(std::string_view text) {
    if (text.size() < 2 || text.size() > 35) return false;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && c != '-') return false;
    }
    return true;
}

Error DocumentReader::error(Code code, JsonValue at, std::string_view detail) const {
    Error found;
    found.code = code;
    found.detail = arena_.keep(detail);
    if (at.exists()) {
        found.path = at.pointer(arena_);
        found.offset = at.offset();
        const Position position = locate(source_, at.offset());
        found.line = position.line;
        found.column = position.column;
    }
    return found;
}

bool DocumentReader::has_room(std::size_t bytes) {
    bytes_ += bytes;
    return ++nodes_ <= 50'000 && bytes_ <= 1U << 20U;
}

void DocumentReader::note(Code code, JsonValue at, std::string_view detail) {
    constexpr std::size_t max_detail = 80;  // enough to find it by
    if (notes_.size() < most_notes) notes_.add(error(code, at, cut(detail, max_detail)), arena_);
}

void DocumentReader::note_unknown(JsonValue object, std::string_view known) {
    if (!object.is(JsonKind::object)) return;
    for (const JsonValue member : object) {
        const std::string_view key = member.key();
        if (key.substr(0, 1) != "_" && word_index(known, key) < 0) note(Code::unknown_field, member, key);
    }
}

JsonValue DocumentReader::member(JsonValue object, const char* key, JsonKind kind) {
    const JsonValue value = object.find(key);
    if (!value.exists() || value.is(kind)) return value;
    if (!value.is(JsonKind::null)) note(Code::wrong_type, value);
    return {};
}

std::string_view DocumentReader::raw_text(JsonValue object, const char* key) {
    const JsonValue value = object.find(key);
    // Ids are numbers in many systems.
    if (value.is(JsonKind::integer)) return value.text();
    return member(object, key, JsonKind::string).text();
}

// Whether there is a text; what is neither text nor null is noted.
bool DocumentReader::is_text(JsonValue value) {
    if (value.is(JsonKind::string)) return true;
    if (value.exists() && !value.is(JsonKind::null)) note(Code::wrong_type, value);
    return false;
}

std::string_view DocumentReader::tidy(JsonValue value) {
    if (!is_text(value)) return {};
    const std::string_view text = value.text();
    if (text.size() > max_text) note(Code::text_cut, value);
    return tidy_text(cut(text, max_text), lang_, arena_);
}

std::string_view DocumentReader::text(JsonValue object, const char* key) { return tidy(object.find(key)); }

std::string_view DocumentReader::checked_url(JsonValue value, UrlUse use) {
    if (!is_text(value) || value.text().empty()) return {};
    const auto resolved = resolve_url(value.text(), base_url_, use, arena_);
    if (!resolved) note(Code::bad_url, value, value.text());
    return resolved.value_or(std::string_view());
}

std::string_view DocumentReader::url(JsonValue object, const char* key, UrlUse use) {
    return checked_url(object.find(key), use);
}

std::optional<Timestamp> DocumentReader::time(JsonValue object, const char* key) {
    const JsonValue value = member(object, key, JsonKind::string);
    if (!value.exists() || value.text().empty()) return std::nullopt;
    const auto time = parse_time(value.text());
    if (!time) note(Code::bad_date, value, value.text().substr(0, 40));
    return time;
}

std::int64_t DocumentReader::integer(JsonValue object, const char* key, std::int64_t low, std::int64_t high,
                                     std::int64_t otherwise) {
    const JsonValue value = member(object, key, JsonKind::integer);
    if (!value.exists()) return otherwise;
    if (value.integer() < low || value.integer() > high) {
        note(Code::bad_value, value);
        return otherwise;
    }
    return value.integer();
}

bool DocumentReader::flag(JsonValue object, const char* key) {
    return member(object, key, JsonKind::boolean).boolean();
}

std::string_view DocumentReader::lang_tag(JsonValue object, const char* key) {
    const JsonValue value = member(object, key, JsonKind::string);
    if (!value.exists() || is_lang_tag(value.text())) return value.text();
    note(Code::bad_value, value);
    return {};
}

List<std::string_view> DocumentReader::words(JsonValue object, const char* key) {
    List<std::string_view> found;
    for (const JsonValue item : list(object, key)) {
        const std::string_view word = tidy(item);
        if (!word.empty()) found.add(word, arena_);
    }
    return found;
}

List<std::string_view> DocumentReader::paragraphs(JsonValue object, const char* key) {
    if (!object.find(key).is(JsonKind::string)) return words(object, key);
    List<std::string_view> found;
    const std::string_view only = text(object, key);
    if (!only.empty()) found.add(only, arena_);
    return found;
}

// Candidates are read one by one and printed anew: nothing else gets through.
std::string_view DocumentReader::srcset(JsonValue object) {
    const JsonValue value = member(object, "srcset", JsonKind::string);
    const Srcset candidates = read_srcset(value.text(), base_url_, arena_);
    for (const std::string_view refused : candidates.refused) note(Code::bad_url, value, refused);
    return candidates.text;
}

void DocumentReader::read_focus(JsonValue object, Image& image) {
    const JsonValue focus = list(object, "focus");
    if (!focus.exists()) return;
    const JsonValue x = focus.first();
    const JsonValue y = x.next(focus);
    const auto is_percent = [](JsonValue value) {
        return value.is(JsonKind::integer) && value.integer() >= 0 && value.integer() <= 100;
    };
    if (!is_percent(x) || !is_percent(y)) return note(Code::bad_value, focus);
    image.focus_x = static_cast<std::int32_t>(x.integer());
    image.focus_y = static_cast<std::int32_t>(y.integer());
}

std::string_view DocumentReader::sizes(JsonValue object) {
    const JsonValue value = member(object, "sizes", JsonKind::string);
    const std::string_view text = trim(value.text());
    if (text.empty() || is_sizes(text)) return text;
    note(Code::bad_value, value);
    return {};
}

Image DocumentReader::image(JsonValue value) {
    Image image;
    if (!value.is(JsonKind::object)) {
        image.src = checked_url(value, UrlUse::image);
        return image;
    }
    image.src = url(value, "src", UrlUse::image);
    if (!image.exists()) return image;
    image.srcset = srcset(value);
    if (!image.srcset.empty()) image.sizes = sizes(value);
    image.width = static_cast<std::int32_t>(integer(value, "width", 1, 20'000, 0));
    image.height = static_cast<std::int32_t>(integer(value, "height", 1, 20'000, 0));
    if (image.width == 0 || image.height == 0) image.width = image.height = 0;
    image.alt = text(value, "alt");
    if (!value.find("alt").exists()) note(Code::missing_alt, value, image.src);
    if (looks_like_slug(image.alt)) {
        // A file's name read aloud helps nobody: silence is better (notes/product.md, seed defects).
        note(Code::slug_alt, value.find("alt"), image.alt);
        image.alt = {};
    }
    image.caption = text(value, "caption");
    image.credit = text(value, "credit");
    read_focus(value, image);
    return image;
}

List<Link> DocumentReader::links(JsonValue object, const char* key) {
    List<Link> found;
    for (const JsonValue item : list(object, key)) {
        Link link;
        if (item.is(JsonKind::object)) {
            link.label = text(item, "label");
            link.url = url(item, "url", UrlUse::link);
        } else {
            link.label = tidy(item);
        }
        if (!link.label.empty()) found.add(link, arena_);
    }
    return found;
}

}  // namespace longread
