#include "app/archive/write_archive.h"

#include <algorithm>

#include "app/archive/directory_file.h"
#include "app/archive/fresh_file.h"
#include "app/archive/plan_shards.h"
#include "app/archive/shard_file.h"
#include "base/checksum.h"
#include "base/frame.h"
#include "model/archive_files.h"

namespace longread {
namespace {

std::string path_of(ArchiveFile kind, std::uint32_t number) {
    TextBuffer path;
    append_archive_path(path, kind, number);
    return std::string(path.view());
}

std::string hexadecimal(std::uint32_t value) {
    std::string digits;
    for (std::uint32_t shift = 32; shift > 0; shift -= 4)
        digits += "0123456789abcdef"[value >> (shift - 4) & 15U];
    return digits;
}

void append_u32(std::string& out, std::uint32_t value) {
    for (std::uint32_t shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFFU);
}

// A number that other stories, neighbours or options hardly have: files of two full builds are never taken
// for each other's.
std::uint32_t number_build(const ArchiveStories& stories, const ArchiveOptions& options) {
    std::string bytes;
    for (const std::uint32_t option :
         {options.analyser, options.largest_shard, options.full_shard, options.listed, options.sure_listed,
          options.least_listed, options.dek_bytes})
        append_u32(bytes, option);
    const auto fold = [&bytes] {
        const std::uint32_t sum = crc32(bytes);
        bytes.clear();
        append_u32(bytes, sum);
    };
    for (std::uint32_t i = 0; i < stories.count; ++i) {
        const ArchiveStory story = stories.story(i);
        for (const std::string_view text : {story.id, story.url, story.title, story.image, story.section,
                                            story.series, story.tags, story.lang}) {
            append_u32(bytes, static_cast<std::uint32_t>(text.size()));
            bytes += text;
        }
        append_u32(bytes, static_cast<std::uint32_t>(story.published));
        append_u32(bytes, story.copies);
        for (const ArchiveNeighbour& one : stories.neighbours(i))
            append_u32(bytes, one.story * 1024U + one.score);
        if (bytes.size() > 1U << 16U) fold();
    }
    return crc32(bytes);
}

// Files that differ from what the layout knows of go to the sink.
class Publisher {
  public:
    Publisher(const ArchiveStories& stories, const ArchiveOptions& options, const ArchiveSink& sink,
              ArchiveLayout& layout)
        : stories_(stories), options_(options), sink_(sink), layout_(layout) {}

    // number: as many as there are for a new one.
    bool put_shard(std::uint32_t number, const PlannedShard& shard) {
        if (number == layout_.marks.size()) {
            layout_.marks.push_back(0);
            layout_.checksums.push_back(0);
            marked_ = number;
        }
        for (const std::uint32_t story : shard.own) layout_.shard_of[story] = number;
        const std::string file = with_archive_head(ArchiveFile::shard, layout_.build, number, shard.body);
        const std::uint32_t checksum = crc32(file);
        if (layout_.checksums[number] == checksum) return true;
        // Of a new one the first state is no change.
        if (marked_ != number) ++layout_.marks[number];
        layout_.checksums[number] = checksum;
        return sink_(path_of(ArchiveFile::shard, number), file);
    }

    bool put_rest() {
        layout_.directories.resize(archive_directories);
        layout_.fresh.resize(archive_fresh_lists);
        const auto put = [this](ArchiveFile kind, std::vector<std::uint32_t>& known) {
            return [this, kind, &known](std::uint32_t number, std::string_view file) {
                const std::uint32_t checksum = crc32(file);
                if (known[number] == checksum) return true;
                known[number] = checksum;
                return sink_(path_of(kind, number), file);
            };
        };
        return write_directories(stories_, layout_, put(ArchiveFile::directory, layout_.directories)) &&
               write_fresh_lists(stories_, options_, layout_.build, put(ArchiveFile::fresh, layout_.fresh)) &&
               sink_("manifest.json", manifest());
    }

  private:
    std::string manifest() const {
        const auto count = static_cast<std::uint64_t>(
            std::count_if(layout_.shard_of.begin(), layout_.shard_of.end(),
                          [](std::uint32_t shard) { return shard != ArchiveLayout::none; }));
        std::string sums;
        for (const std::vector<std::uint32_t>* all :
             {&layout_.checksums, &layout_.directories, &layout_.fresh}) {
            for (const std::uint32_t sum : *all) append_u32(sums, sum);
        }
        return "{\"longread_archive\":" + std::to_string(archive_format_version) + ",\"build\":\"" +
               hexadecimal(layout_.build) + "\",\"analyser\":" + std::to_string(options_.analyser) +
               ",\"stories\":" + std::to_string(count) +
               ",\"shards\":" + std::to_string(layout_.marks.size()) +
               ",\"directories\":" + std::to_string(archive_directories) + ",\"checksum\":\"" +
               hexadecimal(crc32(sums)) + "\"}\n";
    }

    const ArchiveStories& stories_;
    const ArchiveOptions& options_;
    const ArchiveSink& sink_;
    ArchiveLayout& layout_;
    std::uint32_t marked_ = ArchiveLayout::none;
};

bool put_new_shards(ShardPlanner& planner, Publisher& publisher, const ArchiveLayout& layout) {
    for (PlannedShard shard = planner.next(); !shard.own.empty(); shard = planner.next()) {
        if (!publisher.put_shard(static_cast<std::uint32_t>(layout.marks.size()), shard)) return false;
    }
    return true;
}

// What an update does with the shards that it touches.
class Update {
  public:
    Update(const ArchiveStories& stories, const ArchiveChanges& changes, const ArchiveLayout& layout)
        : stories_(stories),
          layout_(layout),
          is_touched_(layout.marks.size()),
          joining_(layout.marks.size()) {
        is_changed_.resize(stories.count);
        for (const std::uint32_t story : changes.cards) is_changed_[story] = true;
        for (const std::uint32_t story : changes.lists) touch(story);
        for (const std::uint32_t story : changes.cards) touch(story);
        touch_those_that_show_changed();
        find_homes();
    }

    // The stories of each shard that is to be written anew.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> members() const {
        std::vector<std::vector<std::uint32_t>> members(is_touched_.size());
        for (std::uint32_t i = 0; i < layout_.shard_of.size(); ++i) {
            const std::uint32_t shard = layout_.shard_of[i];
            if (shard != ArchiveLayout::none && is_touched_[shard] && !stories_.story(i).url.empty())
                members[shard].push_back(i);
        }
        return members;
    }
    [[nodiscard]] bool is_touched(std::size_t shard) const { return is_touched_[shard]; }
    [[nodiscard]] const std::vector<std::uint32_t>& joining(std::size_t shard) const {
        return joining_[shard];
    }
    [[nodiscard]] const std::vector<std::uint32_t>& homeless() const { return homeless_; }

  private:
    [[nodiscard]] std::uint32_t shard_of(std::uint32_t story) const {
        return story < layout_.shard_of.size() ? layout_.shard_of[story] : ArchiveLayout::none;
    }
    void touch(std::uint32_t story) {
        if (shard_of(story) != ArchiveLayout::none) is_touched_[shard_of(story)] = true;
    }
    void touch_those_that_show_changed() {
        for (std::uint32_t i = 0; i < layout_.shard_of.size(); ++i) {
            for (const ArchiveNeighbour& one : stories_.neighbours(i)) {
                if (is_changed_[one.story]) touch(i);
            }
        }
    }
    // Those without a shard: new ones, and ones that have come back.
    void find_homes() {
        for (std::uint32_t i = 0; i < stories_.count; ++i) {
            if (shard_of(i) != ArchiveLayout::none || stories_.story(i).url.empty()) continue;
            std::uint32_t home = ArchiveLayout::none;
            for (const ArchiveNeighbour& one : stories_.neighbours(i)) {
                home = shard_of(one.story);
                if (home != ArchiveLayout::none) break;
            }
            if (home == ArchiveLayout::none) {
                homeless_.push_back(i);
            } else {
                is_touched_[home] = true;
                joining_[home].push_back(i);
            }
        }
    }

    const ArchiveStories& stories_;
    const ArchiveLayout& layout_;
    std::vector<bool> is_changed_;
    std::vector<bool> is_touched_;
    std::vector<std::vector<std::uint32_t>> joining_;
    std::vector<std::uint32_t> homeless_;
};

}  // namespace

bool write_archive(const ArchiveStories& stories, const ArchiveOptions& options, const ArchiveSink& sink,
                   ArchiveLayout& layout) {
    layout = {};
    layout.build = number_build(stories, options);
    layout.shard_of.assign(stories.count, ArchiveLayout::none);
    std::vector<std::uint32_t> homeless;
    for (std::uint32_t i = 0; i < stories.count; ++i) {
        if (!stories.story(i).url.empty()) homeless.push_back(i);
    }
    ShardPlanner planner(stories, options, homeless);
    Publisher publisher(stories, options, sink, layout);
    return put_new_shards(planner, publisher, layout) && publisher.put_rest();
}

bool update_archive(const ArchiveStories& stories, const ArchiveChanges& changes,
                    const ArchiveOptions& options, const ArchiveSink& sink, ArchiveLayout& layout) {
    const Update update(stories, changes, layout);
    const std::vector<std::vector<std::uint32_t>> members = update.members();
    layout.shard_of.resize(stories.count, ArchiveLayout::none);
    for (const std::uint32_t story : changes.cards) {
        if (stories.story(story).url.empty()) layout.shard_of[story] = ArchiveLayout::none;
    }
    ShardPlanner planner(stories, options, update.homeless());
    Publisher publisher(stories, options, sink, layout);
    for (std::uint32_t shard = 0; shard < members.size(); ++shard) {
        if (!update.is_touched(shard)) continue;
        for (const std::uint32_t story : members[shard]) layout.shard_of[story] = ArchiveLayout::none;
        const PlannedShard refilled = planner.refill(members[shard], update.joining(shard));
        if (!publisher.put_shard(shard, refilled)) return false;
    }
    return put_new_shards(planner, publisher, layout) && publisher.put_rest();
}

std::string pack_layout(const ArchiveLayout& layout) {
    std::string body;
    append_u32(body, layout.build);
    append_u32(body, static_cast<std::uint32_t>(layout.shard_of.size()));
    append_u32(body, static_cast<std::uint32_t>(layout.marks.size()));
    for (const std::uint32_t shard : layout.shard_of) append_u32(body, shard);
    for (const std::vector<std::uint32_t>* all : {&layout.checksums, &layout.directories, &layout.fresh}) {
        for (const std::uint32_t sum : *all) append_u32(body, sum);
    }
    for (const std::uint8_t mark : layout.marks) body += static_cast<char>(mark);
    std::string bytes = "LRAl";
    append_u32(bytes, archive_format_version);
    append_u32(bytes, crc32(body));
    return bytes + body;
}

bool unpack_layout(std::string_view bytes, ArchiveLayout& layout) {
    constexpr std::size_t head = 12;
    constexpr std::size_t counts = 12;
    if (bytes.size() < head + counts || bytes.substr(0, 4) != "LRAl" ||
        read_u32(bytes, 4) != archive_format_version || read_u32(bytes, 8) != crc32(bytes.substr(head)))
        return false;
    bytes.remove_prefix(head);
    const std::size_t stories = read_u32(bytes, 4);
    const std::size_t shards = read_u32(bytes, 8);
    const std::size_t files = archive_directories + archive_fresh_lists;
    if (bytes.size() != counts + 4 * (stories + shards + files) + shards) return false;
    layout.build = read_u32(bytes, 0);
    bytes.remove_prefix(counts);
    const auto take = [&bytes](std::vector<std::uint32_t>& column, std::size_t size) {
        column.resize(size);
        for (std::size_t i = 0; i < size; ++i) column[i] = read_u32(bytes, 4 * i);
        bytes.remove_prefix(4 * size);
    };
    take(layout.shard_of, stories);
    take(layout.checksums, shards);
    take(layout.directories, archive_directories);
    take(layout.fresh, archive_fresh_lists);
    layout.marks.assign(bytes.begin(), bytes.end());
    for (const std::uint32_t shard : layout.shard_of) {
        if (shard != ArchiveLayout::none && shard >= shards) return false;
    }
    return true;
}

}  // namespace longread
