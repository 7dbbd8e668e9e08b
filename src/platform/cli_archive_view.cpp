#include "platform/cli_archive_view.h"

#include <optional>

#include "platform/cli_files.h"
#include "platform/cli_parsers.h"

namespace longread {
namespace {

std::string wanted_by(const Request& request, Arena& arena) {
    return std::string(answer_slots(request, arena).wants);
}

bool read_into(const std::string& path, std::string& bytes, std::string& problem) {
    std::optional<std::string> file = read_file(path, problem);
    if (!file) {
        problem = path + ": " + problem;
        return false;
    }
    bytes = std::move(*file);
    return true;
}

}  // namespace

bool ArchiveView::open(const std::string& folder, Request& request, std::string& problem) {
    Arena arena;
    Request question;
    question.article = request.article;
    question.format = request.format;
    question.base_url = request.base_url;
    question.article = answer_conversion(question, native_parsers(), arena).document;
    question.archive_directory = "";
    const std::string path = wanted_by(question, arena);
    // An article that cannot be read, as whoever renders it will say.
    if (path.substr(0, 2) != "d/") return true;
    if (!read_into(folder + "/" + path, directory_, problem)) return false;
    question.archive_directory = directory_;
    named_ = wanted_by(question, arena);
    if (named_.empty()) return true;
    if (named_[0] == 's') {
        if (!read_into(folder + "/" + named_.substr(0, named_.find('?')), file_, problem)) return false;
        request.archive_shard = file_;
    } else {
        // A section has no list before its first story does.
        std::string absent;
        if (read_into(folder + "/" + named_, file_, absent)) request.archive_fresh = file_;
        named_.clear();
    }
    return true;
}

}  // namespace longread
