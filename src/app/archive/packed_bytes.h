// Values one behind the other, as the files of a build hold them: little endian, small numbers in few bytes,
// and arrays as they lie in memory, at addresses that are multiples of 8, so that a mapped file can be looked
// into.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace longread {

static_assert(std::endian::native == std::endian::little, "arrays are kept as they lie in memory");

class PackedWriter {
  public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80);
        bytes_ += static_cast<char>(value);
    }
    void text(std::string_view text) {
        number(text.size());
        bytes_ += text;
    }
    template <typename T>
    void array(std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        number(values.size());
        bytes_.resize((bytes_.size() + 7) / 8 * 8);
        if (!values.empty()) bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    template <typename T>
    void array(const std::vector<T>& values) {
        array(std::span<const T>(values));
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

// Reads what was written, in the same order. After bytes that are not what was written it gives empty values,
// and ok() is false.
class PackedReader {
  public:
    // bytes: at an address that is a multiple of 8, where arrays are read.
    explicit PackedReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return value;
        }
        ok_ = false;
        return 0;
    }
    std::string_view text() { return take(number()); }
    template <typename T>
    std::span<const T> array() {
        const std::uint64_t count = number();
        at_ = (at_ + 7) / 8 * 8;
        if (count > bytes_.size() / sizeof(T)) {
            ok_ = false;
            return {};
        }
        const std::string_view raw = take(count * sizeof(T));
        if (raw.empty()) return {};
        return {reinterpret_cast<const T*>(raw.data()), static_cast<std::size_t>(count)};
    }
    // Whether all reads up to here found what they asked for.
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool is_at_end() const { return at_ >= bytes_.size(); }

  private:
    std::string_view take(std::uint64_t size) {
        if (at_ > bytes_.size() || size > bytes_.size() - at_) {
            ok_ = false;
            return {};
        }
        const std::string_view part = bytes_.substr(at_, static_cast<std::size_t>(size));
        at_ += static_cast<std::size_t>(size);
        return part;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

// A check sum of 64 bits: eight bytes at a time, in four sums that do not wait for each other.
std::uint64_t sum_of(std::string_view bytes);

}  // namespace longread
