// Sorting that keeps the order of equals and never takes more than n log n steps, whatever is sorted.
// std::stable_sort would do, but costs the WebAssembly modules three times the bytes for each type.
#pragma once

#include <cstddef>
#include <utility>

#include "base/list.h"

namespace longread {

// goes_before(a, b): whether a must stand before b. Merges runs of growing length, to and fro between the
// list and a copy of it in the arena.
template <typename T, typename GoesBefore>
void sort(List<T>& list, Arena& arena, GoesBefore goes_before) {
    constexpr std::size_t short_run = 8;
    const std::size_t size = list.size();
    if (size < 2) return;
    T* from = list.begin();
    for (std::size_t i = 1; i < size; ++i) {
        const T value = from[i];
        std::size_t at = i;
        for (; at % short_run != 0 && goes_before(value, from[at - 1]); --at) from[at] = from[at - 1];
        from[at] = value;
    }
    if (size <= short_run) return;
    T* to = static_cast<T*>(arena.take(size * sizeof(T)));
    for (std::size_t run = short_run; run < size; run *= 2) {
        for (std::size_t begin = 0; begin < size; begin += 2 * run) {
            const std::size_t middle = begin + run < size ? begin + run : size;
            const std::size_t end = middle + run < size ? middle + run : size;
            std::size_t left = begin;
            std::size_t right = middle;
            for (std::size_t at = begin; at < end; ++at) {
                const bool takes_right =
                    right < end && (left == middle || goes_before(from[right], from[left]));
                to[at] = takes_right ? from[right++] : from[left++];
            }
        }
        std::swap(from, to);
    }
    if (from != list.begin()) std::memcpy(static_cast<void*>(list.begin()), from, size * sizeof(T));
}

}  // namespace longread
