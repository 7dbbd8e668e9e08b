// A build of an archive, round by round and piece by piece. What a round has made of a piece is a file of the
// work folder: a build that was interrupted goes on from there, and parts of it may be made on different
// machines.
//
//     round 1   each piece of the input: cards and terms of its stories            1-analysed-...
//     round 2   all terms -> weights; each piece's vectors drawn to their nearest   2-mixed-...
//     round 3   each piece's neighbours by those                                    3-related-...
//     the end   copies, lists, the archive's files; what an update needs
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/archive/impact_index.h"
#include "app/archive/join_pieces.h"
#include "app/archive/weigh_stories.h"
#include "platform/cli_archive_base.h"
#include "platform/cli_archive_folder.h"
#include "platform/cli_archive_input.h"
#include "platform/cli_progress.h"
#include "platform/cli_work_folder.h"
#include "platform/cli_workers.h"

namespace longread {

struct BuildSettings {
    std::string input;
    std::string out;
    std::string base_url;
    std::uint64_t piece_bytes = 32U << 20U;
    std::uint32_t heaviest = 3000;  // postings that a term's list keeps (app/archive/README.md)
    std::uint32_t rescored = 160;   // candidates that are scored exactly
};

// Pieces [first, last).
struct PieceRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// Names of the rounds' files.
std::string analysed_name(std::uint32_t piece);
std::string mixed_name(std::uint32_t piece);
std::string related_name(std::uint32_t piece);

// Of a piece of the input: what its files are made of; what round 1 makes of it; and a finding of it as the
// command prints it, before: lines of the input before the piece.
std::uint64_t analysed_key(const BuildSettings& settings, std::uint64_t sum);
std::string analyse_documents(const BuildSettings& settings, const InputPiece& piece);
std::string print_note(const BuildSettings& settings, const PieceNote& note, std::uint32_t before);

class ArchiveBuild {
  public:
    ArchiveBuild(const BuildSettings& settings, const ArchiveInput& input, const WorkFolder& folder,
                 Workers& workers, Progress& progress);

    // Each does what is not there yet of the pieces. False: problem() says what went wrong.
    bool analyse(PieceRange range);
    bool mix(PieceRange range);
    bool find_related(PieceRange range);
    bool publish();

    // Whether a round's files are there for the pieces. Of rounds 2 and 3 only after join().
    [[nodiscard]] bool has_analysed(PieceRange range);
    [[nodiscard]] bool has_mixed(PieceRange range);
    [[nodiscard]] bool has_related(PieceRange range);

    // Takes what round 1 has made of all pieces. False where some is missing.
    bool join();
    [[nodiscard]] PieceRange all() const { return {0, input_.pieces()}; }
    [[nodiscard]] const std::string& problem() const { return problem_; }
    // Files and lines of the input with what is wrong with them, as the command prints findings.
    [[nodiscard]] std::string print_notes() const;
    [[nodiscard]] std::uint32_t stories() const { return joined_.size(); }
    // Removes what the rounds have made.
    void clear();

  private:
    bool fail(std::string problem);
    bool analyse_piece(std::uint32_t piece, std::string& problem);
    [[nodiscard]] PieceRange stories_of(std::uint32_t piece) const;
    bool weigh();
    bool load_mixed();
    bool open_related(std::vector<WorkFile>& files, std::vector<std::span<const Near>>& found);
    bool write_files(ArchiveFolder& out, std::span<const std::uint32_t> groups, const RelatedLists& lists,
                     ArchiveLayout& layout);
    bool keep_base(const RelatedLists& lists, const SketchesView& sketches, const ArchiveTail& tail);
    // What the mixed vectors are to be of, and the neighbours.
    [[nodiscard]] std::uint64_t mixed_key() const;
    [[nodiscard]] std::uint64_t related_key() const;

    const BuildSettings& settings_;
    const ArchiveInput& input_;
    const WorkFolder& folder_;
    Workers& workers_;
    Progress& progress_;
    std::string problem_;

    std::vector<WorkFile> analysed_;
    std::vector<PieceView> pieces_;
    JoinedPieces joined_;
    std::vector<std::uint32_t> order_;
    TermDictionary dictionary_;
    VectorTable vectors_;  // own ones, then mixed ones
    bool is_mixed_ = false;
};

}  // namespace longread
