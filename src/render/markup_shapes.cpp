// The shapes of Markup that are made of several elements.
#include "base/text.h"
#include "render/markup.h"

namespace longread {
namespace {

void add_word(TextBuffer& words, std::string_view word) {
    if (!words.empty()) words += ' ';
    words += word;
}

// Focal points are classes, a quarter apart, because a strict CSP forbids style attributes.
void append_focus(TextBuffer& names, const Image& image) {
    if (image.focus_x != 50 || image.focus_y != 50) {
        names += "focus-x-";
        names += Decimal((image.focus_x + 12) / 25 * 25);
        names += " focus-y-";
        names += Decimal((image.focus_y + 12) / 25 * 25);
    }
    if (image.width == 0) add_word(names, "no-size");
}

}  // namespace

void Markup::link(const Link& link) {
    if (!link.url.empty()) open_link(link.url);
    text(link.label);
    if (!link.url.empty()) close();
}

void Markup::link_list(const List<Link>& links, std::string_view css_class, std::string_view part,
                       std::string_view label) {
    if (links.empty()) return;
    open(Tag::ul, css_class, part);
    optional(Attr::aria_label, label);
    for (const Link& one : links) {
        open(Tag::li);
        link(one);
        close();
    }
    close();
}

void Markup::image(const Image& image, Loading loading) {
    TextBuffer names;
    append_focus(names, image);
    open(Tag::img, names);
    attribute(Attr::src, image.src);
    optional(Attr::srcset, image.srcset);
    optional(Attr::sizes, image.sizes);
    if (image.width > 0) {
        attribute(Attr::width, image.width);
        attribute(Attr::height, image.height);
    }
    attribute(Attr::alt, image.alt);
    attribute(Attr::decoding, "async");
    if (loading == Loading::first) {
        attribute(Attr::fetchpriority, "high");
    } else {
        attribute(Attr::loading, "lazy");
    }
    close();
}

void Markup::time(const Timestamp& time, std::string_view css_class) {
    open(Tag::time, css_class);
    TextBuffer machine;
    append_machine_time(machine, time);
    attribute(Attr::datetime, machine);
    TextBuffer date;
    append_date(date, civil_date(time), language_);
    text(date);
    close();
}

}  // namespace longread
