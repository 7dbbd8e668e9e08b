#include "platform/cli_work_folder.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "app/archive/packed_bytes.h"

namespace longread {
namespace {

struct Header {
    char magic[8] = {'l', 'o', 'n', 'g', 'w', 'o', 'r', 'k'};
    std::uint64_t version = 1;
    std::uint64_t key = 0;
    std::uint64_t size = 0;
    std::uint64_t sum = 0;
};

}  // namespace

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) munmap(data_, size_);
}

std::optional<MappedFile> MappedFile::open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return std::nullopt;
    struct stat status {};
    MappedFile mapped;
    if (fstat(file, &status) == 0 && status.st_size > 0) {
        mapped.size_ = static_cast<std::size_t>(status.st_size);
        mapped.data_ = mmap(nullptr, mapped.size_, PROT_READ, MAP_PRIVATE, file, 0);
        if (mapped.data_ == MAP_FAILED) mapped.data_ = nullptr;
    }
    close(file);
    if (mapped.data_ == nullptr) return std::nullopt;
    return mapped;
}

void MappedFile::leave_memory() const {
    if (data_ != nullptr) madvise(data_, size_, MADV_DONTNEED);
}

bool WorkFolder::make() const {
    std::error_code error;
    std::filesystem::create_directories(path_, error);
    return std::filesystem::is_directory(path_, error);
}

bool WorkFolder::write(const std::string& name, std::uint64_t key, std::string_view payload) const {
    Header header;
    header.key = key;
    header.size = payload.size();
    header.sum = sum_of(payload);
    // Parts of one build may run at the same time, on several machines.
    const std::string path = path_of(name);
    const std::string unfinished = path + ".new" + std::to_string(getpid());
    std::ofstream file(unfinished, std::ios::binary);
    file.write(reinterpret_cast<const char*>(&header), sizeof header);
    file << payload;
    file.close();
    if (file && std::rename(unfinished.c_str(), path.c_str()) == 0) return true;
    std::remove(unfinished.c_str());
    return false;
}

std::optional<WorkFile> WorkFolder::open_unchecked(const std::string& name) const {
    auto file = MappedFile::open(path_of(name));
    if (!file || file->bytes().size() < sizeof(Header)) return std::nullopt;
    Header header;
    std::memcpy(&header, file->bytes().data(), sizeof header);
    const std::string_view payload = file->bytes().substr(sizeof header);
    const Header expected;
    if (std::memcmp(header.magic, expected.magic, sizeof header.magic) != 0 ||
        header.version != expected.version || header.size != payload.size())
        return std::nullopt;
    WorkFile work;
    work.file = std::move(*file);
    work.payload = payload;
    work.key = header.key;
    work.sum = header.sum;
    return work;
}

std::optional<WorkFile> WorkFolder::open(const std::string& name) const {
    auto work = open_unchecked(name);
    if (work && work->sum != sum_of(work->payload)) work.reset();
    return work;
}

std::optional<WorkFile> WorkFolder::open(const std::string& name, std::uint64_t key) const {
    auto work = open(name);
    if (work && work->key != key) work.reset();
    return work;
}

void WorkFolder::remove(const std::string& name) const { std::remove(path_of(name).c_str()); }

}  // namespace longread
