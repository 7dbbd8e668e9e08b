// A simulation as one HTML file that needs nothing else: no script, no font, no request.
#pragma once

#include <string>

#include "app/simulate/figures.h"

namespace longread {

// The same figures as the summary, as tables, with plots of asks per reader, of asks over time and of readers
// by variant. Every text is escaped.
std::string write_report(const Simulation& simulation, const std::vector<FigureTable>& figures,
                         const Tally& tally);

}  // namespace longread
