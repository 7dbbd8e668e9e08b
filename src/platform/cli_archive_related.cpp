#include "platform/cli_archive_related.h"

#include <iostream>
#include <list>
#include <unordered_map>

#include "platform/cli_archive_base.h"
#include "platform/cli_files.h"
#include "read/formats/json_writer.h"
#include "read/read_archive.h"

namespace longread {
namespace {

constexpr int bad_input = 1;
constexpr int bad_usage = 2;
constexpr std::size_t kept_files = 4096;

// Reads the files of an archive; the last ones are kept, since stories that follow each other share them.
class ArchiveReader {
  public:
    explicit ArchiveReader(std::string folder) : folder_(std::move(folder)) {}

    // nullopt: problem() says why there is none.
    std::optional<List<ScoredCard>> related(std::string_view id, Arena& arena) {
        const std::uint64_t hash = archive_hash(id, {});
        const std::string* const directory = read(ArchiveFile::directory, archive_directory_of(hash));
        if (directory == nullptr) return std::nullopt;
        const auto shard = find_archive_shard(*directory, hash);
        if (!shard) return fail(shard.error());
        if (!*shard) {
            problem_ = folder_ + ": no story has the id " + std::string(id) + "\n";
            return std::nullopt;
        }
        const std::string* const bytes = read(ArchiveFile::shard, (*shard)->number);
        if (bytes == nullptr) return std::nullopt;
        auto cards = read_archive_shard(*bytes, id, {}, {}, arena);
        if (!cards) return fail(cards.error());
        return *cards;
    }

    [[nodiscard]] const std::string& problem() const { return problem_; }

  private:
    std::nullopt_t fail(const Error& error) {
        problem_ = format_finding(path_, error);
        return std::nullopt;
    }

    const std::string* read(ArchiveFile kind, std::uint32_t number) {
        TextBuffer name;
        append_archive_path(name, kind, number);
        path_ = folder_ + "/" + std::string(name.view());
        const auto known = files_.find(path_);
        if (known != files_.end()) return &known->second;
        std::string why;
        auto bytes = read_file(path_, why);
        if (!bytes) {
            problem_ = path_ + ": " + why + "\n";
            return nullptr;
        }
        if (files_.size() >= kept_files) files_.clear();
        return &(files_[path_] = std::move(*bytes));
    }

    std::string folder_;
    std::string path_;
    std::string problem_;
    std::unordered_map<std::string, std::string> files_;
};

bool print_one(ArchiveReader& reader, std::string_view id, std::size_t most) {
    Arena arena;
    const auto cards = reader.related(id, arena);
    if (!cards) {
        std::cerr << reader.problem();
        return false;
    }
    TextBuffer line;
    JsonWriter out(line);
    out.begin_object();
    out.member("id", id);
    out.begin_array("related");
    std::size_t left = most;
    for (const ScoredCard& one : *cards) {
        if (left-- == 0) break;
        out.element(one.card.id.empty() ? one.card.url : one.card.id);
    }
    out.end_array();
    out.end_object();
    std::cout << line.view() << "\n";
    return true;
}

}  // namespace

int print_archive_related(const CliOptions& options, std::size_t most) {
    if (options.all == !options.id.empty()) {
        std::cerr << "longread: related takes --all or --id\n";
        return bad_usage;
    }
    ArchiveReader reader(options.index);
    if (!options.all) return print_one(reader, options.id, most) && std::cout.flush().good() ? 0 : bad_input;
    const WorkFolder folder(options.work.empty() ? options.index + ".work" : options.work);
    const auto base = open_base(folder);
    const auto tail = base ? open_tail(folder, base->build) : std::nullopt;
    if (!tail) {
        std::cerr << folder.path() << ": no work folder of an archive, which --all needs\n";
        return bad_input;
    }
    bool is_printed = true;
    for (std::uint32_t story = 0; story < base->stories && is_printed; ++story)
        is_printed = print_one(reader, key_of(base->cards[story]), most);
    const CardsView since{tail->card_starts, tail->cards};
    for (std::uint32_t story = 0; story < since.size() && is_printed; ++story)
        is_printed = print_one(reader, key_of(since[story]), most);
    return is_printed && std::cout.flush().good() ? 0 : bad_input;
}

}  // namespace longread
