#include "base/arena.h"

#include <cstring>
#include <utility>

namespace longread {
namespace {

constexpr std::size_t alignment = 8;
constexpr std::size_t chunk_size = 32U << 10U;

}  // namespace

// One by one: a destructor that calls itself could run out of stack.
Arena::~Arena() {
    while (last_ != nullptr) last_ = std::move(last_->before);
}

void* Arena::take(std::size_t size) {
    size = (size + alignment - 1) & ~(alignment - 1);
    if (size > left_) {
        left_ = size > chunk_size ? size : chunk_size;
        // Not make_unique, which would clear the bytes. NOLINTNEXTLINE(modernize-make-unique)
        last_.reset(new Chunk{std::move(last_), std::unique_ptr<std::byte[]>(new std::byte[left_])});
        next_ = last_->bytes.get();
    }
    std::byte* const taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
}

std::string_view Arena::join(std::initializer_list<std::string_view> texts) {
    std::size_t size = 0;
    for (const std::string_view text : texts) size += text.size();
    if (size == 0) return {};
    auto* const begin = static_cast<char*>(take(size));
    char* at = begin;
    for (const std::string_view text : texts) {
        if (text.empty()) continue;  // which may have no address
        std::memcpy(at, text.data(), text.size());
        at += text.size();
    }
    return {begin, size};
}

}  // namespace longread
