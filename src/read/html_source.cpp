#include "read/html_source.h"

#include "base/text.h"
#include "base/tidy_text.h"
#include "read/srcset.h"

namespace longread {
namespace {

constexpr std::size_t max_notes = 100;
constexpr std::uint32_t detail_characters = 80;
constexpr std::uint32_t max_alt = 1024;
constexpr std::int32_t max_pixels = 20'000;

// The bytes that the first so many characters take.
std::size_t prefix_size(std::string_view text, std::uint32_t characters) {
    std::size_t size = 0;
    while (characters-- > 0 && size < text.size()) size += decode_at(text, size).size;
    return size;
}

// Elements that begin a line of their own in preformatted text.
bool begins_line(Tag tag) { return tag == Tag::div || tag == Tag::p || tag == Tag::li || tag == Tag::tr; }

bool is_placeholder(std::string_view src) { return src.empty() || src.substr(0, 5) == "data:"; }

}  // namespace

// Of the elements that notes are about.
std::string_view name_of(const HtmlElement& element) {
    switch (element.tag()) {
        case Tag::button: return "button";
        case Tag::fieldset: return "fieldset";
        case Tag::form: return "form";
        case Tag::iframe: return "iframe";
        case Tag::img: return "img";
        case Tag::input: return "input";
        case Tag::output: return "output";
        default: return attribute_of(element, Attr::name_was);
    }
}

std::string_view attribute_of(const HtmlElement& element, Attr attr) {
    HtmlCursor at = element;
    for (at.advance(); !at.at_end() && at.kind() == HtmlEventKind::attribute; at.advance()) {
        if (at.attr() == attr) return at.text().empty() ? std::string_view("") : at.text();
    }
    return {};
}

std::int32_t integer_of(const HtmlElement& element, Attr attr, std::int32_t low, std::int32_t high,
                        std::int32_t otherwise) {
    const std::string_view text = trim(attribute_of(element, attr));
    if (text.empty() || text.size() > 6) return otherwise;
    std::int32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return otherwise;
        value = value * 10 + (c - '0');
    }
    return value < low || value > high ? otherwise : value;
}

bool has_class_part(const HtmlElement& element, std::string_view part) {
    return attribute_of(element, Attr::class_).find(part) != std::string_view::npos;
}

bool is_pixel(const HtmlElement& element) {
    return integer_of(element, Attr::width, 0, 1, 2) < 2 || integer_of(element, Attr::height, 0, 1, 2) < 2;
}

bool find_inside(HtmlElement& element, Tag tag) {
    std::size_t depth = 1;
    for (element.advance(); !element.at_end() && depth > 0; element.advance()) {
        if (element.kind() == HtmlEventKind::close) --depth;
        if (element.kind() != HtmlEventKind::open) continue;
        if (element.tag() == tag) return true;
        ++depth;
    }
    return false;
}

bool ends_parent(HtmlElement element) {
    element.skip_element();
    while (!element.at_end() && element.kind() == HtmlEventKind::text && trim(element.text()).empty()) {
        element.advance();
    }
    return element.at_end() || element.kind() == HtmlEventKind::close;
}

bool is_dropped(Tag tag) {
    return tag == Tag::dropped || tag == Tag::button || tag == Tag::form || tag == Tag::fieldset ||
           tag == Tag::input || tag == Tag::output;
}

std::string_view HtmlSource::take_raw_text() {
    TextBuffer out;
    std::size_t depth = 0;
    do {
        if (cursor.kind() == HtmlEventKind::text) out += cursor.text();
        if (cursor.kind() == HtmlEventKind::close) --depth;
        if (cursor.kind() == HtmlEventKind::open) {
            if (is_dropped(cursor.tag())) {
                drop_element();
                continue;
            }
            ++depth;
            const bool is_line = begins_line(cursor.tag()) && !out.empty() && out.back() != '\n';
            if (is_line || cursor.tag() == Tag::br) out += '\n';
        }
        cursor.advance();
    } while (depth > 0 && !cursor.at_end());
    return context.arena.keep(out);
}

void HtmlSource::drop_element() {
    note_name(Code::html_dropped, cursor);
    cursor.skip_element();
}

void HtmlSource::note(Code code, std::string_view detail) {
    detail = detail.substr(0, prefix_size(detail, detail_characters));
    for (std::size_t i = first_note_; i < notes_.size(); ++i) {
        if (notes_[i].code == code && notes_[i].detail == detail) return;
    }
    if (notes_.size() - first_note_ >= max_notes) return;
    notes_.add({code, context.path, 0, 0, 0, context.arena.keep(detail)}, context.arena);
}

void HtmlSource::note_name(Code code, const HtmlElement& element) { note(code, name_of(element)); }

std::string_view HtmlSource::checked_url(std::string_view reference, UrlUse use) {
    reference = trim(reference);
    if (reference.empty()) return {};
    const auto url = resolve_url(reference, context.base_url, use, context.arena);
    if (!url) note(Code::bad_url, reference);
    return url.value_or(std::string_view());
}

std::string_view HtmlSource::bound(std::string_view text, std::uint32_t characters) {
    const std::string_view kept = text.substr(0, prefix_size(text, characters));
    if (kept.size() < text.size()) note(Code::text_cut, text);
    return kept;
}

std::string_view HtmlSource::take_text(std::uint32_t characters) {
    return bound(tidy_text(take_raw_text(), context.lang, context.arena), characters);
}

std::string_view HtmlSource::bounded_text(const HtmlElement& element, Attr attr, std::uint32_t characters) {
    return bound(tidy_text(attribute_of(element, attr), context.lang, context.arena), characters);
}

std::string_view HtmlSource::read_alt(const HtmlElement& element) {
    const std::string_view alt = attribute_of(element, Attr::alt);
    if (alt.data() == nullptr) {
        note(Code::missing_alt, attribute_of(element, Attr::src));
        return {};
    }
    if (looks_like_slug(alt)) {
        note(Code::slug_alt, alt);
        return {};
    }
    return bounded_text(element, Attr::alt, max_alt);
}

Image HtmlSource::read_image(const HtmlElement& element, HtmlElement picture) {
    std::string_view src = trim(attribute_of(element, Attr::src));
    std::string_view srcset = attribute_of(element, Attr::srcset);
    const std::string_view lazy = trim(attribute_of(element, Attr::data_src));
    if (is_placeholder(src) && !lazy.empty()) src = lazy;
    if (is_placeholder(src) && srcset.empty() && find_inside(picture, Tag::source)) {
        srcset = attribute_of(picture, Attr::srcset);
    }
    Image image;
    const Srcset candidates = read_srcset(srcset, context.base_url, context.arena);
    for (const std::string_view refused : candidates.refused) note(Code::bad_url, refused);
    image.srcset = candidates.text;
    if (!is_placeholder(src) || image.srcset.empty()) image.src = checked_url(src, UrlUse::image);
    if (image.src.empty()) image.src = candidates.first;
    if (!image.exists()) return image;
    image.width = integer_of(element, Attr::width, 1, max_pixels, 0);
    image.height = integer_of(element, Attr::height, 1, max_pixels, 0);
    if (image.width == 0 || image.height == 0) image.width = image.height = 0;
    image.alt = read_alt(element);
    return image;
}

}  // namespace longread
