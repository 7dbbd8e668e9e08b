#include "base/text_buffer.h"

#include <cstring>
#include <utility>

namespace longread {

TextBuffer& TextBuffer::operator+=(std::string_view text) {
    if (text.empty()) return *this;
    const std::size_t size = size_ + text.size();
    // The old bytes go only when the new ones are there: the text may be among them.
    std::unique_ptr<char[]> old;
    if (size > capacity_) {
        const std::size_t capacity = size + size / 2 + 16;
        old.reset(new char[capacity]);
        std::swap(old, bytes_);
        capacity_ = static_cast<std::uint32_t>(capacity);
        if (size_ > 0) std::memcpy(bytes_.get(), old.get(), size_);
    }
    std::memmove(bytes_.get() + size_, text.data(), text.size());
    size_ = static_cast<std::uint32_t>(size);
    return *this;
}

[[gnu::noinline]] TextBuffer& TextBuffer::operator+=(const char* text) {
    return *this += std::string_view(text);
}

}  // namespace longread
