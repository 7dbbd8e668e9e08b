// What a simulation has found, as tables: the printed summary and the report draw the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/simulate/tally.h"

namespace longread {

struct FigureTable {
    std::string title;
    std::string note;  // a sentence, or empty
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // as wide as columns
    std::size_t text_columns = 1;                // the first so many are words, the others numbers
    bool only_in_report = false;
};

// What was simulated, beside the Simulation itself.
struct SimulatedWhat {
    std::string_view campaigns;  // the file's name, as the user wrote it
    std::string_view articles;   // the feed's; empty: the made list
};

std::vector<FigureTable> make_figures(const Simulation& simulation, const SimulatedWhat& what,
                                      const Tally& tally);

// Readers by how often they were asked, as the table groups them: "0" to "4", "5-9", "10+".
struct AskClass {
    std::string_view name;
    std::uint64_t readers = 0;
};
std::vector<AskClass> classes_of(const Tally& tally);

// The name of a variant that has none is its number, from 1.
std::string variant_name(const Campaign& campaign, std::size_t variant);

// "12,345".
std::string grouped(std::uint64_t number);

// The figures as plain text; control characters of names are spaces.
std::string write_summary(const std::vector<FigureTable>& figures);

}  // namespace longread
