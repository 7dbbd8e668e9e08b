#include "app/archive/packed_vectors.h"

namespace longread {
namespace {

// Whether starts rise from 0 to the end of what they cut, so that they can be followed blindly.
bool are_starts(std::span<const std::uint32_t> starts, std::size_t end) {
    if (starts.empty() || starts[0] != 0 || starts.back() != end) return false;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        if (starts[i - 1] > starts[i]) return false;
    }
    return true;
}

}  // namespace

void pack_vectors(PackedWriter& out, VectorsView vectors) {
    out.array(vectors.starts);
    out.array(vectors.terms);
    out.array(vectors.weights);
}

std::optional<VectorsView> unpack_vectors(PackedReader& in) {
    VectorsView vectors;
    vectors.starts = in.array<std::uint32_t>();
    vectors.terms = in.array<std::uint32_t>();
    vectors.weights = in.array<std::uint16_t>();
    if (!in.ok() || vectors.weights.size() != vectors.terms.size() ||
        !are_starts(vectors.starts, vectors.terms.size()))
        return std::nullopt;
    return vectors;
}

void pack_index(PackedWriter& out, const ImpactView& index) {
    out.number(index.stories);
    out.number(index.terms);
    out.array(index.starts);
    out.array(index.postings);
}

std::optional<ImpactView> unpack_index(PackedReader& in) {
    ImpactView index;
    index.stories = static_cast<std::uint32_t>(in.number());
    index.terms = static_cast<std::uint32_t>(in.number());
    index.starts = in.array<std::uint32_t>();
    index.postings = in.array<Posting>();
    const std::size_t lists = static_cast<std::size_t>(index.blocks()) * index.terms;
    if (!in.ok() || index.starts.size() != lists + 1 || !are_starts(index.starts, index.postings.size()))
        return std::nullopt;
    return index;
}

}  // namespace longread
