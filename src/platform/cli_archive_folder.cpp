#include "platform/cli_archive_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace longread {

namespace fs = std::filesystem;

bool ArchiveFolder::begin() {
    root_ = path_ + ".new";
    std::error_code error;
    fs::remove_all(root_, error);
    return fs::create_directories(root_, error) && !error;
}

bool ArchiveFolder::publish() {
    std::error_code error;
    if (!fs::exists(path_, error)) {
        if (std::rename(root_.c_str(), path_.c_str()) != 0) return false;
    } else {
        if (renameat2(AT_FDCWD, root_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) != 0) {
            // A file system that can't exchange: there is no archive between these two steps.
            const std::string old = path_ + ".old";
            fs::remove_all(old, error);
            if (std::rename(path_.c_str(), old.c_str()) != 0 ||
                std::rename(root_.c_str(), path_.c_str()) != 0)
                return false;
            fs::remove_all(old, error);
        } else {
            fs::remove_all(root_, error);
        }
    }
    root_ = path_;
    return true;
}

bool ArchiveFolder::write(std::string_view name, std::string_view bytes) {
    const std::string path = root_ + "/" + std::string(name);
    const std::string folder = path.substr(0, path.rfind('/'));
    if (made_.insert(folder).second) {
        std::error_code error;
        fs::create_directories(folder, error);
    }
    const bool is_published = root_ == path_;
    const std::string unfinished = is_published ? path + ".new" : path;
    std::ofstream file(unfinished, std::ios::binary);
    file << bytes;
    file.close();
    if (!file || (is_published && std::rename(unfinished.c_str(), path.c_str()) != 0)) return false;
    ++written_;
    written_bytes_ += bytes.size();
    return true;
}

}  // namespace longread
