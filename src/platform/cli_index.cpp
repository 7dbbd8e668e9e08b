#include "platform/cli_index.h"

#include <charconv>
#include <iostream>
#include <optional>

#include "platform/cli_archive_build.h"
#include "platform/cli_archive_update.h"
#include "platform/cli_files.h"

namespace longread {
namespace {

constexpr int bad_input = 1;
constexpr int bad_usage = 2;

// Findings that are printed where nobody asked for all in a file.
constexpr std::size_t printed_notes = 20;

int fail(int status, std::string_view problem) {
    std::cerr << "longread: " << problem << "\n";
    return status;
}

// A number from `low` to `high`, which may end in k or m.
std::optional<std::uint64_t> parse_number(std::string_view text, std::uint64_t low, std::uint64_t high) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (error != std::errc() || value > high) return std::nullopt;
    if (unit == "k") value <<= 10U;
    if (unit == "m") value <<= 20U;
    if ((!unit.empty() && unit != "k" && unit != "m") || value < low || value > high) return std::nullopt;
    return value;
}

struct Part {
    std::uint32_t index = 0;  // from 0
    std::uint32_t count = 1;
};

// "2/8" is the second of eight.
std::optional<Part> parse_part(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto count = parse_number(text.substr(slash + 1), 1, 100'000);
    const auto index = parse_number(text.substr(0, slash), 1, count.value_or(0));
    if (!count || !index) return std::nullopt;
    return Part{static_cast<std::uint32_t>(*index - 1), static_cast<std::uint32_t>(*count)};
}

PieceRange range_of(const Part& part, std::uint32_t pieces) {
    const auto share = [&](std::uint64_t i) { return static_cast<std::uint32_t>(i * pieces / part.count); };
    return {share(part.index), share(part.index + 1)};
}

std::string without_slash(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

// What the options say, or the usage that is wrong.
struct IndexOptions {
    BuildSettings settings;
    std::uint32_t threads = 0;
    Part part;
    std::string problem;
};

std::optional<std::uint64_t> number_or(const std::string& text, std::uint64_t otherwise, std::uint64_t least,
                                       std::uint64_t most) {
    return text.empty() ? otherwise : parse_number(text, least, most);
}

IndexOptions read_options(const CliOptions& options) {
    IndexOptions read;
    BuildSettings& settings = read.settings;
    const auto threads = parse_number(options.threads, 0, 1024);
    const auto piece = number_or(options.piece_size, settings.piece_bytes, 1024, 1U << 30U);
    const auto postings = number_or(options.posting_limit, settings.heaviest, 1, 1'000'000);
    const auto candidates = number_or(options.candidates, settings.rescored, 48, 10'000);
    const auto part = options.part.empty() ? Part{} : parse_part(options.part);
    const bool is_one = options.update + options.merge + !options.part.empty() <= 1;
    if (options.files.size() != 1 || options.files[0] == "-") read.problem = "index takes one file or folder";
    if (options.out.empty()) read.problem = "index needs --out DIR";
    if (!part) read.problem = "--part takes I/N, 1/8 to 8/8";
    if (!is_one) read.problem = "--update, --part and --merge exclude each other";
    if (!threads) read.problem = "--threads takes 0 to 1024";
    if (!piece) read.problem = "--piece-size takes 1k to 1024m";
    if (!postings) read.problem = "--postings takes 1 to 1000000";
    if (!candidates) read.problem = "--candidates takes 48 to 10000";
    if (!read.problem.empty()) return read;
    settings.input = without_slash(options.files[0]);
    settings.out = without_slash(options.out);
    settings.base_url = options.base_url;
    settings.piece_bytes = *piece;
    settings.heaviest = static_cast<std::uint32_t>(*postings);
    settings.rescored = static_cast<std::uint32_t>(*candidates);
    read.threads = static_cast<std::uint32_t>(*threads);
    read.part = *part;
    return read;
}

bool report_notes(const CliOptions& options, const std::string& notes) {
    if (!options.notes.empty()) return write_file(options.notes, notes);
    std::size_t end = 0;
    std::size_t lines = 0;
    for (; lines < printed_notes && end < notes.size(); ++lines) end = notes.find('\n', end) + 1;
    std::cerr << notes.substr(0, end);
    std::size_t more = 0;
    for (const char c : notes.substr(end)) more += c == '\n' ? 1 : 0;
    if (more > 0) std::cerr << "and " << more << " notes more (--notes FILE writes all)\n";
    return true;
}

int fail_build(const ArchiveBuild& build) { return fail(bad_input, build.problem()); }

// The next round that has not been done for the part.
int build_part(ArchiveBuild& build, PieceRange range) {
    if (range.first == range.last) return fail(0, "nothing to do: there are more parts than pieces");
    if (!build.has_analysed(range)) return build.analyse(range) ? 0 : fail_build(build);
    if (!build.join()) return fail_build(build);
    if (!build.has_mixed(range)) return build.mix(range) ? 0 : fail_build(build);
    if (!build.has_related(range)) return build.find_related(range) ? 0 : fail_build(build);
    return fail(0, "all three rounds of this part are done: --merge ends the build");
}

int build_all(ArchiveBuild& build, const CliOptions& options) {
    const PieceRange all = build.all();
    if (options.merge && !build.has_analysed(all))
        return fail(bad_input, "a part of round 1 is missing, or the input is another one now");
    if (!options.merge && !build.analyse(all)) return fail_build(build);
    if (!build.join()) return fail_build(build);
    if (!report_notes(options, build.print_notes())) return bad_input;
    if (build.stories() == 0) return fail(bad_input, options.files[0] + ": no story in it");
    if (!options.merge && (!build.mix(all) || !build.find_related(all))) return fail_build(build);
    if (!build.publish()) return fail_build(build);
    build.clear();
    std::cerr << options.out << ": " << build.stories() << " stories\n";
    return 0;
}

int update(const CliOptions& options, const BuildSettings& settings, const ArchiveInput& input,
           const WorkFolder& folder, Workers& workers) {
    Progress progress(4);
    ArchiveUpdate update(settings, input, folder, workers, progress);
    const bool is_done = update.run();
    if (!report_notes(options, update.notes())) return bad_input;
    if (!is_done) return fail(bad_input, update.problem());
    std::cerr << options.out << ": " << update.outcome() << "\n";
    return 0;
}

}  // namespace

int index_archive(const CliOptions& options) {
    const IndexOptions read = read_options(options);
    if (!read.problem.empty()) return fail(bad_usage, read.problem);
    std::string problem;
    const auto input = ArchiveInput::open(read.settings.input, read.settings.piece_bytes, problem);
    if (!input) return fail(bad_input, read.settings.input + ": " + problem);
    const WorkFolder folder(options.work.empty() ? read.settings.out + ".work" : without_slash(options.work));
    if (!folder.make()) return fail(bad_input, folder.path() + ": can't be made");
    Threads threads(read.threads);
    if (options.update) return update(options, read.settings, *input, folder, threads);
    Progress progress(options.part.empty() ? 8 : 1);
    ArchiveBuild build(read.settings, *input, folder, threads, progress);
    if (!options.part.empty()) return build_part(build, range_of(read.part, input->pieces()));
    return build_all(build, options);
}

}  // namespace longread
