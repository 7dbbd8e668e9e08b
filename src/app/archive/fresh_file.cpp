#include "app/archive/fresh_file.h"

#include <algorithm>

#include "app/archive/compressed_size.h"
#include "app/archive/shard_file.h"
#include "model/archive_files.h"

namespace longread {
namespace {

constexpr std::size_t most_fresh = 48;

struct Dated {
    std::int64_t published = 0;
    std::uint32_t story = 0;
};

bool is_newer(const Dated& a, const Dated& b) {
    return a.published != b.published ? a.published > b.published : a.story > b.story;
}

// The newest of each list, in any order.
std::vector<std::vector<Dated>> find_newest(const ArchiveStories& stories) {
    std::vector<std::vector<Dated>> lists(archive_fresh_lists);
    for (std::uint32_t i = 0; i < stories.count; ++i) {
        const ArchiveStory story = stories.story(i);
        if (story.url.empty() || story.section.empty() || story.published == 0) continue;
        std::vector<Dated>& list = lists[archive_fresh_of(story.section)];
        const Dated one{story.published, i};
        if (list.size() == most_fresh && !is_newer(one, list.front())) continue;
        // A heap with its oldest at the front.
        if (list.size() == most_fresh) {
            std::pop_heap(list.begin(), list.end(), is_newer);
            list.pop_back();
        }
        list.push_back(one);
        std::push_heap(list.begin(), list.end(), is_newer);
    }
    return lists;
}

// As many of the newest as fit.
std::string write_fresh(std::vector<Dated> list, const ArchiveStories& stories,
                        const ArchiveOptions& options) {
    std::sort(list.begin(), list.end(), is_newer);
    ShardContent content;
    for (const Dated& one : list) content.cards.push_back(one.story);
    for (;;) {
        std::string body = write_shard_body(content, stories, options.fresh_dek_bytes);
        if (content.cards.empty() || compressed_size(body) + archive_head_size <= options.largest_fresh)
            return body;
        content.cards.pop_back();
    }
}

}  // namespace

bool write_fresh_lists(const ArchiveStories& stories, const ArchiveOptions& options, std::uint32_t build,
                       const std::function<bool(std::uint32_t number, std::string_view file)>& use) {
    const std::vector<std::vector<Dated>> lists = find_newest(stories);
    for (std::uint32_t number = 0; number < lists.size(); ++number) {
        if (lists[number].empty()) continue;
        const std::string body = write_fresh(lists[number], stories, options);
        if (!use(number, with_archive_head(ArchiveFile::fresh, build, number, body))) return false;
    }
    return true;
}

}  // namespace longread
