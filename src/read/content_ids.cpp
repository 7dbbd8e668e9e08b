#include "read/content_ids.h"

#include <utility>

#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t prefix_size = 3;
constexpr std::size_t max_id_size = 80;
// Bytes of all ids.
constexpr std::size_t max_ids_size = 16U << 10U;

bool is_gap(char32_t c) { return c == ' ' || c == '-' || c == 0xA0 || c == 0x2014; }

// Letters and digits of any script stay, and of punctuation what `kept` says, or else a hyphen for every gap.
std::string make_id(std::string_view text, std::string_view kept) {
    std::string id = "lr-";
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
    if (kept.empty() && id.back() == '-') id.pop_back();
    return id.size() > prefix_size ? id : std::string();
}

}  // namespace

std::string content_id(std::string_view id) { return make_id(id, "-_.:"); }

ContentIds::ContentIds(const HtmlTree& tree) {
    for (HtmlCursor at(tree); !at.at_end() && wanted_.size() < max_ids_size; at.advance()) {
        if (at.kind() != HtmlEventKind::attribute || at.attr() != Attr::href) continue;
        const std::string_view href = trim(at.text());
        if (!href.empty() && href[0] == '#') (wanted_ += content_id(href.substr(1))) += ' ';
    }
}

void ContentIds::notice(const HtmlElement& element) {
    if (wanted_.size() == 1 || !waiting_.empty()) return;
    std::string_view id = attribute_of(element, Attr::id);
    if (id.empty() && element.tag() == Tag::a) id = attribute_of(element, Attr::name);
    if (id.empty()) return;
    std::string wanted = content_id(id);
    if (searches_ > 0 && has(wanted_, wanted)) waiting_ = std::move(wanted);
}

void ContentIds::mark(Block& block) {
    if (!waiting_.empty() && take(waiting_)) block.id = waiting_;
    waiting_.clear();
}

std::string ContentIds::heading_id(std::string_view own, std::string_view text) {
    std::string id = content_id(own);
    if (id.empty()) id = lower_ascii(make_id(text, {}));
    if (id.empty()) return id;
    std::string unique = id;
    for (int n = 2; !take(unique); ++n) {
        if (searches_ == 0 || used_.size() > max_ids_size) return {};
        unique = id + '-' + decimal(n);
    }
    return unique;
}

bool ContentIds::has(const std::string& words, const std::string& word) {
    if (searches_ > 0) --searches_;
    return words.find(' ' + word + ' ') != std::string::npos;
}

// False when the id is taken already, or no more are given.
bool ContentIds::take(const std::string& id) {
    if (searches_ == 0 || used_.size() > max_ids_size || has(used_, id)) return false;
    (used_ += id) += ' ';
    return true;
}

}  // namespace longread
