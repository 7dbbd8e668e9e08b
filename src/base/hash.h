// Hashes that are the same in every build, so that files may hold them. None withstands an enemy: what is
// kept by hash is checked, or costs no more than a worse ranking.
#pragma once

#include <cstdint>
#include <string_view>

namespace longread {

// Every bit of the value in every bit of the result (the finish of MurmurHash3, Appleby 2011).
constexpr std::uint64_t mix_bits(std::uint64_t value) {
    value = (value ^ value >> 33U) * 0xFF51AFD7ED558CCD;
    value = (value ^ value >> 33U) * 0xC4CEB9FE1A85EC53;
    return value ^ value >> 33U;
}

// FNV-1a of 64 bits, mixed.
constexpr std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return mix_bits(hash);
}

}  // namespace longread
