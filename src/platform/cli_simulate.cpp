#include "platform/cli_simulate.h"

#include <unistd.h>

#include <charconv>
#include <iostream>

#include "app/simulate/figures.h"
#include "app/simulate/simulate_readers.h"
#include "app/simulate/write_report.h"
#include "base/text.h"
#include "platform/cli_files.h"
#include "platform/cli_parsers.h"
#include "platform/cli_progress.h"
#include "platform/cli_workers.h"
#include "read/formats/convert_document.h"
#include "read/read_campaigns.h"
#include "read/read_cards.h"

namespace longread {
namespace {

constexpr int bad_input = 1;
constexpr int bad_usage = 2;

constexpr std::uint64_t most_readers = 10'000'000;
constexpr std::uint64_t most_days = 366;
constexpr std::uint64_t most_threads = 1024;

struct SimulateOptions {
    std::uint32_t readers = 0;
    std::uint32_t days = 0;
    std::uint32_t threads = 0;
    std::uint64_t seed = 0;
    std::optional<Timestamp> start;  // not given: that of the campaigns
    std::string problem;             // empty: there is none
};

// A number from `low` to `high`; else `problem` says which are taken.
std::uint64_t read_number(const std::string& name, const std::string& text, std::uint64_t low,
                          std::uint64_t high, std::string& problem) {
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec == std::errc() && parsed.ptr == end && value >= low && value <= high) return value;
    if (problem.empty()) problem = name + " takes " + std::to_string(low) + " to " + std::to_string(high);
    return low;
}

SimulateOptions read_options(const CliOptions& options) {
    SimulateOptions read;
    std::string& problem = read.problem;
    if (options.files.size() != 1) problem = "simulate takes one file of campaigns";
    read.readers =
        static_cast<std::uint32_t>(read_number("--readers", options.readers, 1, most_readers, problem));
    read.days = static_cast<std::uint32_t>(read_number("--days", options.days, 1, most_days, problem));
    read.threads =
        static_cast<std::uint32_t>(read_number("--threads", options.threads, 0, most_threads, problem));
    read.seed = read_number("--seed", options.seed, 0, UINT64_MAX, problem);
    if (options.start.empty()) return read;
    read.start = parse_time(options.start);
    if (!is_asking_time(read.start) && problem.empty())
        problem = "--start takes a time from 2025 to 2099, 2026-07-30T09:15:00Z";
    return read;
}

// When the first of the campaigns begins. Of those without a start this one, in the year of this format's
// first version, so that the same file gives the same figures on any day.
Timestamp find_start(const Campaigns& campaigns) {
    std::optional<Timestamp> first;
    for (const Campaign& campaign : campaigns.campaigns) {
        if (is_asking_time(campaign.start) && (!first || campaign.start->seconds < first->seconds))
            first = campaign.start;
    }
    return first ? *first : Timestamp{1'767'225'600, 0, true};  // 2026-01-01T00:00:00Z
}

// A file that was read into the arena, whose findings are printed.
class Source {
  public:
    Source(const std::string& path, Arena& arena) : path_(path), arena_(arena) {}
    ~Source() {
        for (const Note& note : notes_) std::cerr << format_finding(path_, note);
    }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    std::optional<Campaigns> read_as_campaigns(const std::string& base_url) {
        if (!read()) return std::nullopt;
        std::optional<Campaigns> campaigns = checked(read_campaigns(source_, base_url, arena_, notes_));
        if (!campaigns || !campaigns->campaigns.empty()) return campaigns;
        std::cerr << path_ << ": there is no campaign in it\n";
        return std::nullopt;
    }
    std::optional<Feed> read_as_feed(const std::string& format, const std::string& base_url) {
        if (!read()) return std::nullopt;
        const auto own = checked(
            convert_document(source_, DocumentUse::feed, format, base_url, native_parsers(), arena_, notes_));
        if (!own) return std::nullopt;
        std::optional<Feed> feed = checked(read_feed(*own, base_url, arena_, notes_));
        if (!feed || !feed->items.empty()) return feed;
        std::cerr << path_ << ": there is no story in it\n";
        return std::nullopt;
    }

  private:
    bool read() {
        std::string problem;
        const auto file = read_file(path_, problem);
        if (file)
            source_ = arena_.keep(*file);
        else
            std::cerr << path_ << ": " << problem << "\n";
        return file.has_value();
    }

    template <typename T>
    std::optional<T> checked(const Result<T>& result) {
        if (result) return *result;
        std::cerr << format_finding(path_, result.error());
        return std::nullopt;
    }

    const std::string& path_;
    Arena& arena_;
    std::string_view source_;
    Notes notes_;
};

int print(const Simulation& simulation, const SimulatedWhat& what, const Tally& tally,
          const std::string& report) {
    const std::vector<FigureTable> figures = make_figures(simulation, what, tally);
    std::cout << write_summary(figures) << std::flush;
    const bool written = report.empty() || write_file(report, write_report(simulation, figures, tally));
    const std::uint64_t breaches = sum_of(tally.breaches);
    if (breaches > 0)
        std::cerr << "longread: " << breaches << " asks broke a limit, which is its own fault\n";
    return written && std::cout.good() && breaches == 0 ? 0 : bad_input;
}

// The same work, and says how much of it is done.
class Watched final : public Workers {
  public:
    Watched(Workers& workers, Progress& progress) : workers_(workers), progress_(progress) {}

    void run(std::uint32_t tasks, const std::function<void(std::uint32_t)>& task) override {
        progress_.begin("readers", tasks);
        workers_.run(tasks, [&](std::uint32_t number) {
            task(number);
            progress_.advance(1);
        });
        progress_.end({});
    }

  private:
    Workers& workers_;
    Progress& progress_;
};

}  // namespace

int simulate_asks(const CliOptions& options) {
    const SimulateOptions read = read_options(options);
    if (!read.problem.empty()) {
        std::cerr << "longread: " << read.problem << "\n";
        return bad_usage;
    }
    Arena arena;
    const auto campaigns = Source(options.files[0], arena).read_as_campaigns(options.base_url);
    if (!campaigns) return bad_input;
    const Timestamp start = read.start ? *read.start : find_start(*campaigns);
    std::vector<Surroundings> articles;
    if (options.articles.empty()) {
        articles = make_articles(*campaigns, start, read.days, arena);
    } else {
        const auto feed = Source(options.articles, arena).read_as_feed(options.format, options.base_url);
        if (!feed) return bad_input;
        articles = articles_of(*feed, arena);
    }
    const Shelf shelf(std::move(articles), *campaigns, arena);
    const Simulation simulation{*campaigns, shelf, options.donate_hosts, start, read.days, read.seed};
    Threads threads(read.threads);
    Progress progress(1);
    Watched watched(threads, progress);
    // Whose errors go to a file does not wait for them.
    Workers& workers = isatty(STDERR_FILENO) != 0 ? static_cast<Workers&>(watched) : threads;
    const Tally tally = simulate_readers(simulation, read.readers, workers);
    return print(simulation, {options.files[0], options.articles}, tally, options.report);
}

}  // namespace longread
