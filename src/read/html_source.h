// What the policy (html_policy.h) reads: a cursor over the neutral tree, questions about the element it
// stands at, and the way out for URLs, bounded texts and notes.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/url.h"
#include "read/html_policy.h"

namespace longread {

// An element: a cursor at its open event.
using HtmlElement = HtmlCursor;

// The value of an attribute; a view whose data() is null where the element does not have it.
std::string_view attribute_of(const HtmlElement& element, Attr attr);

// A whole number within bounds, or `otherwise`.
std::int32_t integer_of(const HtmlElement& element, Attr attr, std::int32_t low, std::int32_t high,
                        std::int32_t otherwise);

// Its name, for notes; empty for elements that these are never about.
std::string_view name_of(const HtmlElement& element);

bool has_class_part(const HtmlElement& element, std::string_view part);

// One pixel or none, wide or high: nothing to see, but to count readers.
bool is_pixel(const HtmlElement& element);

// Moves from an element to the first descendant with that tag; false where there is none.
bool find_inside(HtmlElement& element, Tag tag);

// Whether nothing but white space stands between the element's end and its parent's.
bool ends_parent(HtmlElement element);

// Elements of which nothing may stay.
bool is_dropped(Tag tag);

class HtmlSource {
  public:
    HtmlSource(const HtmlTree& tree, const PolicyContext& policy_context, Notes& notes)
        : cursor(tree), context(policy_context), notes_(notes), first_note_(notes.size()) {}

    // The text of the element at the cursor as it stands, which is then passed by.
    std::string_view take_raw_text();
    void drop_element();

    // One note for each code and detail, and no more than a screenful for a body.
    void note(Code code, std::string_view detail);
    void note_name(Code code, const HtmlElement& element);

    // The URL as it may be printed; empty, with a note, where the policy refuses it.
    std::string_view checked_url(std::string_view reference, UrlUse use);
    // At most that many characters, with a note when some were cut.
    std::string_view bound(std::string_view text, std::uint32_t characters);
    // The element at the cursor, or an attribute, as tidy text.
    std::string_view take_text(std::uint32_t characters);
    std::string_view bounded_text(const HtmlElement& element, Attr attr, std::uint32_t characters);

    // The picture of an img element; `picture` is where other sources may stand, the img itself if nowhere.
    Image read_image(const HtmlElement& element, HtmlElement picture);

    HtmlCursor cursor;
    const PolicyContext& context;

  private:
    std::string_view read_alt(const HtmlElement& element);

    Notes& notes_;
    std::size_t first_note_;
};

}  // namespace longread
