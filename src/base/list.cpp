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

void* add_to_list(void* data, std::uint32_t& size, std::uint32_t& capacity, const void* value,
                  std::size_t element_size, Arena& arena) {
    // The value may be one of the list, whose place stays as it is when the list grows.
    void* const grown = grow_list(data, size, capacity, element_size, arena);
    std::memcpy(static_cast<char*>(grown) + size++ * element_size, value, element_size);
    return grown;
}

}  // namespace longread
