// measure_recall WORK-FOLDER [SAMPLE [CANDIDATES]]: how many of the ten nearest stories the cut lists of an
// archive's index find, against a search through all of them. Prints a line.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>

#include "app/archive/nearest.h"
#include "platform/cli_archive_base.h"
#include "platform/cli_workers.h"

namespace {

using namespace longread;

constexpr std::uint32_t wanted = 10;

// Exact products with all stories, by whole lists.
std::vector<Near> search_all(const ArchiveBase& base, const ImpactView& whole, std::uint32_t self) {
    std::vector<std::uint32_t> products(base.stories);
    const VectorView query = base.vectors[self];
    for (std::uint32_t block = 0; block < whole.blocks(); ++block) {
        for (std::size_t i = 0; i < query.size(); ++i) {
            for (const Posting& posting : whole.list(block, query.terms[i]))
                products[(block << block_bits) + posting.story] +=
                    std::uint32_t{query.weights[i]} * posting.weight;
        }
    }
    std::vector<Near> found;
    for (std::uint32_t story = 0; story < base.stories; ++story) {
        if (story != self && products[story] > 0) found.push_back({story, products[story]});
    }
    const std::size_t kept = std::min<std::size_t>(wanted, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                      [&](const Near& a, const Near& b) { return is_nearer(a, b, base.order); });
    found.resize(kept);
    return found;
}

}  // namespace

int main(int argc, char** argv) {
    const auto base = argc > 1 ? open_base(WorkFolder(argv[1])) : std::nullopt;
    if (!base || base->stories == 0) {
        std::cerr << "measure_recall: no work folder of an archive\n";
        return 1;
    }
    const std::uint32_t sample = argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 2000;
    const std::uint32_t candidates = argc > 3 ? static_cast<std::uint32_t>(std::atoi(argv[3])) : 160;
    const std::uint32_t step = std::max(1U, base->stories / std::max(1U, sample));
    Threads threads(0);
    const ImpactIndex whole = build_impact_index(base->vectors, base->dictionary.size(), ~0U, threads);
    std::vector<std::uint32_t> asked;
    for (std::uint32_t story = 0; story < base->stories; story += step) asked.push_back(story);
    const Search search{base->index, base->vectors, base->order, wanted, candidates};
    std::vector<std::uint32_t> right(asked.size());
    std::vector<std::uint32_t> all(asked.size());
    threads.run(static_cast<std::uint32_t>(asked.size()), [&](std::uint32_t i) {
        const std::vector<Near> exact = search_all(*base, whole.view(), asked[i]);
        VectorsView query = base->vectors;
        query.starts = query.starts.subspan(asked[i], 2);
        Searcher searcher(search);
        searcher.find(query, std::span(asked).subspan(i, 1), [&](std::uint32_t, std::span<const Near> found) {
            for (const Near& near : exact)
                right[i] += std::count(found.begin(), found.end(), near) > 0 ? 1U : 0U;
        });
        all[i] = static_cast<std::uint32_t>(exact.size());
    });
    std::uint64_t found = 0;
    std::uint64_t there = 0;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        found += right[i];
        there += all[i];
    }
    std::cout << asked.size() << " stories asked of " << base->stories << ": " << found << " of " << there
              << " nearest found, " << found * 1000 / std::max<std::uint64_t>(1, there) << " per mille\n";
    return 0;
}
