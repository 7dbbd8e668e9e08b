#include "read/srcset.h"

#include "base/text.h"
#include "base/url.h"

namespace longread {
namespace {

constexpr int max_candidates = 12;

std::string_view take(std::string_view& text, std::size_t size) {
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(taken.size());
    return taken;
}

// "640w", "2x", "1.5x" or nothing.
bool is_descriptor(std::string_view text) {
    if (text.empty()) return true;
    bool has_point = text.back() == 'w';
    if (text.size() < 2 || text.size() > 6 || (!has_point && text.back() != 'x')) return false;
    text.remove_suffix(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') continue;
        if (text[i] != '.' || has_point || i == 0 || i + 1 == text.size()) return false;
        has_point = true;
    }
    return true;
}

}  // namespace

Srcset read_srcset(std::string_view srcset, std::string_view base_url, Arena& arena) {
    Srcset out;
    for (int count = 0; count < max_candidates; ++count) {
        const std::size_t begin = srcset.find_first_not_of(", \t\n\f\r");
        if (begin == std::string_view::npos) break;
        srcset.remove_prefix(begin);
        std::string_view reference = take(srcset, srcset.find_first_of(" \t\n\f\r"));
        std::string_view descriptor;
        if (reference.back() == ',') {
            reference = reference.substr(0, reference.find_last_not_of(',') + 1);
        } else {
            descriptor = trim(take(srcset, srcset.find(',')));
        }
        if (!is_descriptor(descriptor)) continue;
        const auto url = resolve_url(reference, base_url, UrlUse::image, arena);
        if (!url) out.refused.add(reference, arena);
        if (!url || url->back() == ',') continue;
        if (out.first.empty()) out.first = *url;
        out.text = arena.join(
            {out.text, out.text.empty() ? "" : ", ", *url, descriptor.empty() ? "" : " ", descriptor});
    }
    return out;
}

}  // namespace longread
