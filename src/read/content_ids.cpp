#include "read/content_ids.h"

#include <utility>

#include "base/text.h"

namespace longread {
namespace {

constexpr std::string_view prefix = "lr-";
constexpr std::size_t max_ids = 500;
constexpr std::size_t max_id_size = 80;

bool is_gap(char32_t c) { return c == ' ' || c == '-' || c == 0xA0 || c == 0x2013 || c == 0x2014; }

// "lr-us-troops" of "U.S. troops"; letters of any script stay.
std::string slug_of(std::string_view text) {
    std::string id(prefix);
    for (std::size_t i = 0; i < text.size() && id.size() < max_id_size;) {
        const CodePoint c = decode_at(text, i);
        if (is_word(c.value)) {
            id += text.substr(i, c.size);
        } else if (is_gap(c.value) && id.back() != '-') {
            id += '-';
        }
        i += c.size;
    }
    if (id.back() == '-') id.pop_back();
    return id.size() > prefix.size() ? lower_ascii(id) : std::string();
}

}  // namespace

std::string content_id(std::string_view id) {
    std::string out(prefix);
    for (std::size_t i = 0; i < id.size() && out.size() < max_id_size;) {
        const CodePoint c = decode_at(id, i);
        const bool is_mark = c.value == '-' || c.value == '_' || c.value == '.' || c.value == ':';
        if (is_mark || is_word(c.value)) out += id.substr(i, c.size);
        i += c.size;
    }
    return out.size() > prefix.size() ? out : std::string();
}

ContentIds::ContentIds(const HtmlTree& tree) {
    for (HtmlCursor at(tree); !at.at_end() && wanted_.size() < max_ids; at.advance()) {
        if (at.kind() != HtmlEventKind::attribute || at.attr() != Attr::href) continue;
        const std::string_view href = trim(at.text());
        if (href.size() > 1 && href[0] == '#') wanted_.push_back(href.substr(1));
    }
}

void ContentIds::notice(HtmlElement element) {
    if (wanted_.empty() || !waiting_.empty()) return;
    std::string_view id = attribute_of(element, Attr::id);
    if (id.empty() && element.tag() == Tag::a) id = attribute_of(element, Attr::name);
    if (id.empty()) return;
    for (const std::string_view wanted : wanted_) {
        if (wanted == id) waiting_ = content_id(id);
    }
}

void ContentIds::mark(Block& block) {
    if (waiting_.empty() || !block.id.empty()) return;
    if (!is_used(waiting_)) {
        used_.push_back(waiting_);
        block.id = std::move(waiting_);
    }
    waiting_.clear();
}

std::string ContentIds::heading_id(std::string_view own, std::string_view inner, std::string_view text) {
    std::string id = content_id(own);
    if (id.empty() && !inner.empty()) return std::string(inner);
    if (id.empty()) id = slug_of(text);
    if (id.empty() || used_.size() >= max_ids) return {};
    std::string unique = id;
    for (int n = 2; is_used(unique); ++n) unique = id + '-' + decimal(n);
    used_.push_back(unique);
    return unique;
}

bool ContentIds::is_used(std::string_view id) const {
    for (const std::string& used : used_) {
        if (used == id) return true;
    }
    return false;
}

}  // namespace longread
