#include "read/document_reader.h"

#include "base/text.h"
#include "base/tidy_text.h"

namespace longread {
namespace {

constexpr std::size_t max_text = 2048;  // notes/security.md section 6: captions, the longest of the short texts
constexpr std::size_t max_candidates = 12;  // the same, section 5: srcset

bool has_word(std::string_view list, std::string_view word) {
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        if (at > 0 && list[at - 1] == ' ' && list.substr(at + word.size(), 1) == " ") return true;
    }
    return false;
}

// Cuts at a code point, so that what is left is still UTF-8.
std::string_view cut(std::string_view text) {
    if (text.size() <= max_text) return text;
    std::size_t size = max_text;
    while ((static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    return text.substr(0, size);
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
    found.detail = detail;
    if (at.exists()) {
        found.path = at.pointer();
        found.offset = at.offset();
        const Position position = locate(source_, at.offset());
        found.line = position.line;
        found.column = position.column;
    }
    return found;
}

void DocumentReader::note(Code code, JsonValue at, std::string_view detail) {
    constexpr std::size_t most_notes = 200;
    if (notes_.size() < most_notes) notes_.push_back(error(code, at, detail));
}

void DocumentReader::note_unknown(JsonValue object, std::string_view known) {
    if (!object.is(JsonKind::object)) return;
    for (JsonValue member = object.first(); member.exists(); member = member.next(object)) {
        const std::string_view key = member.key();
        if (key.substr(0, 1) != "_" && !has_word(known, key)) note(Code::unknown_field, member, key);
    }
}

JsonValue DocumentReader::member(JsonValue object, std::string_view key, JsonKind kind) {
    const JsonValue value = object.find(key);
    if (!value.exists() || value.is(kind)) return value;
    if (!value.is(JsonKind::null)) note(Code::wrong_type, value);
    return {};
}

std::string DocumentReader::raw_text(JsonValue object, std::string_view key) {
    const JsonValue value = object.find(key);
    // Ids are numbers in many systems.
    if (value.is(JsonKind::integer)) return std::string(value.text());
    return std::string(member(object, key, JsonKind::string).text());
}

std::string DocumentReader::tidy(JsonValue value) {
    if (!value.exists() || value.is(JsonKind::null)) return {};
    if (!value.is(JsonKind::string)) {
        note(Code::wrong_type, value);
        return {};
    }
    const std::string_view text = value.text();
    if (text.size() > max_text) note(Code::text_cut, value);
    return tidy_text(cut(text), lang_);
}

std::string DocumentReader::text(JsonValue object, std::string_view key) { return tidy(object.find(key)); }

std::string DocumentReader::checked_url(JsonValue value, UrlUse use) {
    if (!value.exists() || value.is(JsonKind::null)) return {};
    if (!value.is(JsonKind::string)) {
        note(Code::wrong_type, value);
        return {};
    }
    if (value.text().empty()) return {};
    auto resolved = resolve_url(value.text(), base_url_, use);
    if (!resolved) note(Code::bad_url, value, value.text().substr(0, 80));
    return resolved.value_or(std::string());
}

std::string DocumentReader::url(JsonValue object, std::string_view key, UrlUse use) {
    return checked_url(object.find(key), use);
}

std::optional<Timestamp> DocumentReader::time(JsonValue object, std::string_view key) {
    const JsonValue value = member(object, key, JsonKind::string);
    if (!value.exists() || value.text().empty()) return std::nullopt;
    auto time = parse_time(value.text());
    if (!time) note(Code::bad_date, value, value.text().substr(0, 40));
    return time;
}

std::int64_t DocumentReader::integer(JsonValue object, std::string_view key, std::int64_t low, std::int64_t high,
                                     std::int64_t otherwise) {
    const JsonValue value = member(object, key, JsonKind::integer);
    if (!value.exists()) return otherwise;
    if (value.integer() < low || value.integer() > high) {
        note(Code::bad_value, value);
        return otherwise;
    }
    return value.integer();
}

bool DocumentReader::flag(JsonValue object, std::string_view key) {
    return member(object, key, JsonKind::boolean).boolean();
}

std::string DocumentReader::lang_tag(JsonValue object, std::string_view key) {
    const JsonValue value = member(object, key, JsonKind::string);
    if (!value.exists()) return {};
    if (!is_lang_tag(value.text())) {
        note(Code::bad_value, value);
        return {};
    }
    return std::string(value.text());
}

std::vector<std::string> DocumentReader::words(JsonValue object, std::string_view key) {
    std::vector<std::string> found;
    const JsonValue items = list(object, key);
    if (!items.exists()) return found;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
        std::string word = tidy(item);
        if (!word.empty()) found.push_back(std::move(word));
    }
    return found;
}

std::vector<std::string> DocumentReader::paragraphs(JsonValue object, std::string_view key) {
    if (!object.find(key).is(JsonKind::string)) return words(object, key);
    std::vector<std::string> found;
    std::string only = text(object, key);
    if (!only.empty()) found.push_back(std::move(only));
    return found;
}

// Candidates are read one by one and printed anew: nothing else gets through.
std::string DocumentReader::srcset(JsonValue object) {
    const JsonValue value = member(object, "srcset", JsonKind::string);
    std::string printed;
    std::string_view rest = value.text();
    for (std::size_t count = 0; !rest.empty() && count < max_candidates; ++count) {
        while (!rest.empty() && (is_ascii_space(rest[0]) || rest[0] == ',')) rest.remove_prefix(1);
        std::size_t url_size = 0;
        while (url_size < rest.size() && !is_ascii_space(rest[url_size])) ++url_size;
        std::string_view candidate = rest.substr(0, url_size);
        rest.remove_prefix(url_size);
        std::string_view descriptor;
        if (candidate.substr(candidate.empty() ? 0 : candidate.size() - 1) == ",") {
            candidate.remove_suffix(1);
        } else {
            const std::size_t comma = rest.find(',');
            descriptor = trim(rest.substr(0, comma));
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        }
        const auto resolved = resolve_url(candidate, base_url_, UrlUse::image);
        const bool fits = descriptor.size() <= 8 && descriptor.find_first_not_of("0123456789.wx") == std::string_view::npos;
        if (candidate.empty() || !resolved || !fits) {
            if (!candidate.empty()) note(Code::bad_url, value, candidate.substr(0, 80));
            continue;
        }
        if (!printed.empty()) printed += ", ";
        printed += *resolved;
        if (!descriptor.empty()) (printed += ' ') += descriptor;
    }
    return printed;
}

Image DocumentReader::image(JsonValue value) {
    Image image;
    if (!value.exists() || value.is(JsonKind::null)) return image;
    if (value.is(JsonKind::string)) {
        image.src = checked_url(value, UrlUse::image);
        return image;
    }
    if (!value.is(JsonKind::object)) {
        note(Code::wrong_type, value);
        return image;
    }
    image.src = url(value, "src", UrlUse::image);
    if (!image.exists()) return image;
    image.srcset = srcset(value);
    const JsonValue sizes = member(value, "sizes", JsonKind::string);
    if (!image.srcset.empty()) image.sizes = trim(sizes.text().substr(0, 200));
    image.width = static_cast<std::int32_t>(integer(value, "width", 1, 20'000, 0));
    image.height = static_cast<std::int32_t>(integer(value, "height", 1, 20'000, 0));
    if (image.width == 0 || image.height == 0) image.width = image.height = 0;
    image.alt = text(value, "alt");
    if (!value.find("alt").exists()) note(Code::missing_alt, value, image.src.substr(0, 80));
    if (looks_like_slug(image.alt)) {
        // A file's name read aloud helps nobody: silence is better (notes/product.md, seed defects).
        note(Code::slug_alt, value.find("alt"), image.alt);
        image.alt.clear();
    }
    image.caption = text(value, "caption");
    image.credit = text(value, "credit");
    if (const JsonValue focus = list(value, "focus"); focus.exists()) {
        const JsonValue x = focus.first();
        const JsonValue y = x.exists() ? x.next(focus) : x;
        if (x.is(JsonKind::integer) && y.is(JsonKind::integer) && x.integer() >= 0 && x.integer() <= 100 &&
            y.integer() >= 0 && y.integer() <= 100) {
            image.focus_x = static_cast<std::int32_t>(x.integer());
            image.focus_y = static_cast<std::int32_t>(y.integer());
        } else {
            note(Code::bad_value, focus);
        }
    }
    return image;
}

std::vector<Link> DocumentReader::links(JsonValue object, std::string_view key) {
    std::vector<Link> found;
    const JsonValue items = list(object, key);
    if (!items.exists()) return found;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
        Link link;
        if (item.is(JsonKind::object)) {
            link.label = text(item, "label");
            link.url = url(item, "url", UrlUse::link);
        } else {
            link.label = tidy(item);
        }
        if (!link.label.empty()) found.push_back(std::move(link));
    }
    return found;
}

}  // namespace longread
