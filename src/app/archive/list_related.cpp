#include "app/archive/list_related.h"

#include <algorithm>
#include <numeric>

#include "decide/related/copies.h"
#include "decide/related/vectors.h"

namespace longread {
namespace {

// Copies share half of their runs of four words, so nearly all of their terms.
constexpr std::uint32_t least_score = 300;

struct Pair {
    std::uint32_t one;
    std::uint32_t other;
};

void find_copies(std::uint32_t story, std::span<const Near> found, const SketchOf& sketch_of,
                 std::vector<Pair>& pairs) {
    if (found.empty() || score_of(found[0].product) < least_score) return;
    Arena arena;
    const Sketch sketch = sketch_of(story, arena);
    for (const Near& near : found) {
        if (score_of(near.product) < least_score) break;
        if (are_copies(sketch, sketch_of(near.story, arena))) pairs.push_back({story, near.story});
    }
}

std::uint32_t root_of(std::vector<std::uint32_t>& parents, std::uint32_t story) {
    while (parents[story] != story) story = parents[story] = parents[parents[story]];
    return story;
}

}  // namespace

std::vector<std::uint32_t> group_copies(std::uint32_t stories, const FoundNear& found,
                                        const SketchOf& sketch_of, Workers& workers) {
    constexpr std::uint32_t step = 4096;
    const std::uint32_t tasks = (stories + step - 1) / step;
    std::vector<std::vector<Pair>> pairs(tasks);
    workers.run(tasks, [&](std::uint32_t task) {
        const std::uint32_t end = std::min(stories, (task + 1) * step);
        for (std::uint32_t story = task * step; story < end; ++story)
            find_copies(story, found(story), sketch_of, pairs[task]);
    });
    std::vector<std::uint32_t> parents(stories);
    std::iota(parents.begin(), parents.end(), 0U);
    for (const auto& some : pairs) {
        for (const Pair& pair : some) {
            const std::uint32_t one = root_of(parents, pair.one);
            const std::uint32_t other = root_of(parents, pair.other);
            parents[std::max(one, other)] = std::min(one, other);
        }
    }
    // The root of a group is its first story.
    std::vector<std::uint32_t> groups(stories);
    std::uint32_t count = 0;
    for (std::uint32_t story = 0; story < stories; ++story) {
        const std::uint32_t root = root_of(parents, story);
        if (root == story) continue;
        if (groups[root] == 0) groups[root] = ++count;
        groups[story] = groups[root];
    }
    return groups;
}

std::vector<std::uint32_t> find_newest(std::span<const std::uint32_t> groups,
                                       std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> newest(1, no_story);
    for (std::uint32_t story = 0; story < groups.size(); ++story) {
        const std::uint32_t group = groups[story];
        if (group == 0) continue;
        if (group >= newest.size()) newest.resize(group + 1, no_story);
        if (newest[group] == no_story || order[story] < order[newest[group]]) newest[group] = story;
    }
    return newest;
}

std::vector<ArchiveNeighbour> list_related(std::uint32_t story, std::span<const Near> found,
                                           std::span<const std::uint32_t> groups,
                                           std::span<const std::uint32_t> newest) {
    std::vector<ArchiveNeighbour> list;
    for (const Near& near : found) {
        const std::uint32_t group = groups[near.story];
        if (near.product == 0 || list.size() == most_listed || (group != 0 && group == groups[story]))
            continue;
        const std::uint32_t shown = group == 0 ? near.story : newest[group];
        const bool is_listed = std::any_of(list.begin(), list.end(),
                                           [&](const ArchiveNeighbour& one) { return one.story == shown; });
        if (!is_listed) list.push_back({shown, static_cast<std::uint16_t>(score_of(near.product))});
    }
    return list;
}

}  // namespace longread
