// Many synthetic readers, by as many threads as there are.
#pragma once

#include <cstdint>

#include "app/archive/workers.h"
#include "app/simulate/tally.h"

namespace longread {

// Readers 0 to `readers` - 1. The same whoever does the work, and in whatever order.
Tally simulate_readers(const Simulation& simulation, std::uint32_t readers, Workers& workers);

}  // namespace longread
