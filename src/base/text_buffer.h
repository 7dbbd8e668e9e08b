// A text that is being put together. std::string would do, but a fifth of the WebAssembly module would be its
// code; this one has what readers and renderers need, and no more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/arena.h"

namespace longread {

class TextBuffer {
  public:
    using value_type = char;  // for nlohmann's lexer, which fills one

    TextBuffer() = default;
    explicit TextBuffer(std::string_view text) { *this += text; }
    TextBuffer(const TextBuffer&) = delete;
    TextBuffer& operator=(const TextBuffer&) = delete;

    // What is added may be a part of the buffer itself.
    TextBuffer& operator+=(std::string_view text);
    // A literal: a call costs the module half as many bytes.
    TextBuffer& operator+=(const char* text);
    TextBuffer& operator+=(char c) {
        if (size_ == capacity_) return *this += std::string_view(&c, 1);
        bytes_[size_++] = c;
        return *this;
    }
    void push_back(char c) { *this += c; }
    // Keeps the first so many bytes.
    void cut(std::size_t size) { size_ = static_cast<std::uint32_t>(size); }
    void clear() { size_ = 0; }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    // Only where not empty().
    [[nodiscard]] char back() const { return bytes_[size_ - 1]; }
    // Valid until something is added.
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
    operator std::string_view() const {
        return view();
    }  // NOLINT(google-explicit-constructor): as std::string

  private:
    std::unique_ptr<char[]> bytes_;
    std::uint32_t size_ = 0;
    std::uint32_t capacity_ = 0;
};

}  // namespace longread
