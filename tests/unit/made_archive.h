// A small archive for tests: stories on topics, whose neighbours are those of the same topic, then of the
// next.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/archive/write_archive.h"
#include "model/archive_files.h"

namespace longread {

struct MadeStory {
    std::string id, url, title, dek, image, section, series, tags, lang;
    std::int64_t published = 0;
    std::uint32_t copies = 0;
};

class MadeArchive {
  public:
    static constexpr std::uint32_t topics_size = 12;

    explicit MadeArchive(std::uint32_t count) {
        for (std::uint32_t i = 0; i < count; ++i) add();
        link();
    }

    std::vector<MadeStory> stories;
    std::vector<std::vector<ArchiveNeighbour>> neighbours;

    void add() {
        const auto i = static_cast<std::uint32_t>(stories.size());
        const std::string number = std::to_string(i);
        MadeStory story;
        story.id = "s" + number;
        story.title = "Story " + word(i) + " of " + word(i * 7 + 1) + ": it\u2019s number " + number;
        story.url = "https://news.example/2021/03/0" + std::to_string(i % 9 + 1) + "/story-" + word(i) +
                    "-of-" + word(i * 7 + 1) + "-its-number-" + number;
        story.dek = "What " + word(i * 3) + " has to do with " + word(i * 5) + ", and why it counts.";
        story.image = "https://img.example/" + story.id + ".jpg";
        story.section = "Section " + std::to_string(i / topics_size % 5);
        story.series = i % 10 == 0 ? "Series " + word(i) : "";
        story.tags = "topic " + std::to_string(i / topics_size) + "\n" + word(i);
        story.lang = "en";
        // The day in the URL.
        story.published = 1'614'556'800 + std::int64_t{i % 9} * 86'400 + i * 60 % 86'400;
        stories.push_back(story);
    }

    void link() {
        neighbours.assign(stories.size(), {});
        const auto count = static_cast<std::uint32_t>(stories.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            for (std::uint32_t step = 1; step < count && neighbours[i].size() < 24; ++step) {
                const std::uint32_t first = i / topics_size * topics_size;
                const std::uint32_t other =
                    step < topics_size ? first + (i - first + step) % topics_size : i + step;
                if (other >= count || other == i) continue;
                neighbours[i].push_back({other, static_cast<std::uint16_t>(900 - neighbours[i].size() * 30)});
            }
        }
    }

    [[nodiscard]] ArchiveStories view() const {
        return {static_cast<std::uint32_t>(stories.size()),
                [this](std::uint32_t i) {
                    const MadeStory& s = stories[i];
                    return ArchiveStory{s.id,     s.url,  s.title, s.dek,       s.image, s.section,
                                        s.series, s.tags, s.lang,  s.published, s.copies};
                },
                [this](std::uint32_t i) { return std::span<const ArchiveNeighbour>(neighbours[i]); }};
    }

    static std::string word(std::uint32_t i) {
        constexpr const char* parts[] = {"ba", "ce", "di", "fo", "gu", "ha",
                                         "je", "ki", "lo", "mu", "na", "pe"};
        std::string word;
        for (i = i * 2'654'435'761U >> 12U; word.size() < 6; i /= 12) word += parts[i % 12];
        return word;
    }
};

using Files = std::map<std::string, std::string>;

inline ArchiveSink keep_in(Files& files) {
    return [&files](std::string_view path, std::string_view bytes) {
        files[std::string(path)] = bytes;
        return true;
    };
}

inline std::string path_of(ArchiveFile kind, std::uint32_t number) {
    TextBuffer path;
    append_archive_path(path, kind, number);
    return std::string(path.view());
}

}  // namespace longread
