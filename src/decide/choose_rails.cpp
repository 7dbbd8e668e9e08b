#include "decide/choose_rails.h"

#include "base/text.h"
#include "decide/choose_related.h"

namespace longread {
namespace {

bool has_tag(const Card& card, std::string_view tag) {
    if (tag.empty()) return true;
    for (const std::string_view own : card.tags) {
        if (equals_ignoring_ascii_case(own, tag)) return true;
    }
    return false;
}

std::int64_t published(const Card& card) { return card.published ? card.published->seconds : 0; }

List<Card> newest(const List<Feed>& feeds, std::string_view tag, Arena& arena) {
    List<Card> found;
    for (const Feed& feed : feeds) {
        for (const Card& card : feed.items) {
            if (!has_tag(card, tag)) continue;
            std::size_t at = found.size();
            while (at > 0 && published(card) > published(found[at - 1])) --at;
            found.insert(at, card, arena);
        }
    }
    return found;
}

bool is_in_any(const List<Rail>& rails, const Card& card) {
    for (const Rail& rail : rails) {
        if (holds_story(rail.items, card)) return true;
    }
    return false;
}

}  // namespace

List<Rail> choose_rails(const Surroundings& around, const List<Feed>& feeds, const List<Card>& shown,
                        Arena& arena) {
    List<Rail> rails;
    for (const Rail& wanted : around.rails) {
        Rail rail = wanted;
        rail.items.clear();
        for (const Card& card : wanted.from_feed ? newest(feeds, wanted.tag, arena) : wanted.items) {
            const bool is_again = is_same_story(around.story, card) || holds_story(shown, card) ||
                                  holds_story(rail.items, card) || is_in_any(rails, card);
            if (!is_again && rail.items.size() < static_cast<std::size_t>(rail.limit))
                rail.items.add(card, arena);
        }
        if (!rail.items.empty()) rails.add(rail, arena);
    }
    return rails;
}

}  // namespace longread
