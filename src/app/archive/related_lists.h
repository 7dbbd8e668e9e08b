// The lists of related stories of a whole archive: six bytes a neighbour.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/archive/packed_bytes.h"
#include "app/archive/write_archive.h"

namespace longread {

struct ListsView {
    std::span<const std::uint32_t> starts;  // one more than there are lists
    std::span<const std::uint32_t> stories;
    std::span<const std::uint16_t> scores;

    [[nodiscard]] std::uint32_t size() const {
        return starts.empty() ? 0 : static_cast<std::uint32_t>(starts.size() - 1);
    }
    void read(std::uint32_t list, std::vector<ArchiveNeighbour>& into) const {
        into.clear();
        for (std::uint32_t i = starts[list]; i < starts[list + 1]; ++i)
            into.push_back({stories[i], scores[i]});
    }
};

struct RelatedLists {
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> stories;
    std::vector<std::uint16_t> scores;

    [[nodiscard]] ListsView view() const { return {starts, stories, scores}; }
    void add(std::span<const ArchiveNeighbour> list) {
        for (const ArchiveNeighbour& one : list) {
            stories.push_back(one.story);
            scores.push_back(one.score);
        }
        starts.push_back(static_cast<std::uint32_t>(stories.size()));
    }
};

inline void pack_lists(PackedWriter& out, ListsView lists) {
    out.array(lists.starts);
    out.array(lists.stories);
    out.array(lists.scores);
}

inline ListsView unpack_lists(PackedReader& in) {
    ListsView lists;
    lists.starts = in.array<std::uint32_t>();
    lists.stories = in.array<std::uint32_t>();
    lists.scores = in.array<std::uint16_t>();
    return lists;
}

}  // namespace longread
