#include "base/list.h"

namespace longread {

void* grow_list(void* data, std::uint32_t size, std::uint32_t& capacity, std::size_t element_size,
                Arena& arena) {
    if (size < capacity) return data;
    capacity = capacity == 0 ? 4 : capacity * 2;
    void* const grown = arena.take(capacity * element_size);
    if (size > 0) std::memcpy(grown, data, size * element_size);
    return grown;
}

}  // namespace longread
