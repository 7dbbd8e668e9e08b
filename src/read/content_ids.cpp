#include "read/content_ids.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t prefix_size = 3;
constexpr std::size_t max_id_size = 80;
// Bytes of all ids.
constexpr std::size_t max_ids_size = 16U << 10U;

bool is_gap(char32_t c) { return c == ' ' || c == '-' || c == 0xA0 || c == 0x2014; }

// Letters and digits of any script stay, and of punctuation what `kept` says, or else a hyphen for every gap.
// Empty where nothing of it can stay.
std::string_view make_id(std::string_view text, std::string_view kept, Arena& arena) {
    TextBuffer id("lr-");
    for (std::size_t i = 0; i < text.size() && id.size() < max_id_size;) {
        const CodePoint c = decode_at(text, i);
        const std::string_view bytes = text.substr(i, c.size);
        i += c.size;
        if (is_word(c.value) || kept.find(bytes) != std::string_view::npos) {
            id += bytes;
        } else if (kept.empty() && is_gap(c.value) && id.back() != '-') {
            id += '-';
        }
    }
    if (kept.empty() && id.back() == '-') id.cut(id.size() - 1);
    return id.size() > prefix_size ? arena.keep(id) : std::string_view();
}

std::string_view lower(std::string_view text, Arena& arena) {
    TextBuffer out;
    append_lower_ascii(out, text);
    return arena.keep(out);
}

}  // namespace

std::string_view content_id(std::string_view id, Arena& arena) { return make_id(id, "-_.:", arena); }

std::string_view content_link(std::string_view url, std::string_view reference, Arena& arena) {
    if (url.empty() || url[0] != '#') return url;
    const std::string_view id = content_id(reference.substr(reference.find('#') + 1), arena);
    return id.empty() ? std::string_view() : arena.join({"#", id});
}

ContentIds::ContentIds(const HtmlTree& tree, Arena& arena) : arena_(arena) {
    for (HtmlCursor at(tree); !at.at_end() && wanted_.size() < max_ids_size; at.advance()) {
        if (at.kind() != HtmlEventKind::attribute || at.attr() != Attr::href) continue;
        const std::string_view href = trim(at.text());
        if (!href.empty() && href[0] == '#') add(wanted_, content_id(href.substr(1), arena_));
    }
}

void ContentIds::notice(const HtmlElement& element) {
    if (wanted_.empty() || !waiting_.empty()) return;
    std::string_view id = attribute_of(element, Attr::id);
    if (id.empty() && element.tag() == Tag::a) id = attribute_of(element, Attr::name);
    if (id.empty()) return;
    const std::string_view wanted = content_id(id, arena_);
    if (searches_ > 0 && has(wanted_, wanted)) waiting_ = wanted;
}

void ContentIds::mark(Block& block) {
    if (!waiting_.empty() && take(waiting_)) block.id = waiting_;
    waiting_ = {};
}

std::string_view ContentIds::heading_id(std::string_view own, std::string_view text) {
    std::string_view id = content_id(own, arena_);
    if (id.empty()) id = lower(make_id(text, {}, arena_), arena_);
    if (id.empty()) return id;
    std::string_view unique = id;
    for (int n = 2; !take(unique); ++n) {
        if (searches_ == 0 || used_.size() > max_ids_size) return {};
        unique = arena_.join({id, "-", Decimal(n)});
    }
    return unique;
}

bool ContentIds::has(std::string_view words, std::string_view word) {
    if (searches_ > 0) --searches_;
    return word_index(words, word) >= 0;
}

// False when the id is taken already, or no more are given.
bool ContentIds::take(std::string_view id) {
    if (searches_ == 0 || used_.size() > max_ids_size || has(used_, id)) return false;
    add(used_, id);
    return true;
}

void ContentIds::add(TextBuffer& words, std::string_view word) {
    if (!words.empty()) words += ' ';
    words += word;
}

}  // namespace longread
