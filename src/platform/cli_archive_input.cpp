#include "platform/cli_archive_input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "app/archive/packed_bytes.h"
#include "base/hash.h"
#include "platform/cli_files.h"

namespace longread {
namespace {

namespace fs = std::filesystem;

// No document may be longer (base/json.h); so much more of a line is enough to see that it is.
constexpr std::uint64_t longest_line = 5U << 20U;

std::string say_error(int error) { return std::strerror(error == 0 ? EIO : error); }

void split_lines(InputPiece& piece) {
    std::string_view rest = piece.bytes;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        piece.documents.push_back({{}, ++piece.lines, line});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

}  // namespace

std::optional<ArchiveInput> ArchiveInput::open(const std::string& path, std::uint64_t piece_bytes,
                                               std::string& problem) {
    ArchiveInput input;
    input.path_ = path;
    input.piece_bytes_ = piece_bytes;
    std::error_code error;
    input.is_folder_ = fs::is_directory(path, error);
    if (!input.is_folder_) {
        input.bytes_ = fs::file_size(path, error);
        if (error) {
            problem = error.message();
            return std::nullopt;
        }
        return input;
    }
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->is_regular_file(ignored))
            input.files_.push_back(
                {fs::path(at->path()).lexically_relative(path).generic_string(), 0, at->file_size(ignored)});
    }
    if (error) {
        problem = error.message();
        return std::nullopt;
    }
    std::sort(input.files_.begin(), input.files_.end(),
              [](const File& a, const File& b) { return a.name < b.name; });
    for (File& file : input.files_) {
        file.start = input.bytes_;
        input.bytes_ += file.size;
    }
    return input;
}

std::uint32_t ArchiveInput::pieces() const {
    return static_cast<std::uint32_t>(std::max<std::uint64_t>(1, (bytes_ + piece_bytes_ - 1) / piece_bytes_));
}

bool ArchiveInput::read(std::uint32_t piece, InputPiece& into, std::string& problem) const {
    into = {};
    return is_folder_ ? read_files(piece, into, problem) : read_lines(piece, into, problem);
}

// The lines that begin in the piece; the last one may end beyond it.
bool ArchiveInput::read_lines(std::uint32_t piece, InputPiece& into, std::string& problem) const {
    const std::uint64_t begin = piece * piece_bytes_;
    const std::uint64_t end = std::min(bytes_, begin + piece_bytes_);
    const std::uint64_t before = begin == 0 ? 0 : 1;
    std::ifstream file(path_, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(begin - before));
    std::string& bytes = into.bytes;
    bytes.resize(std::min(bytes_, end + longest_line) - begin + before);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) {
        problem = say_error(errno);
        return false;
    }
    std::size_t skipped = 0;
    if (before == 1) {
        skipped = bytes.find('\n');
        skipped = skipped == std::string::npos ? bytes.size() : skipped + 1;
    }
    const std::size_t within = static_cast<std::size_t>(end - begin + before);
    if (skipped >= within) {
        bytes.clear();
    } else {
        const std::size_t last = bytes.find('\n', within - 1);
        bytes.resize(last == std::string::npos ? bytes.size() : last + 1);
        bytes.erase(0, skipped);
    }
    into.sum = sum_of(bytes);
    split_lines(into);
    return true;
}

bool ArchiveInput::read_files(std::uint32_t piece, InputPiece& into, std::string& problem) const {
    struct Place {
        const File* file;
        std::size_t start;
    };
    std::vector<Place> places;
    for (const File& file : files_) {
        if (file.start / piece_bytes_ != piece) continue;
        auto bytes = read_file(path_ + "/" + file.name, problem);
        if (!bytes) {
            problem = file.name + ": " + problem;
            return false;
        }
        places.push_back({&file, into.bytes.size()});
        into.bytes += *bytes;
    }
    into.sum = sum_of(into.bytes);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t end = i + 1 < places.size() ? places[i + 1].start : into.bytes.size();
        const std::string_view bytes =
            std::string_view(into.bytes).substr(places[i].start, end - places[i].start);
        into.documents.push_back({places[i].file->name, 0, bytes});
        into.sum = mix_bits(into.sum ^ hash_text(places[i].file->name)) + end;
    }
    return true;
}

}  // namespace longread
