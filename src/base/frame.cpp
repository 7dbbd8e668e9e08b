#include "base/frame.h"

namespace longread {
namespace {

constexpr std::size_t word = 4;

std::size_t padding_of(std::size_t size) { return (word - size % word) % word; }

}  // namespace

void append_section(TextBuffer& out, std::uint32_t key, std::string_view bytes) {
    append_u32(out, key);
    append_u32(out, static_cast<std::uint32_t>(bytes.size()));
    out += bytes;
    for (std::size_t i = padding_of(bytes.size()); i > 0; --i) out += '\0';
}

Result<List<Section>> read_frame(std::string_view frame, Arena& arena) {
    const auto refuse = [](std::string_view why) { return Error{Code::bad_request, {}, 0, 0, 0, why}; };
    if (frame.size() < word) return refuse("frame without a count");
    std::uint32_t count = read_u32(frame, 0);
    frame.remove_prefix(word);
    List<Section> sections;
    for (; count > 0; --count) {
        if (frame.size() < 2 * word) return refuse("frame ends inside a section's head");
        const std::uint32_t key = read_u32(frame, 0);
        const std::size_t size = read_u32(frame, word);
        frame.remove_prefix(2 * word);
        // Compared in this order, no sum can overflow where size_t has 32 bits.
        if (size > frame.size() || padding_of(size) > frame.size() - size)
            return refuse("frame ends inside a section");
        sections.add({key, frame.substr(0, size)}, arena);
        frame.remove_prefix(size + padding_of(size));
    }
    if (!frame.empty()) return refuse("bytes after the last section");
    return sections;
}

}  // namespace longread
