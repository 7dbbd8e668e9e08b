#include "app/archive/directory_file.h"

#include <algorithm>

#include "app/archive/shard_file.h"
#include "model/archive_files.h"

namespace longread {
namespace {

struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t shard = 0;
};

struct Checked {
    std::uint16_t check = 0;
    std::uint32_t shard = 0;
};

// By check. Where two have the same, the later one is lost.
std::vector<Checked> check_entries(const std::vector<Entry>& entries, std::uint8_t salt) {
    std::vector<Checked> checked;
    checked.reserve(entries.size());
    for (const Entry& entry : entries) checked.push_back({archive_check_of(entry.hash, salt), entry.shard});
    const auto goes_before = [](const Checked& a, const Checked& b) { return a.check < b.check; };
    const auto is_same = [](const Checked& a, const Checked& b) { return a.check == b.check; };
    std::stable_sort(checked.begin(), checked.end(), goes_before);
    checked.erase(std::unique(checked.begin(), checked.end(), is_same), checked.end());
    return checked;
}

// The first salt that loses none; of those that lose some, the one that loses fewest.
std::vector<Checked> choose_salt(const std::vector<Entry>& entries, std::uint8_t& salt) {
    std::vector<Checked> best;
    for (std::uint32_t one = 0; one < 256; ++one) {
        std::vector<Checked> checked = check_entries(entries, static_cast<std::uint8_t>(one));
        if (one > 0 && checked.size() <= best.size()) continue;
        best = std::move(checked);
        salt = static_cast<std::uint8_t>(one);
        if (best.size() == entries.size()) break;
    }
    return best;
}

std::size_t width_of(std::size_t shards) {
    std::size_t width = 1;
    while (width < 3 && shards > std::size_t{1} << 8U * width) ++width;
    return width;
}

std::string write_directory(const std::vector<Entry>& entries, const ArchiveLayout& layout) {
    std::uint8_t salt = 0;
    std::vector<Checked> checked = choose_salt(entries, salt);
    constexpr std::size_t most = 0xFFFF;
    if (checked.size() > most) checked.resize(most);
    const std::size_t width = width_of(layout.marks.size());
    std::string body = {static_cast<char>(salt), static_cast<char>(width),
                        static_cast<char>(checked.size() & 0xFFU), static_cast<char>(checked.size() >> 8U)};
    for (const std::uint32_t shift : {0U, 8U}) {
        std::uint32_t next = 0;
        for (const Checked& one : checked) {
            body += static_cast<char>((one.check - next) >> shift & 0xFFU);
            next = one.check + 1U;
        }
    }
    for (std::size_t byte = 0; byte < width; ++byte) {
        for (const Checked& one : checked) body += static_cast<char>(one.shard >> 8U * byte & 0xFFU);
    }
    for (const Checked& one : checked) body += static_cast<char>(layout.marks[one.shard]);
    return body;
}

}  // namespace

bool write_directories(const ArchiveStories& stories, const ArchiveLayout& layout,
                       const std::function<bool(std::uint32_t number, std::string_view file)>& use) {
    std::vector<std::vector<Entry>> entries(archive_directories);
    for (std::uint32_t i = 0; i < stories.count; ++i) {
        if (layout.shard_of[i] == ArchiveLayout::none) continue;
        const ArchiveStory story = stories.story(i);
        const std::uint64_t hash = archive_hash(story.id, story.url);
        entries[archive_directory_of(hash)].push_back({hash, layout.shard_of[i]});
    }
    for (std::uint32_t number = 0; number < archive_directories; ++number) {
        const std::string body = write_directory(entries[number], layout);
        if (!use(number, with_archive_head(ArchiveFile::directory, layout.build, number, body))) return false;
    }
    return true;
}

}  // namespace longread
