#include "base/sort.h"

#include <utility>

namespace longread {
namespace {

constexpr std::size_t short_run = 8;

// Runs of eight, each by insertion.
void sort_short_runs(List<SortItem>& items) {
    for (std::size_t i = 1; i < items.size(); ++i) {
        const SortItem item = items[i];
        std::size_t at = i;
        for (; at % short_run != 0 && item.key < items[at - 1].key; --at) items[at] = items[at - 1];
        items[at] = item;
    }
}

std::size_t smaller(std::size_t a, std::size_t b) { return a < b ? a : b; }

// Puts each item about where it belongs, as if keys were spread evenly between the least and the greatest,
// which those of hashes are.
void distribute(List<SortItem>& items, SortItem* copy, Arena& arena) {
    const std::size_t size = items.size();
    std::uint64_t least = ~std::uint64_t{0};
    std::uint64_t greatest = 0;
    for (const SortItem& one : items) {
        least = one.key < least ? one.key : least;
        greatest = one.key > greatest ? one.key : greatest;
    }
    unsigned shift = 0;
    while ((greatest - least) >> shift >= size) ++shift;
    const std::size_t bytes = (size + 1) * sizeof(std::uint32_t);
    auto* const ends = static_cast<std::uint32_t*>(arena.take(bytes));
    std::memset(ends, 0, bytes);
    for (const SortItem& one : items) ++ends[((one.key - least) >> shift) + 1];
    for (std::size_t i = 1; i <= size; ++i) ends[i] += ends[i - 1];
    std::memcpy(copy, items.begin(), size * sizeof(SortItem));
    for (std::size_t i = 0; i < size; ++i) items[ends[(copy[i].key - least) >> shift]++] = copy[i];
}

// By insertion. False: not done yet, after so many steps that another way is shorter.
bool insert_each(List<SortItem>& items) {
    std::size_t steps = 4 * items.size();
    for (std::size_t i = 1; i < items.size(); ++i) {
        const SortItem item = items[i];
        std::size_t at = i;
        for (; at > 0 && item.key < items[at - 1].key && steps > 0; --at, --steps) items[at] = items[at - 1];
        items[at] = item;
    }
    return steps > 0;
}

}  // namespace

void sort_by_key(List<SortItem>& items, Arena& arena) {
    const std::size_t size = items.size();
    if (size == 0) return;
    SortItem* from = items.begin();
    SortItem* to = static_cast<SortItem*>(arena.take(size * sizeof(SortItem)));
    distribute(items, to, arena);
    if (insert_each(items)) return;
    sort_short_runs(items);
    // Runs of growing length are merged to and fro between the list and a copy.
    for (std::size_t run = short_run; run < size; run *= 2) {
        std::size_t at = 0;
        while (at < size) {
            std::size_t left = at;
            const std::size_t middle = smaller(at + run, size);
            std::size_t right = middle;
            const std::size_t end = smaller(middle + run, size);
            for (; at < end; ++at) {
                const bool takes_right = right < end && (left == middle || from[right].key < from[left].key);
                to[at] = from[takes_right ? right++ : left++];
            }
        }
        std::swap(from, to);
    }
    if (from != items.begin()) std::memcpy(items.begin(), from, size * sizeof(SortItem));
}

}  // namespace longread
