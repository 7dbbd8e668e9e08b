#include "app/archive/grown_archive.h"

#include <algorithm>
#include <unordered_set>

#include "decide/related/vectors.h"

namespace longread {
namespace {

constexpr std::uint32_t step = 64;

VectorsView part_of(VectorsView vectors, std::uint32_t first, std::uint32_t count) {
    vectors.starts = vectors.starts.subspan(first, count + 1);
    return vectors;
}

// The neighbours among the stories of one index, whose first story has the number `first`.
void find_part(const Search& search, std::uint32_t first, VectorsView queries, std::span<const std::uint32_t> selves,
               std::vector<std::vector<Near>>& into, Workers& workers) {
    if (search.index.stories == 0) return;
    workers.run((queries.size() + step - 1) / step, [&](std::uint32_t task) {
        const std::uint32_t begin = task * step;
        const std::uint32_t count = std::min(step, queries.size() - begin);
        Searcher searcher(search);
        searcher.find(part_of(queries, begin, count), selves.subspan(begin, count),
                      [&](std::uint32_t query, std::span<const Near> found) {
                          for (const Near& near : found)
                              into[begin + query].push_back({near.story + first, near.product});
                      });
    });
}

}  // namespace

std::vector<std::vector<Near>> find_in_grown(const GrownArchive& archive, VectorsView queries, std::uint32_t wanted,
                                             Workers& workers) {
    std::vector<std::vector<Near>> found(queries.size());
    const std::uint32_t built = archive.built.size();
    const std::uint32_t since = archive.since.size();
    std::vector<std::uint32_t> selves(queries.size(), no_story);
    const Search in_built{archive.index, archive.built, archive.order.first(built), wanted, archive.rescored};
    find_part(in_built, 0, queries, selves, found, workers);
    const ImpactIndex index = build_impact_index(archive.since, archive.index.terms, archive.heaviest, workers);
    const Search in_since{index.view(), archive.since, archive.order.subspan(built), wanted, archive.rescored};
    for (std::uint32_t i = 0; i < queries.size(); ++i) selves[i] = since - queries.size() + i;
    find_part(in_since, built, queries, selves, found, workers);
    for (std::vector<Near>& one : found) {
        std::sort(one.begin(), one.end(),
                  [&](const Near& a, const Near& b) { return is_nearer(a, b, archive.order); });
        one.resize(std::min<std::size_t>(one.size(), wanted));
    }
    return found;
}

VectorTable mix_new(const GrownArchive& archive, VectorsView own, Workers& workers) {
    VectorTable all;
    all.add_all(archive.since);
    all.add_all(own);
    GrownArchive grown = archive;
    grown.since = all.view();
    const auto nearest = find_in_grown(grown, own, nearest_to_mix, workers);
    VectorTable mixed;
    mixed.add_all(archive.since);
    for (std::uint32_t i = 0; i < own.size(); ++i) {
        std::vector<VectorView> others;
        for (const Near& near : nearest[i]) others.push_back(grown.vector(near.story));
        mix_into(mixed, own[i], others);
    }
    return mixed;
}

bool find_place(std::span<const ArchiveNeighbour> list, std::span<const std::uint32_t> groups, std::uint32_t places,
                BackLink& link) {
    const std::uint32_t group = groups[link.added];
    if (group != 0 && group == groups[link.story]) return false;
    // A newer story goes before one that is as near.
    const auto at = std::find_if(list.begin(), list.end(),
                                 [&](const ArchiveNeighbour& one) { return one.score <= link.score; });
    link.place = static_cast<std::uint16_t>(at - list.begin());
    return link.place < places;
}

std::vector<ArchiveNeighbour> take_in(std::span<const ArchiveNeighbour> list, std::span<const std::uint32_t> groups,
                                      const BackLink& link) {
    const std::uint32_t group = groups[link.added];
    std::vector<ArchiveNeighbour> changed;
    bool is_in = false;
    for (const ArchiveNeighbour& one : list) {
        if (!is_in && one.score <= link.score) {
            changed.push_back({link.added, link.score});
            is_in = true;
        }
        if (group == 0 || groups[one.story] != group) changed.push_back(one);
    }
    if (!is_in) changed.push_back({link.added, link.score});
    changed.resize(std::min<std::size_t>(changed.size(), 24));
    return changed;
}

std::vector<BackLink> choose_links(std::vector<BackLink> links, std::span<const std::uint32_t> shards,
                                   std::vector<std::uint32_t> changed, std::size_t most) {
    std::sort(links.begin(), links.end(), [](const BackLink& a, const BackLink& b) {
        if (a.place != b.place) return a.place < b.place;
        if (a.score != b.score) return a.score > b.score;
        return a.story != b.story ? a.story < b.story : a.added < b.added;
    });
    std::unordered_set<std::uint32_t> taken(changed.begin(), changed.end());
    std::vector<BackLink> chosen;
    for (const BackLink& link : links) {
        const std::uint32_t shard = shards[link.story];
        if (taken.count(shard) == 0) {
            if (taken.size() >= most) continue;
            taken.insert(shard);
        }
        chosen.push_back(link);
    }
    return chosen;
}

}  // namespace longread
