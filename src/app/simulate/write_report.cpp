#include "app/simulate/write_report.h"

#include <algorithm>

#include "app/simulate/plots.h"
#include "base/text.h"

namespace longread {
namespace {

// The policy forbids what the file does not do anyway, whatever stands in a name.
constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>How often readers are asked</title>
<style>
:root { color-scheme: light dark; --text: #1d1d1f; --page: #fff; --quiet: #5a5a60; --rule: #c9c9cf; --mark: #0b62a8 }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececef; --page: #17171a; --quiet: #aaaab2; --rule: #45454c; --mark: #6db3f2 }
}
body { margin: 0 auto; padding: 1.5rem; max-width: 48rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page) }
h1 { font-size: 1.6rem }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; color: var(--text) }
p, figcaption { color: var(--quiet); margin: 0 0 .5rem }
figure { margin: 2rem 0 }
.wide { overflow-x: auto }
table { border-collapse: collapse; min-width: min(100%, 36rem) }
caption { text-align: start }
th, td { padding: .2rem 1.2rem .2rem 0; border-bottom: 1px solid var(--rule); text-align: start; font-weight: normal; overflow-wrap: anywhere }
thead th { font-weight: 600 }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
svg { width: 100%; height: auto; font: 13px system-ui, sans-serif }
svg text { fill: var(--text) }
.mark { fill: var(--mark) }
.line { fill: none; stroke: var(--mark); stroke-width: 2; stroke-linejoin: round }
.axis { fill: none; stroke: var(--rule) }
</style>
</head>
<body>
<main>
<h1>How often readers are asked</h1>
)";

void append_cell(TextBuffer& out, const char* element, bool is_number, const char* scope,
                 std::string_view text) {
    out += '<';
    out += element;
    if (scope != std::string_view()) {
        out += " scope=\"";
        out += scope;
        out += '"';
    }
    if (is_number) out += " class=\"number\"";
    out += '>';
    append_escaped(out, text);
    out += "</";
    out += element;
    out += '>';
}

void append_rows(TextBuffer& out, const FigureTable& table) {
    out += "<thead><tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        append_cell(out, "th", i >= table.text_columns, "col", table.columns[i]);
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            append_cell(out, i == 0 ? "th" : "td", i >= table.text_columns, i == 0 ? "row" : "", row[i]);
        out += "</tr>\n";
    }
    out += "</tbody>\n";
}

void append_heading(TextBuffer& out, const FigureTable& table) {
    out += "<h2>";
    append_escaped(out, table.title);
    out += "</h2>";
    if (table.note.empty()) return;
    out += "<p>";
    append_escaped(out, table.note);
    out += "</p>";
}

void append_table(TextBuffer& out, const FigureTable& table) {
    if (table.rows.empty()) {
        append_heading(out, table);
        out += '\n';
        return;
    }
    // Who cannot scroll with a pointer reaches what is wide with the keyboard.
    out += "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"";
    append_escaped(out, table.title);
    out += "\"><table><caption>";
    append_heading(out, table);
    out += "</caption>\n";
    append_rows(out, table);
    out += "</table></div>\n";
}

using DrawPlot = void (*)(TextBuffer&, const Plot&);

void append_figure(TextBuffer& out, const Plot& plot, DrawPlot draw) {
    out += "<figure><figcaption>";
    append_escaped(out, plot.title);
    out += "</figcaption>\n";
    draw(out, plot);
    out += "</figure>\n";
}

// "0: 1,200; 1: 90; ..."
std::string list_values(const Plot& plot) {
    std::string words;
    for (const PlotValue& one : plot.values)
        words += (words.empty() ? "" : "; ") + one.label + ": " + grouped(one.value);
    return words;
}

Plot plot_classes(const Tally& tally) {
    Plot plot{"classes", "Readers by how often they were asked", {}, {}};
    for (const AskClass& one : classes_of(tally)) {
        const bool is_once = one.name == "1";
        plot.values.push_back({std::string(one.name) + (is_once ? " ask" : " asks"), one.readers});
    }
    plot.words = list_values(plot) + " readers";
    return plot;
}

Plot plot_days(const Tally& tally) {
    Plot plot{"days", "Asks seen on each day", {}, {}};
    const auto& days = tally.asks_by_day;
    for (std::size_t day = 0; day < days.size(); ++day)
        plot.values.push_back({"day " + std::to_string(day + 1), days[day]});
    if (days.empty()) return plot;
    const auto [least, most] = std::minmax_element(days.begin(), days.end());
    plot.words = "From " + grouped(days.front()) + " on the first day to " + grouped(days.back()) +
                 " on the last; between " + grouped(*least) + " and " + grouped(*most) +
                 " a day. By weeks they are in the table Asks over time.";
    return plot;
}

Plot plot_variants(const Campaigns& campaigns, const Tally& tally) {
    Plot plot{"variants", "Readers who saw each variant", {}, {}};
    for (std::size_t i = 0; i < campaigns.campaigns.size(); ++i) {
        const Campaign& campaign = campaigns.campaigns[i];
        for (std::size_t variant = 0; variant < campaign.variants.size(); ++variant)
            plot.values.push_back({std::string(campaign.id) + ", " + variant_name(campaign, variant),
                                   tally.campaigns[i].variants[variant].readers});
    }
    plot.words = list_values(plot) + " readers";
    return plot;
}

}  // namespace

std::string write_report(const Simulation& simulation, const std::vector<FigureTable>& figures,
                         const Tally& tally) {
    TextBuffer out(head);
    bool is_first = true;
    for (const FigureTable& table : figures) {
        append_table(out, table);
        if (!is_first) continue;
        is_first = false;
        append_figure(out, plot_classes(tally), append_bars);
        append_figure(out, plot_days(tally), append_line);
        append_figure(out, plot_variants(simulation.campaigns, tally), append_bars);
    }
    out += "</main>\n</body>\n</html>\n";
    return std::string(out.view());
}

}  // namespace longread
