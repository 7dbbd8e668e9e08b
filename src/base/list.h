// A list of plain values whose elements live in an Arena.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "base/arena.h"

namespace longread {

// Puts a copy of `element_size` bytes behind the `size` elements that there are, and gives the elements'
// place, as grow_list does.
void* add_to_list(void* data, std::uint32_t& size, std::uint32_t& capacity, const void* value,
                  std::size_t element_size, Arena& arena);

// Room for one more element than `size`: `data` itself, or a larger copy of it. One function for all types.
void* grow_list(void* data, std::uint32_t size, std::uint32_t& capacity, std::size_t element_size,
                Arena& arena);

// A copy of a list shares its elements: afterwards only one of the two may be added to.
template <typename T>
class List {
  public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }

    // Only where the index is below size().
    T& operator[](std::size_t index) { return data_[index]; }
    const T& operator[](std::size_t index) const { return data_[index]; }
    T& back() { return data_[size_ - 1]; }
    [[nodiscard]] const T& back() const { return data_[size_ - 1]; }

    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    [[nodiscard]] const T* begin() const { return data_; }
    [[nodiscard]] const T* end() const { return data_ + size_; }

    // A copy of the value at the end; the reference is good until the next one is added.
    T& add(const T& value, Arena& arena) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        if constexpr (sizeof(T) > 16) {
            data_ = static_cast<T*>(add_to_list(data_, size_, capacity_, &value, sizeof(T), arena));
            return data_[size_ - 1];
        }
        const T copy = value;  // which may be one of ours
        if (size_ == capacity_) data_ = static_cast<T*>(grow_list(data_, size_, capacity_, sizeof(T), arena));
        std::memcpy(static_cast<void*>(data_ + size_), &copy, sizeof(T));
        return data_[size_++];
    }
    // Room for so many in all, where that is known: what grows by itself is copied again and again.
    void reserve(std::size_t capacity, Arena& arena) {
        if (capacity <= capacity_) return;
        void* const place = arena.take(capacity * sizeof(T));
        if (size_ > 0) std::memcpy(place, data_, size_ * sizeof(T));
        data_ = static_cast<T*>(place);
        capacity_ = static_cast<std::uint32_t>(capacity);
    }
    void add_all(const List& others, Arena& arena) {
        for (const T& other : others) add(other, arena);
    }
    // Before the element at the index, or at the end.
    void insert(std::size_t index, const T& value, Arena& arena) {
        add(value, arena);
        for (std::size_t i = size_ - 1; i > index; --i) {
            const T lower = data_[i - 1];
            data_[i - 1] = data_[i];
            data_[i] = lower;
        }
    }
    // Keeps the first so many.
    void cut(std::size_t size) { size_ = static_cast<std::uint32_t>(size); }
    void pop_back() { --size_; }
    void clear() { *this = List(); }

  private:
    T* data_ = nullptr;
    std::uint32_t size_ = 0;
    std::uint32_t capacity_ = 0;
};

}  // namespace longread
