// What an archive is built of: a file of JSON Lines, or a folder of documents, cut into pieces of about the
// same size, which depend on nothing but the input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longread {

// A document in a piece: a line of the file, or a file of the folder.
struct InputDocument {
    std::string_view file;   // its name below the folder; empty for a line
    std::uint32_t line = 0;  // from 1 within the piece; 0 for a file
    std::string_view bytes;
};

struct InputPiece {
    std::string bytes;  // that the documents view
    std::vector<InputDocument> documents;
    std::uint32_t lines = 0;
    std::uint64_t sum = 0;  // of names and bytes
};

class ArchiveInput {
  public:
    // piece_bytes: about how much a piece holds. nullopt: `problem` says what the system says.
    static std::optional<ArchiveInput> open(const std::string& path, std::uint64_t piece_bytes,
                                            std::string& problem);

    [[nodiscard]] std::uint32_t pieces() const;
    // Any thread may ask. False: `problem` says why it can't be read.
    bool read(std::uint32_t piece, InputPiece& into, std::string& problem) const;
    [[nodiscard]] bool is_folder() const { return is_folder_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

  private:
    struct File {
        std::string name;
        std::uint64_t start = 0;  // what the files before it hold
        std::uint64_t size = 0;
    };
    bool read_lines(std::uint32_t piece, InputPiece& into, std::string& problem) const;
    bool read_files(std::uint32_t piece, InputPiece& into, std::string& problem) const;

    std::string path_;
    bool is_folder_ = false;
    std::uint64_t piece_bytes_ = 0;
    std::uint64_t bytes_ = 0;
    std::vector<File> files_;
};

}  // namespace longread
