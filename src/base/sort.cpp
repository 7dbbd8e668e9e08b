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

}  // namespace

void sort_by_key(List<SortItem>& items, Arena& arena) {
    const std::size_t size = items.size();
    sort_short_runs(items);
    if (size <= short_run) return;
    // Runs of growing length are merged to and fro between the list and a copy.
    SortItem* from = items.begin();
    SortItem* to = static_cast<SortItem*>(arena.take(size * sizeof(SortItem)));
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
