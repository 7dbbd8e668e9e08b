// The files that a build keeps beside its archive, so that it can go on after an interruption, be done in
// parts, and be added to. Each says of what input it was made and carries a check sum: one that is broken,
// cut short or of another input is not there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longread {

// A file's bytes, mapped into memory while it stands.
class MappedFile {
  public:
    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    static std::optional<MappedFile> open(const std::string& path);
    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }
    // Its pages are read again where bytes() is looked at.
    void leave_memory() const;

  private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

// A file of the folder, checked; its payload begins at a multiple of 8.
struct WorkFile {
    MappedFile file;
    std::string_view payload;
    std::uint64_t key = 0;  // of what it was made
    std::uint64_t sum = 0;  // of the payload
};

class WorkFolder {
  public:
    explicit WorkFolder(std::string path) : path_(std::move(path)) {}

    // False: it is not there and can't be made.
    [[nodiscard]] bool make() const;
    [[nodiscard]] const std::string& path() const { return path_; }
    // All or nothing: another name first, then renamed. False: could not be written; errno says why.
    [[nodiscard]] bool write(const std::string& name, std::uint64_t key, std::string_view payload) const;
    // nullopt: not there, or not whole.
    [[nodiscard]] std::optional<WorkFile> open(const std::string& name) const;
    // The same where it was made of that input.
    [[nodiscard]] std::optional<WorkFile> open(const std::string& name, std::uint64_t key) const;
    // The same without reading all of it to check its sum: for files that are hundreds of megabytes.
    [[nodiscard]] std::optional<WorkFile> open_unchecked(const std::string& name) const;
    void remove(const std::string& name) const;

  private:
    [[nodiscard]] std::string path_of(const std::string& name) const { return path_ + "/" + name; }
    std::string path_;
};

}  // namespace longread
