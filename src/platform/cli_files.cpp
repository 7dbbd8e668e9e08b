#include "platform/cli_files.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

namespace longread {

std::optional<std::string> read_file(const std::string& path, std::string& problem) {
    if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (!file) {
        problem = std::strerror(errno == 0 ? EIO : errno);
        return std::nullopt;
    }
    return bytes;
}

bool read_into(const std::string& path, std::string& bytes) {
    std::string problem;
    auto file = read_file(path, problem);
    if (!file) {
        std::cerr << path << ": " << problem << "\n";
        return false;
    }
    bytes = std::move(*file);
    return true;
}

bool write_file(const std::string& path, std::string_view bytes) {
    if (path == "-") return static_cast<bool>(std::cerr << bytes);
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (file.flush()) return true;
    std::cerr << path << ": could not be written\n";
    return false;
}

std::string format_finding(std::string_view file, const Error& finding) {
    std::string line(file);
    if (finding.line > 0) line += ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column);
    line.append(": ").append(code_name(finding.code)).append(": ").append(code_sentence(finding.code));
    if (!finding.detail.empty()) line.append(" (").append(finding.detail).append(")");
    if (!finding.path.empty()) line.append(" at ").append(finding.path);
    // As the page hears it (app/wire.h), and so that a document cannot command a terminal.
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    return line + "\n";
}

}  // namespace longread
