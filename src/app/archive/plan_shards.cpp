#include "app/archive/plan_shards.h"

#include <algorithm>
#include <unordered_map>

#include "app/archive/compressed_size.h"

namespace longread {
namespace {

constexpr std::size_t most_cards = 255;
constexpr std::size_t most_own = 200;
constexpr std::size_t most_links = 8;  // nearest neighbours along which a shard grows

// Without copies of the story itself, which never stand beside it.
std::vector<ArchiveNeighbour> related_to(std::uint32_t story, const ArchiveStories& stories) {
    const std::uint32_t copies = stories.story(story).copies;
    const std::span<const ArchiveNeighbour> all = stories.neighbours(story);
    std::vector<ArchiveNeighbour> related(all.begin(), all.end());
    std::erase_if(related, [&](const ArchiveNeighbour& one) {
        const ArchiveStory other = stories.story(one.story);
        return one.story == story || other.url.empty() || (copies != 0 && other.copies == copies);
    });
    return related;
}

void sort_by_date(std::vector<std::uint32_t>& numbers, const ArchiveStories& stories) {
    std::vector<std::pair<std::int64_t, std::uint32_t>> dated;
    dated.reserve(numbers.size());
    for (const std::uint32_t number : numbers) dated.emplace_back(stories.story(number).published, number);
    std::sort(dated.begin(), dated.end());
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = dated[i].second;
}

using Lists = std::vector<std::vector<ArchiveNeighbour>>;

// The cards of others that the lists need: the nearest of each first, then those that leave fewest stories
// with a short list.
std::vector<std::uint32_t> choose_others(const std::vector<std::uint32_t>& own, const Lists& lists,
                                         const ArchiveOptions& options, std::size_t most) {
    std::unordered_map<std::uint32_t, bool> has_card;
    for (const std::uint32_t story : own) has_card[story] = true;
    std::vector<std::uint32_t> others;
    const auto add = [&](std::uint32_t story) {
        if (others.size() < most && has_card.try_emplace(story, true).second) others.push_back(story);
    };
    for (std::size_t rank = 0; rank < options.sure_listed; ++rank) {
        for (const auto& list : lists) {
            if (rank < list.size()) add(list[rank].story);
        }
    }
    for (const auto& list : lists) {
        std::size_t listed = 0;
        for (const ArchiveNeighbour& one : list) listed += has_card.count(one.story);
        for (std::size_t i = 0; i < list.size() && listed < options.least_listed; ++i) {
            const bool is_new = has_card.count(list[i].story) == 0;
            if (is_new) add(list[i].story);
            listed += is_new ? 1 : 0;
        }
    }
    return others;
}

}  // namespace

ShardContent fill_shard(std::vector<std::uint32_t> own, const ArchiveStories& stories,
                        const ArchiveOptions& options, std::size_t most_other) {
    sort_by_date(own, stories);
    Lists lists;
    for (const std::uint32_t story : own) lists.push_back(related_to(story, stories));
    std::vector<std::uint32_t> others =
        choose_others(own, lists, options, std::min(most_other, most_cards - own.size()));
    sort_by_date(others, stories);
    ShardContent content;
    content.own = own.size();
    content.cards = std::move(own);
    content.cards.insert(content.cards.end(), others.begin(), others.end());
    std::unordered_map<std::uint32_t, std::uint32_t> place_of;
    for (std::uint32_t i = 0; i < content.cards.size(); ++i) place_of[content.cards[i]] = i;
    for (const auto& list : lists) {
        std::vector<ArchiveNeighbour>& listed = content.lists.emplace_back();
        for (const ArchiveNeighbour& one : list) {
            const auto place = place_of.find(one.story);
            if (place != place_of.end() && listed.size() < options.listed)
                listed.push_back({place->second, one.score});
        }
    }
    return content;
}

ShardPlanner::ShardPlanner(const ArchiveStories& stories, const ArchiveOptions& options,
                           std::span<const std::uint32_t> homeless)
    : stories_(stories),
      options_(options),
      is_homeless_(stories.count),
      sizes_(stories.count),
      gains_(stories.count),
      seen_(stories.count) {
    for (const std::uint32_t story : homeless) is_homeless_[story] = true;
    link();
}

// Neighbours lie in both directions.
void ShardPlanner::link() {
    link_starts_.assign(stories_.count + std::size_t{1}, 0);
    const auto nearest = [this](std::uint32_t story) {
        const std::span<const ArchiveNeighbour> all = stories_.neighbours(story);
        return all.first(std::min(all.size(), most_links));
    };
    for (std::uint32_t story = 0; story < stories_.count; ++story) {
        for (const ArchiveNeighbour& one : nearest(story)) ++link_starts_[one.story + std::size_t{1}];
    }
    for (std::size_t i = 1; i < link_starts_.size(); ++i) link_starts_[i] += link_starts_[i - 1];
    links_.resize(link_starts_.back());
    std::vector<std::uint32_t> next(link_starts_.begin(), link_starts_.end() - 1);
    for (std::uint32_t story = 0; story < stories_.count; ++story) {
        for (const ArchiveNeighbour& one : nearest(story)) links_[next[one.story]++] = story;
    }
}

void ShardPlanner::reach(std::uint32_t story, std::uint32_t gain) {
    if (!is_homeless_[story]) return;
    if (gains_[story] == 0) reached_.push_back(story);
    gains_[story] += gain;
}

// The homeless story that is nearest to the shard.
std::uint32_t ShardPlanner::pick() {
    std::uint32_t best = none;
    for (const std::uint32_t story : reached_) {
        if (!is_homeless_[story]) continue;
        if (best == none || gains_[story] > gains_[best] || (gains_[story] == gains_[best] && story < best))
            best = story;
    }
    if (best != none) return best;
    while (first_homeless_ < stories_.count && !is_homeless_[first_homeless_]) ++first_homeless_;
    return first_homeless_ < stories_.count ? first_homeless_ : none;
}

void ShardPlanner::place(std::uint32_t story, std::vector<std::uint32_t>& own) {
    is_homeless_[story] = false;
    own.push_back(story);
    const std::span<const ArchiveNeighbour> all = stories_.neighbours(story);
    for (const ArchiveNeighbour& one : all.first(std::min(all.size(), most_links)))
        reach(one.story, one.score + 1U);
    constexpr std::uint32_t backward = 300;  // a score that is not at hand
    for (std::uint32_t i = link_starts_[story]; i < link_starts_[story + std::size_t{1}]; ++i)
        reach(links_[i], backward);
}

void ShardPlanner::take_back(std::vector<std::uint32_t>& own) {
    is_homeless_[own.back()] = true;
    first_homeless_ = std::min(first_homeless_, own.back());
    own.pop_back();
}

// Bytes before compression, about.
std::uint32_t ShardPlanner::estimate(const std::vector<std::uint32_t>& own) {
    ++estimates_;
    std::uint32_t size = 60;
    const auto count = [&](std::uint32_t story) {
        if (seen_[story] == estimates_) return;
        seen_[story] = estimates_;
        if (sizes_[story] == 0)
            sizes_[story] = static_cast<std::uint16_t>(card_size(stories_.story(story), options_.dek_bytes));
        size += sizes_[story];
    };
    for (const std::uint32_t story : own) count(story);
    for (const std::uint32_t story : own) {
        const std::span<const ArchiveNeighbour> all = stories_.neighbours(story);
        for (const ArchiveNeighbour& one : all.first(std::min<std::size_t>(all.size(), options_.sure_listed)))
            count(one.story);
        size += 1 + 2 * options_.listed;
    }
    return size;
}

PlannedShard ShardPlanner::close(std::vector<std::uint32_t> own) {
    PlannedShard shard;
    for (std::size_t most_other = most_cards;;) {
        const ShardContent content = fill_shard(own, stories_, options_, most_other);
        shard.body = write_shard_body(content, stories_, options_.dek_bytes);
        if (compressed_size(shard.body) + archive_head_size <= options_.largest_shard) break;
        if (own.size() > 1) {
            take_back(own);
        } else {
            // A single story with very long cards around it. Its own alone is never too large.
            if (most_other == 0 || own.empty()) break;
            most_other = (content.cards.size() - 1) / 2;
        }
    }
    shard.own = std::move(own);
    return shard;
}

PlannedShard ShardPlanner::next() {
    for (const std::uint32_t story : reached_) gains_[story] = 0;
    reached_.clear();
    std::vector<std::uint32_t> own;
    PlannedShard shard;
    std::size_t real = 0;
    std::uint32_t story = seed_ != none && is_homeless_[seed_] ? seed_ : pick();
    while (story != none && own.size() < most_own) {
        place(story, own);
        const std::uint32_t size = estimate(own);
        const std::uint64_t expected = std::uint64_t{size} * ratio_ / 1000;
        story = pick();
        if (expected < options_.full_shard * 97ULL / 100 && story != none) continue;
        shard.own = own;
        shard.body = write_shard_body(fill_shard(own, stories_, options_), stories_, options_.dek_bytes);
        real = compressed_size(shard.body) + archive_head_size;
        ratio_ = static_cast<std::uint32_t>(real * 1000 / size);
        if (real * 100 >= options_.full_shard * 94ULL) break;
    }
    seed_ = story;
    if (shard.own.size() == own.size() && real <= options_.full_shard) return shard;
    while (own.size() > 1 && std::uint64_t{estimate(own)} * ratio_ / 1000 > options_.full_shard)
        take_back(own);
    return close(std::move(own));
}

PlannedShard ShardPlanner::refill(std::vector<std::uint32_t> own, std::span<const std::uint32_t> joining) {
    for (const std::uint32_t story : joining) {
        if (own.size() < most_own) {
            is_homeless_[story] = false;
            own.push_back(story);
        } else {
            is_homeless_[story] = true;
        }
    }
    return close(std::move(own));
}

}  // namespace longread
