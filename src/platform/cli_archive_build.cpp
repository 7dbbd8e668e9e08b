#include "platform/cli_archive_build.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>

#include "app/archive/analyse_documents.h"
#include "app/archive/list_related.h"
#include "app/archive/nearest.h"
#include "app/archive/packed_vectors.h"
#include "base/hash.h"
#include "decide/related/vectors.h"
#include "platform/cli_files.h"
#include "platform/cli_parsers.h"

namespace longread {
namespace {

// Of everything that decides what the files of a round hold: another one, and none of them counts any more.
constexpr std::uint64_t build_version = 3;

std::uint64_t add_to_key(std::uint64_t key, std::uint64_t value) { return mix_bits(key * 31 + value); }

std::string name_of(const char* round, std::uint32_t piece) {
    char name[40];
    std::snprintf(name, sizeof name, "%s-%05u", round, piece);
    return name;
}

// Of a limit, for the first neighbours: eight in place of 48, by whole vectors, which find them sooner.
std::uint32_t first_of(std::uint32_t limit) { return std::max(limit / 2, 1U); }

std::optional<VectorsView> unpack_whole(std::string_view payload) {
    PackedReader in(payload);
    return unpack_vectors(in);
}

std::string count_of(std::uint64_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::string analysed_name(std::uint32_t piece) { return name_of("1-analysed", piece); }
std::string mixed_name(std::uint32_t piece) { return name_of("2-mixed", piece); }
std::string related_name(std::uint32_t piece) { return name_of("3-related", piece); }

std::uint64_t analysed_key(const BuildSettings& settings, std::uint64_t sum) {
    return add_to_key(add_to_key(build_version, sum), hash_text(settings.base_url));
}

std::string analyse_documents(const BuildSettings& settings, const InputPiece& piece) {
    PieceWriter writer;
    const Parsers parsers = native_parsers();
    DocumentAnalyser analyser(settings.base_url, parsers, writer);
    for (const InputDocument& one : piece.documents) analyser.add({{one.file, one.line}, one.bytes});
    return writer.finish(piece.lines);
}

std::string print_note(const BuildSettings& settings, const PieceNote& note, std::uint32_t before) {
    Note placed = note.note;
    if (note.place.line > 0) {
        placed.line = before + note.place.line;
        placed.column = std::max(placed.column, 1U);
    }
    const std::string file(note.place.file);
    return format_finding(file.empty() ? settings.input : settings.input + "/" + file, placed);
}

ArchiveBuild::ArchiveBuild(const BuildSettings& settings, const ArchiveInput& input, const WorkFolder& folder,
                           Workers& workers, Progress& progress)
    : settings_(settings), input_(input), folder_(folder), workers_(workers), progress_(progress) {}

bool ArchiveBuild::fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
}

std::uint64_t ArchiveBuild::mixed_key() const {
    std::uint64_t key = add_to_key(add_to_key(build_version, settings_.heaviest), settings_.rescored);
    for (const WorkFile& file : analysed_) key = add_to_key(key, file.sum);
    return key;
}

std::uint64_t ArchiveBuild::related_key() const { return add_to_key(mixed_key(), 3); }

PieceRange ArchiveBuild::stories_of(std::uint32_t piece) const {
    return {joined_.firsts[piece], joined_.firsts[piece + 1]};
}

bool ArchiveBuild::analyse_piece(std::uint32_t piece, std::string& problem) {
    InputPiece read;
    if (!input_.read(piece, read, problem)) {
        problem = settings_.input + ": " + problem;
        return false;
    }
    const std::string name = analysed_name(piece);
    const std::uint64_t key = analysed_key(settings_, read.sum);
    if (folder_.open(name, key)) return true;
    if (folder_.write(name, key, analyse_documents(settings_, read))) return true;
    problem = folder_.path() + "/" + name + ": " + std::strerror(errno);
    return false;
}

bool ArchiveBuild::analyse(PieceRange range) {
    std::mutex mutex;
    std::string problem;
    progress_.begin("read", range.last - range.first);
    workers_.run(range.last - range.first, [&](std::uint32_t task) {
        std::string one;
        const bool is_done = analyse_piece(range.first + task, one);
        const std::lock_guard lock(mutex);
        if (!is_done && problem.empty()) problem = one;
        if (is_done) progress_.advance(1);
    });
    if (!problem.empty()) return fail(problem);
    progress_.end("");
    return true;
}

bool ArchiveBuild::has_analysed(PieceRange range) {
    std::atomic<bool> is_there{true};
    workers_.run(range.last - range.first, [&](std::uint32_t task) {
        InputPiece read;
        std::string problem;
        if (!is_there || !input_.read(range.first + task, read, problem) ||
            !folder_.open(analysed_name(range.first + task), analysed_key(settings_, read.sum)))
            is_there = false;
    });
    return is_there;
}

bool ArchiveBuild::join() {
    if (!analysed_.empty()) return true;
    for (std::uint32_t piece = 0; piece < input_.pieces(); ++piece) {
        auto file = folder_.open(analysed_name(piece));
        const auto view = file ? view_piece(file->payload) : std::nullopt;
        if (!view) {
            analysed_.clear();
            pieces_.clear();
            return fail(analysed_name(piece) + " is missing: all parts must have ended the round before");
        }
        pieces_.push_back(*view);
        analysed_.push_back(std::move(*file));
    }
    joined_ = join_pieces(pieces_);
    order_ = order_cards(joined_.cards);
    return true;
}

std::string ArchiveBuild::print_notes() const {
    std::string lines;
    std::uint32_t before = 0;
    auto duplicate = joined_.duplicates.begin();
    for (std::uint32_t p = 0; p < pieces_.size(); ++p) {
        Arena arena;
        std::vector<PieceNote> notes = pieces_[p].read_notes();
        for (; duplicate != joined_.duplicates.end() && duplicate->piece == p; ++duplicate) {
            const std::string_view key = key_of(pieces_[p].cards[duplicate->story]);
            Note note;
            note.code = Code::bad_value;
            note.path = "/id";
            note.detail = arena.join({"an earlier story has the id ", key, ": left out"});
            notes.push_back({pieces_[p].place_of(duplicate->story), note});
        }
        std::stable_sort(notes.begin(), notes.end(),
                         [](const PieceNote& a, const PieceNote& b) { return a.place.line < b.place.line; });
        for (const PieceNote& one : notes) lines += print_note(settings_, one, before);
        before += pieces_[p].lines;
    }
    return lines;
}

bool ArchiveBuild::weigh() {
    progress_.begin("weigh", pieces_.size());
    dictionary_ = join_dictionary(pieces_, joined_, workers_);
    const std::vector<std::uint32_t> rarities = find_rarities(dictionary_.view(), stories());
    const WeighingBasis basis{dictionary_.view(), rarities, stories(), joined_.lengths};
    std::vector<VectorTable> tables(pieces_.size());
    workers_.run(static_cast<std::uint32_t>(pieces_.size()), [&](std::uint32_t piece) {
        tables[piece] = weigh_piece(pieces_[piece], joined_.dropped[piece], basis);
        progress_.advance(1);
    });
    vectors_ = {};
    std::size_t terms = 0;
    for (const VectorTable& table : tables) terms += table.terms.size();
    vectors_.reserve(stories(), terms);
    for (VectorTable& table : tables) {
        vectors_.add_all(table.view());
        table = {};
    }
    progress_.end(count_of(dictionary_.view().size(), "term", "terms"));
    return true;
}

bool ArchiveBuild::has_mixed(PieceRange range) {
    for (std::uint32_t piece = range.first; piece < range.last; ++piece) {
        if (!folder_.open(mixed_name(piece), mixed_key())) return false;
    }
    return true;
}

bool ArchiveBuild::has_related(PieceRange range) {
    for (std::uint32_t piece = range.first; piece < range.last; ++piece) {
        if (!folder_.open(related_name(piece), related_key())) return false;
    }
    return true;
}

bool ArchiveBuild::mix(PieceRange range) {
    if (!join()) return false;
    if (has_mixed(range)) return true;
    if (!weigh()) return false;
    progress_.begin("first neighbours", stories_of(range.last - 1).last - stories_of(range.first).first);
    const ImpactIndex index = build_impact_index(vectors_.view(), dictionary_.view().size(),
                                                 first_of(settings_.heaviest), workers_);
    const Search search{index.view(), vectors_.view(), order_, nearest_to_mix, first_of(settings_.rescored)};
    for (std::uint32_t piece = range.first; piece < range.last; ++piece) {
        const PieceRange own = stories_of(piece);
        if (!folder_.open(mixed_name(piece), mixed_key())) {
            const std::vector<Near> nearest = find_neighbours(search, own.first, own.last, workers_);
            const VectorTable mixed = mix_vectors(vectors_.view(), own.first, nearest, workers_);
            PackedWriter out;
            pack_vectors(out, mixed.view());
            if (!folder_.write(mixed_name(piece), mixed_key(), out.bytes()))
                return fail(folder_.path() + ": " + std::strerror(errno));
        }
        progress_.advance(own.last - own.first);
    }
    progress_.end("");
    return true;
}

bool ArchiveBuild::load_mixed() {
    if (is_mixed_) return true;
    vectors_ = {};
    vectors_.reserve(stories(), std::size_t{stories()} * most_vector_terms);
    for (std::uint32_t piece = 0; piece < pieces_.size(); ++piece) {
        const auto file = folder_.open(mixed_name(piece), mixed_key());
        const auto view = file ? unpack_whole(file->payload) : std::nullopt;
        const PieceRange own = stories_of(piece);
        if (!view || view->size() != own.last - own.first)
            return fail(mixed_name(piece) + " is missing: all parts must have ended the round before");
        vectors_.add_all(*view);
    }
    is_mixed_ = true;
    return true;
}

bool ArchiveBuild::find_related(PieceRange range) {
    if (!join()) return false;
    if (has_related(range)) return true;
    if (!load_mixed()) return false;
    progress_.begin("neighbours", stories_of(range.last - 1).last - stories_of(range.first).first);
    const ImpactIndex index =
        build_impact_index(vectors_.view(), vectors_.view().count_terms(), settings_.heaviest, workers_);
    const Search search{index.view(), vectors_.view(), order_, most_found, settings_.rescored};
    for (std::uint32_t piece = range.first; piece < range.last; ++piece) {
        const PieceRange own = stories_of(piece);
        if (!folder_.open(related_name(piece), related_key())) {
            PackedWriter out;
            out.array(find_neighbours(search, own.first, own.last, workers_));
            if (!folder_.write(related_name(piece), related_key(), out.bytes()))
                return fail(folder_.path() + ": " + std::strerror(errno));
        }
        progress_.advance(own.last - own.first);
    }
    progress_.end("");
    return true;
}

void ArchiveBuild::clear() {
    for (std::uint32_t piece = 0; piece < input_.pieces(); ++piece) {
        folder_.remove(analysed_name(piece));
        folder_.remove(mixed_name(piece));
        folder_.remove(related_name(piece));
    }
}

}  // namespace longread
