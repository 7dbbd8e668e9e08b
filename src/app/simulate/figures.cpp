#include "app/simulate/figures.h"

#include <algorithm>
#include <cmath>

#include "app/explain_asks.h"
#include "app/simulate/sample_ratio.h"

namespace longread {
namespace {

std::string percent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return "-";
    const std::uint64_t tenths = (part * 1000 + whole / 2) / whole;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

// With two decimals.
std::string decimal(double value) {
    const auto hundredths = static_cast<std::uint64_t>(std::llround(value * 100));
    const std::string cents = std::to_string(hundredths % 100);
    return grouped(hundredths / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

std::string mean(std::uint64_t sum, std::uint64_t count) {
    return count == 0 ? "-" : decimal(static_cast<double>(sum) / static_cast<double>(count));
}

std::string plural(std::uint64_t number, std::string_view word) {
    return std::to_string(number) + " " + std::string(word) + (number == 1 ? "" : "s");
}

std::string days_and_hours(std::uint64_t hours) {
    return plural(hours / 24, "day") + " " + plural(hours % 24, "hour");
}

std::string time_of(const Timestamp& time) {
    TextBuffer out;
    append_machine_time(out, time);
    return std::string(out.view());
}

FigureTable describe_run(const Simulation& simulation, const SimulatedWhat& what, const Tally& tally) {
    FigureTable table;
    table.title = "Simulated readers";
    table.note =
        "How they behave is assumed (src/app/simulate/habits.h); what is decided is what a page decides.";
    table.columns = {"Of the run", "Value"};
    const std::string stories = grouped(simulation.articles.size());
    table.rows = {{"Campaigns", std::string(what.campaigns)},
                  {"Articles", stories + (what.articles.empty() ? " made for them"
                                                                : std::string(" of ").append(what.articles))},
                  {"Days", std::to_string(simulation.days) + " from " + time_of(simulation.start)},
                  {"Seed", std::to_string(simulation.seed)},
                  {"Readers", grouped(tally.readers)},
                  {"Page views", grouped(tally.page_views)},
                  {"Asks seen", grouped(tally.asks)}};
    table.text_columns = 2;
    return table;
}

FigureTable describe_asks(const Tally& tally) {
    FigureTable table;
    table.title = "Asks per reader";
    table.note = std::string("mean ") + mean(tally.asks, tally.readers) + ", median " +
                 std::to_string(tally.asks_at(50)) + ", 95th percentile " +
                 std::to_string(tally.asks_at(95)) + ", most " +
                 std::to_string(tally.readers_by_asks.empty() ? 0 : tally.readers_by_asks.size() - 1);
    table.columns = {"Asks", "Readers", "Share"};
    for (const AskClass& one : classes_of(tally))
        table.rows.push_back(
            {std::string(one.name), grouped(one.readers), percent(one.readers, tally.readers)});
    return table;
}

FigureTable describe_never(const Tally& tally) {
    FigureTable table;
    table.title = "Readers never asked, by what came of most of their page views";
    table.columns = {"Why", "Readers", "Share"};
    std::uint64_t all = 0;
    for (const std::uint64_t readers : tally.never_asked) all += readers;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < reason_count; ++i) {
        if (tally.never_asked[i] > 0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return tally.never_asked[one] > tally.never_asked[other];
    });
    for (const std::size_t reason : order) {
        const std::string name = reason == never_viewed ? "no page view"
                                 : reason == never_in_sight
                                     ? "an ask was there, but not in sight"
                                     : std::string(filter_name(static_cast<AskFilter>(reason)));
        const std::uint64_t readers = tally.never_asked[reason];
        table.rows.push_back({name, grouped(readers), percent(readers, all)});
    }
    if (order.empty()) table.note = "none";
    return table;
}

FigureTable describe_exposure(const Campaigns& campaigns, const Tally& tally) {
    FigureTable table;
    table.title = "Exposure";
    table.note = "readers who saw it, each counted once, and how often it was seen";
    table.columns = {"Campaign", "Variant", "Readers", "Asks"};
    table.text_columns = 2;
    for (std::size_t i = 0; i < campaigns.campaigns.size(); ++i) {
        const Campaign& campaign = campaigns.campaigns[i];
        const CampaignTally& counted = tally.campaigns[i];
        std::uint64_t asks = 0;
        for (std::size_t variant = 0; variant < campaign.variants.size(); ++variant) {
            const VariantTally& one = counted.variants[variant];
            asks += one.asks;
            table.rows.push_back({std::string(campaign.id), variant_name(campaign, variant),
                                  grouped(one.readers), grouped(one.asks)});
        }
        table.rows.push_back({std::string(campaign.id), "(all)", grouped(counted.readers), grouped(asks)});
    }
    return table;
}

FigureTable describe_answers(const Tally& tally) {
    constexpr std::string_view names[] = {"nothing", "not now", "gave, subscribed or followed",
                                          "do not ask me"};
    FigureTable table;
    table.title = "What readers said to it";
    table.columns = {"Answer", "Asks", "Share"};
    for (std::size_t i = 0; i < answer_count; ++i)
        table.rows.push_back(
            {std::string(names[i]), grouped(tally.answers[i]), percent(tally.answers[i], tally.asks)});
    return table;
}

FigureTable describe_groups(const std::vector<RatioCheck>& checks) {
    FigureTable table;
    table.title = "Groups of experiments";
    table.note = checks.empty()
                     ? "no campaign has more than one variant, or a holdback"
                     : "readers by what their draw gave them when it first mattered, each counted once";
    table.columns = {"Campaign", "Group", "Readers", "Expected"};
    table.text_columns = 2;
    for (const RatioCheck& check : checks) {
        std::size_t number = 0;
        for (const RatioGroup& group : check.groups) {
            ++number;
            const std::string name = group.is_held_back    ? "(held back)"
                                     : !group.name.empty() ? std::string(group.name)
                                                           : std::to_string(number);
            table.rows.push_back(
                {std::string(check.campaign), name, grouped(group.readers), decimal(group.expected)});
        }
    }
    return table;
}

FigureTable describe_ratios(const std::vector<RatioCheck>& checks) {
    constexpr std::string_view verdicts[] = {"as expected", "NOT as expected", "too few readers to say"};
    FigureTable table;
    table.title = "Sample ratio";
    table.note =
        "Pearson's chi-square; critical: exceeded by chance once in 1000 (NIST/SEMATECH e-Handbook, "
        "1.3.6.7.4)";
    table.columns = {"Campaign", "Verdict", "Chi-square", "Degrees", "Critical"};
    table.text_columns = 2;
    for (const RatioCheck& check : checks)
        table.rows.push_back(
            {std::string(check.campaign), std::string(verdicts[static_cast<std::size_t>(check.verdict)]),
             decimal(check.statistic), std::to_string(check.degrees), decimal(check.critical)});
    return table;
}

FigureTable describe_gaps(const Tally& tally) {
    FigureTable table;
    table.title = "Time between two asks to the same reader";
    table.columns = {"Of all", "Time"};
    table.text_columns = 2;
    if (tally.shortest_gap < 0) {
        table.note = "nobody was asked twice";
        return table;
    }
    const auto shortest = static_cast<std::uint64_t>(tally.shortest_gap);
    table.rows = {{"median", days_and_hours(tally.hours_at(50))},
                  {"5th percentile", days_and_hours(tally.hours_at(5))},
                  {"shortest", days_and_hours(shortest / 60) + " " + plural(shortest % 60, "minute")}};
    return table;
}

FigureTable describe_limits(const Tally& tally) {
    constexpr std::string_view names[] = {"budget-day", "budget-week", "cap",     "gap",
                                          "dismissed",  "opted-out",   "donated", "subscribed"};
    FigureTable table;
    table.title = "Limits";
    table.note = sum_of(tally.breaches) == 0 ? "all were kept, by a count that is not the deciding code's"
                                             : "NOT kept: the deciding code has a fault";
    table.columns = {"Limit", "Asks beyond it"};
    for (std::size_t i = 0; i < limit_count; ++i)
        table.rows.push_back({std::string(names[i]), grouped(tally.breaches[i])});
    return table;
}

FigureTable describe_weeks(const Tally& tally) {
    FigureTable table;
    table.title = "Asks over time";
    table.columns = {"Days", "Asks"};
    table.only_in_report = true;
    const std::size_t days = tally.asks_by_day.size();
    for (std::size_t first = 0; first < days; first += 7) {
        const std::size_t end = std::min(first + 7, days);
        std::uint64_t asks = 0;
        for (std::size_t day = first; day < end; ++day) asks += tally.asks_by_day[day];
        table.rows.push_back({std::to_string(first + 1) + " to " + std::to_string(end), grouped(asks)});
    }
    return table;
}

}  // namespace

std::string grouped(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

std::string variant_name(const Campaign& campaign, std::size_t variant) {
    const std::string_view id = campaign.variants[variant].id;
    return id.empty() ? std::to_string(variant + 1) : std::string(id);
}

std::vector<AskClass> classes_of(const Tally& tally) {
    std::vector<AskClass> classes = {{"0"}, {"1"}, {"2"}, {"3"}, {"4"}, {"5-9"}, {"10+"}};
    for (std::size_t asks = 0; asks < tally.readers_by_asks.size(); ++asks)
        classes[asks < 5 ? asks : asks < 10 ? 5 : 6].readers += tally.readers_by_asks[asks];
    return classes;
}

std::vector<FigureTable> make_figures(const Simulation& simulation, const SimulatedWhat& what,
                                      const Tally& tally) {
    const std::vector<RatioCheck> checks = check_ratios(simulation.campaigns, tally);
    std::vector<FigureTable> figures = {
        describe_run(simulation, what, tally),          describe_asks(tally),    describe_never(tally),
        describe_exposure(simulation.campaigns, tally), describe_answers(tally), describe_groups(checks)};
    if (!checks.empty()) figures.push_back(describe_ratios(checks));
    figures.push_back(describe_gaps(tally));
    figures.push_back(describe_limits(tally));
    figures.push_back(describe_weeks(tally));
    return figures;
}

}  // namespace longread
