#include "decide/choose_rails.h"

#include "base/text.h"
#include "decide/choose_related.h"

namespace longread {
namespace {

constexpr std::size_t most_items = 6;

bool has_tag(const Card& card, std::string_view tag) {
    if (tag.empty()) return true;
    const std::string name = lower_ascii(tag);
    for (const std::string& own : card.tags) {
        if (lower_ascii(own) == name) return true;
    }
    return false;
}

std::int64_t published(const Card& card) { return card.published ? card.published->seconds : 0; }

std::vector<Card> newest(const std::vector<Feed>& feeds, std::string_view tag) {
    std::vector<Card> found;
    for (const Feed& feed : feeds) {
        for (const Card& card : feed.items) {
            if (!has_tag(card, tag)) continue;
            std::size_t at = found.size();
            while (at > 0 && published(card) > published(found[at - 1])) --at;
            found.insert(found.begin() + static_cast<std::ptrdiff_t>(at), card);
        }
    }
    return found;
}

}  // namespace

std::vector<Rail> choose_rails(const Article& article, const std::vector<Feed>& feeds, const std::vector<Card>& shown) {
    std::vector<Rail> rails;
    for (const Rail& wanted : article.rails) {
        Rail rail;
        rail.title = wanted.title;
        rail.tag = wanted.tag;
        for (const Card& card : wanted.from_feed ? newest(feeds, wanted.tag) : wanted.items) {
            bool again = is_same_story(article.id, article.url, card) || holds_story(shown, card) || holds_story(rail.items, card);
            for (const Rail& earlier : rails) again = again || holds_story(earlier.items, card);
            if (!again && rail.items.size() < most_items) rail.items.push_back(card);
        }
        if (!rail.items.empty()) rails.push_back(std::move(rail));
    }
    return rails;
}

}  // namespace longread
