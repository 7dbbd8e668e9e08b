#include "model/archive_files.h"

#include "base/text.h"

namespace longread {
namespace {

void append_hex(TextBuffer& out, std::uint32_t value, std::uint32_t digits) {
    while (digits-- > 0) out += "0123456789abcdef"[value >> (4 * digits) & 15U];
}

std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xCBF2'9CE4'8422'2325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3;
    return hash;
}

constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15;  // 2^64 by the golden ratio

// Texts of a few letters leave the upper bits alike.
std::uint64_t mix(std::uint64_t hash) {
    hash = (hash ^ hash >> 32U) * odd;
    return hash ^ hash >> 32U;
}

}  // namespace

void append_archive_path(TextBuffer& out, ArchiveFile kind, std::uint32_t number) {
    out += static_cast<char>(kind);
    out += '/';
    if (kind == ArchiveFile::directory) append_hex(out, number >> 8U, 1);
    if (kind == ArchiveFile::shard) {
        if (number >> 16U != 0) {
            append_hex(out, number >> 16U, 2);
            out += '/';
        }
        append_hex(out, number >> 8U, 2);
    }
    if (kind != ArchiveFile::fresh) out += '/';
    append_hex(out, number & 0xFFU, 2);
    out += ".lra";
}

void append_archive_mark(TextBuffer& out, std::uint32_t build, std::uint8_t mark) {
    out += "?m=";
    append_hex(out, build, 8);
    out += '-';
    out += Decimal(mark);
}

std::uint64_t archive_hash(std::string_view id, std::string_view url) {
    return mix(hash_text(id.empty() ? url : id));
}

std::uint32_t archive_directory_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 52U); }

std::uint16_t archive_check_of(std::uint64_t hash, std::uint8_t salt) {
    return static_cast<std::uint16_t>(mix(hash ^ salt * odd) >> 48U);
}

std::uint32_t archive_fresh_of(std::string_view section) {
    return static_cast<std::uint32_t>(mix(hash_text(section)) >> 56U);
}

void append_slug(TextBuffer& out, std::string_view title) {
    constexpr std::string_view apostrophe = "\u2019";
    const std::size_t start = out.size();
    bool parted = false;
    for (std::size_t i = 0; i < title.size(); ++i) {
        const char c = lower_ascii(title[i]);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            if (parted && out.size() > start) out += '-';
            parted = false;
            out += c;
        } else if (title.substr(i, apostrophe.size()) == apostrophe) {
            i += apostrophe.size() - 1;
        } else {
            parted = parted || c != '\'';
        }
    }
}

}  // namespace longread
