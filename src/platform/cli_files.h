// Files and findings, as the command reads and prints them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace longread {

// The bytes of a file; "-" is standard input. nullopt: `problem` says what the system says.
std::optional<std::string> read_file(const std::string& path, std::string& problem);
// The same into `bytes`. False, with the problem on standard error, where it cannot be read.
bool read_into(const std::string& path, std::string& bytes);
// "-" is standard error. False when it could not be written.
bool write_file(const std::string& path, std::string_view bytes);

// "file:line:column: code: sentence (detail) at /pointer", as compilers print, so that editors can jump
// there.
std::string format_finding(std::string_view file, const Error& finding);

}  // namespace longread
