#include "model/html_tree.h"

#include "base/text.h"

namespace longread {
namespace {

// Names in the order of the enums, as one text: a table of pointers would weigh more than the search costs.
constexpr std::string_view tag_names =
    "a abbr address article aside audio b bdi bdo blockquote br button caption cite code col colgroup data "
    "dd del "
    "details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i iframe "
    "img input "
    "ins kbd label legend li main mark nav ol output p picture pre q rp rt ruby s samp section small source "
    "span "
    "strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr";

constexpr std::string_view attr_names =
    "action alt aria-controls aria-current aria-describedby aria-expanded aria-hidden aria-label "
    "aria-labelledby "
    "aria-live autocomplete checked cite class colspan controls data-action data-focus data-form "
    "data-longread "
    "data-network data-part data-slot data-src datetime decoding dir fetchpriority for height hidden href id "
    "inputmode lang loading media method name open part placeholder poster preload referrerpolicy rel "
    "required "
    "reversed role rowspan scope sizes span src srcset start tabindex target title type value width";

// Nothing inside these is text for a reader (notes/security.md section 5); those with a Tag of their own are
// left to the policy.
constexpr std::string_view dropped_names =
    "script style template noscript noembed noframes frame frameset object embed applet param svg math "
    "canvas "
    "select option optgroup textarea datalist progress meter dialog menu slot portal fencedframe link meta "
    "base "
    "title head xmp listing plaintext marquee bgsound keygen selectedcontent";

constexpr std::uint8_t first_tag = static_cast<std::uint8_t>(Tag::a);
constexpr std::uint8_t first_attr = static_cast<std::uint8_t>(Attr::action);

constexpr std::size_t count_names(std::string_view names) {
    std::size_t count = 1;
    for (const char c : names) count += c == ' ' ? 1 : 0;
    return count;
}

static_assert(count_names(tag_names) == static_cast<std::size_t>(Tag::count_) - first_tag);
static_assert(count_names(attr_names) == static_cast<std::size_t>(Attr::count_) - first_attr);

// The name at an index, or empty past the last one.
std::string_view name_at(std::string_view names, std::size_t index) {
    for (; index > 0; --index) take_word(names);
    return take_word(names);
}

}  // namespace

std::string_view tag_name(Tag tag) { return name_at(tag_names, static_cast<std::uint8_t>(tag) - first_tag); }

std::string_view attr_name(Attr attr) {
    return name_at(attr_names, static_cast<std::uint8_t>(attr) - first_attr);
}

Tag find_tag(std::string_view name) {
    const int index = word_index(tag_names, name);
    return index < 0 ? find_foreign_tag(name) : static_cast<Tag>(first_tag + index);
}

Tag find_foreign_tag(std::string_view name) {
    const bool is_dropped = name.find('-') != std::string_view::npos || has_word(dropped_names, name);
    return is_dropped ? Tag::dropped : Tag::unknown;
}

Attr find_attr(std::string_view name) {
    const int index = word_index(attr_names, name);
    return index < 0 ? Attr::count_ : static_cast<Attr>(first_attr + index);
}

bool is_void(Tag tag) {
    switch (tag) {
        case Tag::br:
        case Tag::col:
        case Tag::hr:
        case Tag::img:
        case Tag::input:
        case Tag::source:
        case Tag::wbr: return true;
        default: return false;
    }
}

void HtmlCursor::skip_element() {
    std::size_t depth = 0;
    while (!at_end()) {
        const HtmlEventKind passed = kind();
        advance();
        if (passed == HtmlEventKind::open) ++depth;
        if (passed == HtmlEventKind::close && depth > 0) --depth;
        if (depth == 0) return;
    }
}

}  // namespace longread
