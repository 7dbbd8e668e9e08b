#include "model/reader_state.h"

#include "base/text.h"

namespace longread {

std::uint32_t hash_address(std::string_view address) {
    std::uint32_t hash = 2166136261U;
    for (const char c : address) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

void append_reader_state(TextBuffer& out, const ReaderState& state) {
    out += "{\"longread\":1,\"read\":{";
    for (const ReadStory& story : state.read) {
        if (out.back() != '{') out += ',';
        out += '"';
        for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[story.key >> shift & 15U];
        out += "\":";
        out += Decimal(story.day);
    }
    out += "}}";
}

}  // namespace longread
