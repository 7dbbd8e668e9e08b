// The folder that an archive is published in. A full build is written beside it and exchanged for it in one
// step; an update replaces single files in it, each in one step.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace longread {

class ArchiveFolder {
  public:
    explicit ArchiveFolder(std::string path) : path_(std::move(path)) {}

    // Begins a full build: files go to a new folder until it is published.
    bool begin();
    // Exchanges the new folder for the old one, which is removed.
    bool publish();
    // False: could not be written; errno says why.
    bool write(std::string_view name, std::string_view bytes);
    [[nodiscard]] std::uint32_t written() const { return written_; }
    [[nodiscard]] std::uint64_t written_bytes() const { return written_bytes_; }

  private:
    std::string path_;
    std::string root_ = path_;
    std::unordered_set<std::string> made_;  // folders
    std::uint32_t written_ = 0;
    std::uint64_t written_bytes_ = 0;
};

}  // namespace longread
