// Vectors and posting lists as bytes that can be looked into without a copy.
#pragma once

#include <optional>
#include <string_view>

#include "app/archive/impact_index.h"
#include "app/archive/packed_bytes.h"
#include "app/archive/vector_table.h"

namespace longread {

void pack_vectors(PackedWriter& out, VectorsView vectors);
// nullopt where the bytes hold no vectors; they begin at a multiple of 8.
std::optional<VectorsView> unpack_vectors(PackedReader& in);

void pack_index(PackedWriter& out, const ImpactView& index);
std::optional<ImpactView> unpack_index(PackedReader& in);

}  // namespace longread
