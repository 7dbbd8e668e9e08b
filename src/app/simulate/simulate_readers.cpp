#include "app/simulate/simulate_readers.h"

#include <algorithm>

namespace longread {
namespace {

// So many tasks that none is waited for long, and so few that their sums are small beside a reader's memory.
constexpr std::uint32_t most_tasks = 64;

}  // namespace

Tally simulate_readers(const Simulation& simulation, std::uint32_t readers, Workers& workers) {
    const Tally none(simulation.campaigns, simulation.start, simulation.days);
    const std::uint32_t tasks = std::min(readers, most_tasks);
    std::vector<Tally> tallies(tasks, none);
    workers.run(tasks, [&](std::uint32_t task) {
        // Sums that stand apart, so that no two threads write to neighbouring memory.
        Tally tally = none;
        for (std::uint32_t reader = task; reader < readers; reader += tasks)
            tally.add(simulation.campaigns, simulate_reader(simulation, reader));
        tallies[task] = std::move(tally);
    });
    Tally all = none;
    for (const Tally& tally : tallies) all.add(tally);
    return all;
}

}  // namespace longread
