// Adding stories to an archive that is built: what they are related to, the lists of old stories that they belong in,
// and the few files that change. What terms weigh stays as it was at the last full build.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "app/archive/grown_archive.h"
#include "platform/cli_archive_base.h"
#include "platform/cli_archive_build.h"

namespace longread {

class ArchiveUpdate {
  public:
    ArchiveUpdate(const BuildSettings& settings, const ArchiveInput& input, const WorkFolder& folder, Workers& workers,
                  Progress& progress)
        : settings_(settings), input_(input), folder_(folder), workers_(workers), progress_(progress) {}

    // False: problem() says what went wrong; the archive is as it was.
    bool run();
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] const std::string& notes() const { return notes_; }
    // What was done, in words.
    [[nodiscard]] std::string outcome() const;

  private:
    bool fail(std::string problem);
    bool open();
    bool read_input();
    bool take_story(const PieceView& piece, std::uint32_t story);
    void relate();
    void group_new(const std::vector<std::vector<Near>>& found);
    void list_new(const std::vector<std::vector<Near>>& found);
    void link_back(const std::vector<std::vector<Near>>& found);
    bool write();

    [[nodiscard]] std::uint32_t size() const { return base_.stories + tail_.size(); }
    [[nodiscard]] std::uint32_t find(std::string_view key) const;
    [[nodiscard]] std::string_view card(std::uint32_t story) const;
    [[nodiscard]] Sketch sketch(std::uint32_t story, Arena& arena) const;
    void read_list(std::uint32_t story, std::vector<ArchiveNeighbour>& into) const;

    const BuildSettings& settings_;
    const ArchiveInput& input_;
    const WorkFolder& folder_;
    Workers& workers_;
    Progress& progress_;
    std::string problem_;
    std::string notes_;

    ArchiveBase base_;
    ArchiveTail tail_;
    ArchiveLayout layout_;
    std::uint32_t before_ = 0;  // stories before this update
    VectorTable own_;           // vectors of the new stories
    std::vector<std::uint32_t> order_;
    std::unordered_map<std::uint32_t, std::string> changed_cards_;
    std::unordered_map<std::uint32_t, std::vector<ArchiveNeighbour>> changed_lists_;
    std::unordered_map<std::string, std::uint32_t> tail_keys_;
    ArchiveChanges changes_;
    std::uint32_t written_ = 0;
};

}  // namespace longread
