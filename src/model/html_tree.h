// A neutral tree of elements and text: what an HTML or Markdown parser gives, and what render makes. Kept as
// a flat list of events in document order, because that is how it crosses the WebAssembly boundary, how it is
// printed, and how the policy reads it.
//
//     <p id="x">Hi <b>you</b></p>   =   open p, attribute id "x", text "Hi ", open b, text "you",
//                                        close, close
#pragma once

#include <cstdint>
#include <string_view>

#include "base/list.h"

namespace longread {

// The elements that mean something to us. A parser maps other names to `unknown` (its children may stay) or
// to `dropped` (nothing of it may stay: scripts, forms, foreign content, names with a hyphen); both carry the
// name they had as an attribute `Attr::name_was`, for notes.
// clang-format off
enum class Tag : std::uint8_t {
    unknown, dropped,
    a, abbr, address, article, aside, audio, b, bdi, bdo, blockquote, br, button, caption, cite, code, col, colgroup,
    data, dd, del, details, dfn, div, dl, dt, em, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6,
    header, hr, i, iframe, img, input, ins, kbd, label, legend, li, main, mark, nav, ol, output, p, picture, pre, q,
    rp, rt, ruby, s, samp, section, small, source, span, strong, sub, summary, sup, table, tbody, td, tfoot, th,
    thead, time, tr, u, ul, var, video, wbr,
    count_,
};
// clang-format on

// The attributes that mean something to us; a parser leaves all others out.
// clang-format off
enum class Attr : std::uint8_t {
    name_was,  // not an attribute: the name of an unknown or dropped element
    action, alt, aria_controls, aria_current, aria_describedby, aria_expanded, aria_hidden, aria_label,
    aria_labelledby, aria_live, autocomplete, checked, cite, class_, colspan, controls, data_action, data_focus,
    data_form, data_longread, data_network, data_part, data_slot, data_src, datetime, decoding, dir, fetchpriority,
    for_, height, hidden, href, id, inputmode, lang, loading, media, method, name, open, part, placeholder, poster,
    preload, referrerpolicy, rel, required, reversed, role, rowspan, scope, sizes, span, src, srcset, start,
    tabindex, target, title, type, value, width,
    count_,
};
// clang-format on

// The HTML name: "h1", "aria-label". Not for Tag::unknown, Tag::dropped, Attr::name_was.
std::string_view tag_name(Tag tag);
std::string_view attr_name(Attr attr);

// The tag of an element name in lower case; `unknown` or `dropped` when it is not one of ours.
Tag find_tag(std::string_view name);
// The same for a name that is known to be none of ours.
Tag find_foreign_tag(std::string_view name);
// The attribute of a name in lower case; count_ when it is not one of ours.
Attr find_attr(std::string_view name);

// Elements that have no content and no end tag.
bool is_void(Tag tag);

enum class HtmlEventKind : std::uint8_t { close, open, attribute, text };

struct HtmlEvent {
    HtmlEventKind kind{};
    std::uint8_t name = 0;  // a Tag for open, an Attr for attribute
    std::string_view text;  // an attribute's value, or a text
};

class HtmlTree {
  public:
    // Events and texts live in the arena.
    explicit HtmlTree(Arena& arena) : arena_(&arena) {}

    // Building: every open() is met by one close(); attributes come directly after open(). Line breaks in
    // values and texts become '\n', zero bytes vanish; an empty text leaves no event.
    void open(Tag tag) { add(HtmlEventKind::open, static_cast<std::uint8_t>(tag), {}); }
    void close() { add(HtmlEventKind::close, 0, {}); }
    void attribute(Attr attr, std::string_view value);
    void text(std::string_view text);
    // All of another tree, as content of the element that is open.
    void append(const HtmlTree& other) { events_.add_all(other.events_, *arena_); }

    [[nodiscard]] const List<HtmlEvent>& events() const { return events_; }

  private:
    void add(HtmlEventKind kind, std::uint8_t name, std::string_view text) {
        events_.add({kind, name, text}, *arena_);
    }

    Arena* arena_;
    List<HtmlEvent> events_;
};

// Walks a tree once, front to back. Valid as long as nothing is added to the tree.
class HtmlCursor {
  public:
    explicit HtmlCursor(const HtmlTree& tree) : event_(tree.events().begin()), end_(tree.events().end()) {}

    [[nodiscard]] bool at_end() const { return event_ == end_; }
    [[nodiscard]] HtmlEventKind kind() const { return event_->kind; }
    [[nodiscard]] Tag tag() const { return static_cast<Tag>(event_->name); }
    [[nodiscard]] Attr attr() const { return static_cast<Attr>(event_->name); }
    [[nodiscard]] std::string_view text() const { return event_->text; }
    void advance() {
        if (!at_end()) ++event_;
    }
    // From an open event to just past its close.
    void skip_element();

  private:
    const HtmlEvent* event_;
    const HtmlEvent* end_;
};

}  // namespace longread
