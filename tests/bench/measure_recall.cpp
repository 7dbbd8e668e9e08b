// measure_recall WORK-FOLDER [SAMPLE]: how many of the first ten stories of an archive's lists are those that
// a search through all stories puts there, copies left out alike. Prints a line.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <numeric>
#include <string>

#include "app/archive/list_related.h"
#include "app/archive/nearest.h"
#include "platform/cli_archive_base.h"
#include "platform/cli_workers.h"

namespace {

using namespace longread;

constexpr std::size_t compared = 10;

// By whole lists, whose weights are coarse; then by exact products of many more than are compared.
std::vector<Near> search_all(const ArchiveBase& base, const ImpactView& whole, std::uint32_t self) {
    std::vector<std::uint32_t> products(base.stories);
    const VectorView query = base.vectors[self];
    for (std::uint32_t block = 0; block < whole.blocks(); ++block) {
        for (std::size_t i = 0; i < query.size(); ++i) {
            for (const Posting& posting : whole.list(block, query.terms[i]))
                products[(block << block_bits) + posting.story()] +=
                    std::uint32_t{query.weights[i]} * posting.weight();
        }
    }
    std::vector<Near> found;
    for (std::uint32_t story = 0; story < base.stories; ++story) {
        if (story != self && products[story] > 0) found.push_back({story, products[story]});
    }
    const auto keep = [&](std::size_t most) {
        const std::size_t kept = std::min(most, found.size());
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                          [&](const Near& a, const Near& b) { return is_nearer(a, b, base.order); });
        found.resize(kept);
    };
    keep(20 * most_found);
    for (Near& near : found) near.product = product_of(query, base.vectors[near.story]);
    keep(most_found);
    return found;
}

}  // namespace

int main(int argc, char** argv) {
    const WorkFolder folder(argc > 1 ? argv[1] : "");
    const auto base = open_base(folder);
    const auto tail = base ? open_tail(folder, base->build) : std::nullopt;
    if (!tail || base->stories == 0) {
        std::cerr << "measure_recall: no work folder of an archive\n";
        return 1;
    }
    const std::uint32_t sample = argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 2000;
    const std::uint32_t step = std::max(1U, base->stories / std::max(1U, sample));
    Threads threads(0);
    const ImpactIndex whole = build_impact_index(base->vectors, base->dictionary.size(), ~0U, threads);
    const std::vector<std::uint32_t> newest = find_newest(tail->groups, base->order);
    std::vector<std::uint32_t> asked;
    for (std::uint32_t story = 0; story < base->stories; story += step) asked.push_back(story);
    std::vector<std::size_t> right(asked.size());
    std::vector<std::size_t> all(asked.size());
    threads.run(static_cast<std::uint32_t>(asked.size()), [&](std::uint32_t i) {
        const std::vector<Near> found = search_all(*base, whole.view(), asked[i]);
        std::vector<ArchiveNeighbour> exact = list_related(asked[i], found, tail->groups, newest);
        exact.resize(std::min(exact.size(), compared));
        std::vector<ArchiveNeighbour> listed;
        base->lists.read(asked[i], listed);
        listed.resize(std::min(listed.size(), compared));
        for (const ArchiveNeighbour& one : exact) {
            right[i] += std::any_of(listed.begin(), listed.end(),
                                    [&](const ArchiveNeighbour& other) { return other.story == one.story; })
                            ? 1U
                            : 0U;
        }
        all[i] = exact.size();
    });
    const std::size_t found = std::accumulate(right.begin(), right.end(), std::size_t{0});
    const std::size_t there =
        std::max<std::size_t>(1, std::accumulate(all.begin(), all.end(), std::size_t{0}));
    std::cout << asked.size() << " stories asked of " << base->stories << ": " << found << " of " << there
              << " nearest listed, " << found * 1000 / there << " per mille\n";
    return 0;
}
