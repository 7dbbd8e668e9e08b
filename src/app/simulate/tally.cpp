#include "app/simulate/tally.h"

#include <algorithm>
#include <numeric>

namespace longread {
namespace {

using Counts = std::vector<std::uint64_t>;

std::uint64_t& count_at(Counts& counts, std::size_t index) {
    if (counts.size() <= index) counts.resize(index + 1);
    return counts[index];
}

void add_counts(Counts& counts, const Counts& others) {
    if (counts.size() < others.size()) counts.resize(others.size());
    for (std::size_t i = 0; i < others.size(); ++i) counts[i] += others[i];
}

template <std::size_t Count>
void add_counts(std::array<std::uint64_t, Count>& counts, const std::array<std::uint64_t, Count>& others) {
    for (std::size_t i = 0; i < Count; ++i) counts[i] += others[i];
}

// The first index at which so many of 100 have been counted.
std::uint64_t index_at(const Counts& counts, std::uint32_t of_hundred) {
    const std::uint64_t total = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        before += counts[i];
        if (before * 100 >= total * of_hundred && before > 0) return i;
    }
    return 0;
}

std::size_t reason_of(const ReaderOutcome& outcome) {
    if (outcome.page_views == 0) return never_viewed;
    const auto most = std::max_element(outcome.stopped_by.begin(), outcome.stopped_by.end());
    if (outcome.out_of_sight >= *most) return never_in_sight;
    return static_cast<std::size_t>(most - outcome.stopped_by.begin());
}

}  // namespace

Tally::Tally(const Campaigns& all, const Timestamp& start, std::uint32_t days)
    : asks_by_day(days), start_minute_(start.seconds / 60) {
    for (const Campaign& campaign : all.campaigns)
        campaigns.push_back({std::vector<VariantTally>(campaign.variants.size()), 0, 0});
}

void Tally::add(const Campaigns& all, const ReaderOutcome& outcome) {
    ++readers;
    page_views += outcome.page_views;
    asks += outcome.seen.size();
    ++count_at(readers_by_asks, outcome.seen.size());
    if (outcome.seen.empty()) ++never_asked[reason_of(outcome)];
    add_exposure(all, outcome);
    add_gaps(outcome.seen);
    count_breaches(all, outcome.seen, breaches);
}

void Tally::add_exposure(const Campaigns& all, const ReaderOutcome& outcome) {
    for (const SeenAsk& ask : outcome.seen) {
        ++campaigns[ask.campaign].variants[ask.variant].asks;
        ++answers[static_cast<std::size_t>(ask.answer)];
        const std::int64_t day = (ask.minute - start_minute_) / (24 * 60);
        ++count_at(asks_by_day, static_cast<std::size_t>(std::max<std::int64_t>(day, 0)));
    }
    for (std::size_t i = 0; i < all.campaigns.size(); ++i) {
        CampaignTally& campaign = campaigns[i];
        const std::int32_t group = outcome.groups[i];
        if (group == held_back) ++campaign.held_back;
        if (group >= 0) ++campaign.variants[static_cast<std::size_t>(group)].assigned;
        bool has_seen = false;
        for (std::size_t variant = 0; variant < campaign.variants.size(); ++variant) {
            const bool has_seen_this =
                std::any_of(outcome.seen.begin(), outcome.seen.end(),
                            [&](const SeenAsk& ask) { return ask.campaign == i && ask.variant == variant; });
            if (has_seen_this) ++campaign.variants[variant].readers;
            has_seen = has_seen || has_seen_this;
        }
        if (has_seen) ++campaign.readers;
    }
}

void Tally::add_gaps(const std::vector<SeenAsk>& seen) {
    for (std::size_t i = 1; i < seen.size(); ++i) {
        const std::int64_t gap = seen[i].minute - seen[i - 1].minute;
        if (shortest_gap < 0 || gap < shortest_gap) shortest_gap = gap;
        ++count_at(gaps_by_hours, static_cast<std::size_t>(gap / 60));
    }
}

void Tally::add(const Tally& other) {
    readers += other.readers;
    page_views += other.page_views;
    asks += other.asks;
    add_counts(readers_by_asks, other.readers_by_asks);
    add_counts(never_asked, other.never_asked);
    add_counts(asks_by_day, other.asks_by_day);
    add_counts(answers, other.answers);
    add_counts(gaps_by_hours, other.gaps_by_hours);
    add_counts(breaches, other.breaches);
    if (shortest_gap < 0 || (other.shortest_gap >= 0 && other.shortest_gap < shortest_gap))
        shortest_gap = other.shortest_gap;
    for (std::size_t i = 0; i < campaigns.size(); ++i) {
        CampaignTally& campaign = campaigns[i];
        const CampaignTally& more = other.campaigns[i];
        campaign.readers += more.readers;
        campaign.held_back += more.held_back;
        for (std::size_t variant = 0; variant < campaign.variants.size(); ++variant) {
            campaign.variants[variant].asks += more.variants[variant].asks;
            campaign.variants[variant].readers += more.variants[variant].readers;
            campaign.variants[variant].assigned += more.variants[variant].assigned;
        }
    }
}

std::uint64_t Tally::asks_at(std::uint32_t of_hundred) const { return index_at(readers_by_asks, of_hundred); }

std::uint64_t Tally::hours_at(std::uint32_t of_hundred) const { return index_at(gaps_by_hours, of_hundred); }

}  // namespace longread
