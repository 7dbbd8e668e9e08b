#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "made_stories.h"
#include "platform/cli_archive_base.h"
#include "platform/cli_archive_build.h"
#include "platform/cli_archive_update.h"
#include "platform/cli_files.h"
#include "read/read_archive.h"

namespace longread {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

// A folder of its own for each test of each process: two builds may be tested at the same time.
class ArchiveBuildTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        // Thousands of small files: memory takes them a hundred times faster than a busy disk.
        root_ = (fs::exists("/dev/shm") ? std::string("/dev/shm/") : testing::TempDir()) + "longread-" +
                std::to_string(getpid()) + "-" + test->name();
        fs::remove_all(root_);
        fs::create_directories(root_);
    }
    void TearDown() override { fs::remove_all(root_); }

    [[nodiscard]] std::string path(const std::string& name) const { return root_ + "/" + name; }

    void save(const std::string& name, std::string_view bytes) const {
        fs::create_directories(fs::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << bytes;
    }

    // A whole build: the notes, or what failed.
    std::string build(const std::string& input, const std::string& out, std::uint32_t threads = 1) {
        return with_build(input, out, threads, [](ArchiveBuild& build) {
            const PieceRange all = build.all();
            if (!build.analyse(all) || !build.mix(all) || !build.find_related(all) || !build.publish())
                return build.problem();
            return build.print_notes();
        });
    }

    template <typename Do>
    std::string with_build(const std::string& input, const std::string& out, std::uint32_t threads,
                           const Do& work) {
        BuildSettings settings;
        settings.input = path(input);
        settings.out = path(out);
        settings.piece_bytes = 20'000;
        std::string problem;
        const auto opened = ArchiveInput::open(settings.input, settings.piece_bytes, problem);
        if (!opened) return problem;
        const WorkFolder folder(settings.out + ".work");
        EXPECT_TRUE(folder.make());
        Threads workers(threads);
        testing::internal::CaptureStderr();
        Progress progress(7);
        ArchiveBuild build(settings, *opened, folder, workers, progress);
        const std::string outcome = work(build);
        testing::internal::GetCapturedStderr();
        return outcome;
    }

    std::string update(const std::string& input, const std::string& out) {
        BuildSettings settings;
        settings.input = path(input);
        settings.out = path(out);
        settings.piece_bytes = 20'000;
        std::string problem;
        const auto opened = ArchiveInput::open(settings.input, settings.piece_bytes, problem);
        if (!opened) return problem;
        const WorkFolder folder(settings.out + ".work");
        OneWorker worker;
        testing::internal::CaptureStderr();
        Progress progress(4);
        ArchiveUpdate update(settings, *opened, folder, worker, progress);
        const bool is_done = update.run();
        testing::internal::GetCapturedStderr();
        return is_done ? update.outcome() : update.problem();
    }

    [[nodiscard]] Files files_of(const std::string& folder) const {
        Files files;
        for (const auto& one : fs::recursive_directory_iterator(path(folder))) {
            std::string problem;
            if (one.is_regular_file())
                files[one.path().lexically_relative(path(folder))] =
                    read_file(one.path(), problem).value_or(problem);
        }
        return files;
    }

    // What a page is told of a story.
    [[nodiscard]] std::vector<std::string> related(const std::string& folder, const std::string& id) const {
        Arena arena;
        const std::uint64_t hash = archive_hash(id, {});
        const auto shard =
            find_archive_shard(file(folder, ArchiveFile::directory, archive_directory_of(hash)), hash);
        if (!shard || !*shard) return {"not there"};
        const std::string bytes = file(folder, ArchiveFile::shard, (*shard)->number);
        const auto cards = read_archive_shard(bytes, id, {}, {}, arena);
        if (!cards) return {"not read"};
        std::vector<std::string> ids;
        for (const ScoredCard& one : *cards)
            ids.emplace_back(one.card.id.empty() ? one.card.url : one.card.id);
        return ids;
    }

    [[nodiscard]] std::string file(const std::string& folder, ArchiveFile kind, std::uint32_t number) const {
        TextBuffer name;
        append_archive_path(name, kind, number);
        std::string problem;
        return read_file(path(folder) + "/" + std::string(name.view()), problem).value_or(std::string());
    }

    std::string root_;
};

std::uint64_t topic_of(const std::string& id) { return std::stoull(id.substr(1)) / 12; }

TEST_F(ArchiveBuildTest, StoriesAreRelatedToThoseOfTheirTopicAndNeverToCopies) {
    save("a.jsonl", made_stories(0, 240));
    EXPECT_EQ(build("a.jsonl", "out"), "");
    for (const std::string id : {"s0", "s50", "s121", "s239"}) {
        const auto ids = related("out", id);
        ASSERT_GE(ids.size(), 5U);
        for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(topic_of(ids[i]), topic_of(id)) << id << " " << ids[i];
    }
    // s44 is a copy of s43, and the newer one.
    const auto of_copy = related("out", "s44");
    EXPECT_EQ(std::count(of_copy.begin(), of_copy.end(), "s43"), 0);
    const auto of_other = related("out", "s42");
    EXPECT_EQ(std::count(of_other.begin(), of_other.end(), "s43"), 0);
    EXPECT_EQ(std::count(of_other.begin(), of_other.end(), "s44"), 1);
}

TEST_F(ArchiveBuildTest, IsTheSameWithAnyNumberOfThreads) {
    save("a.jsonl", made_stories(0, 300));
    for (const std::uint32_t threads : {1U, 2U, 3U})
        build("a.jsonl", "out" + std::to_string(threads), threads);
    const Files one = files_of("out1");
    EXPECT_GT(one.size(), 4000U);
    EXPECT_EQ(one, files_of("out2"));
    EXPECT_EQ(one, files_of("out3"));
}

TEST_F(ArchiveBuildTest, IsTheSameInPartsInAnyOrder) {
    save("a.jsonl", made_stories(0, 300));
    build("a.jsonl", "whole");
    std::uint32_t pieces = 0;
    for (int round = 1; round <= 3; ++round) {
        for (std::uint32_t part : {2U, 0U, 1U}) {
            const std::string outcome = with_build("a.jsonl", "parts", 1, [&](ArchiveBuild& build) {
                pieces = build.all().last;
                const PieceRange range{pieces * part / 3, pieces * (part + 1) / 3};
                const bool is_done = round == 1   ? build.analyse(range)
                                     : round == 2 ? build.mix(range)
                                                  : build.find_related(range);
                return is_done ? std::string() : build.problem();
            });
            ASSERT_EQ(outcome, "");
        }
    }
    EXPECT_GE(pieces, 6U);
    EXPECT_EQ(with_build("a.jsonl", "parts", 1,
                         [](ArchiveBuild& build) { return build.publish() ? "" : build.problem(); }),
              "");
    EXPECT_EQ(files_of("whole"), files_of("parts"));
}

TEST_F(ArchiveBuildTest, APartWaitsForTheRoundBefore) {
    save("a.jsonl", made_stories(0, 300));
    const std::string outcome = with_build("a.jsonl", "out", 1, [](ArchiveBuild& build) {
        EXPECT_TRUE(build.analyse({0, 1}));
        return build.mix({0, 1}) ? std::string() : build.problem();
    });
    EXPECT_NE(outcome.find("1-analysed-00001 is missing"), std::string::npos) << outcome;
}

TEST_F(ArchiveBuildTest, GoesOnAfterAnInterruption) {
    save("a.jsonl", made_stories(0, 300));
    build("a.jsonl", "whole");
    with_build("a.jsonl", "out", 1, [](ArchiveBuild& build) {
        EXPECT_TRUE(build.analyse(build.all()) && build.mix({0, 3}));
        return std::string();
    });
    const std::string kept = path("out.work/2-mixed-00001");
    const auto before = fs::last_write_time(kept);
    // As a kill may leave it, and a disk that was full.
    save("out.work/2-mixed-00004.new1", "half");
    fs::resize_file(path("out.work/1-analysed-00002"), 1000);
    with_build("a.jsonl", "out", 1, [&](ArchiveBuild& build) {
        EXPECT_TRUE(build.analyse(build.all()) && build.mix(build.all()));
        EXPECT_EQ(fs::last_write_time(kept), before);
        EXPECT_TRUE(build.find_related(build.all()) && build.publish());
        return std::string();
    });
    EXPECT_EQ(files_of("whole"), files_of("out"));
}

TEST_F(ArchiveBuildTest, DoesNotGoOnFromAnotherInput) {
    save("a.jsonl", made_stories(0, 300));
    with_build("a.jsonl", "out", 1, [](ArchiveBuild& build) {
        EXPECT_TRUE(build.analyse(build.all()) && build.mix(build.all()));
        return std::string();
    });
    // As long as before, with another word in it.
    std::string changed = made_stories(0, 300);
    changed.replace(changed.find("bra"), 3, "xyz");
    save("a.jsonl", changed);
    build("a.jsonl", "out");
    save("b.jsonl", changed);
    build("b.jsonl", "anew");
    EXPECT_EQ(files_of("out"), files_of("anew"));
}

TEST_F(ArchiveBuildTest, ReplacesAnArchiveThatIsThere) {
    save("a.jsonl", made_stories(0, 60));
    build("a.jsonl", "out");
    save("out/left-over", "x");
    save("b.jsonl", made_stories(60, 120));
    build("b.jsonl", "out");
    EXPECT_EQ(related("out", "s0"), std::vector<std::string>{"not there"});
    EXPECT_GE(related("out", "s70").size(), 5U);
    EXPECT_FALSE(fs::exists(path("out/left-over")));
    EXPECT_FALSE(fs::exists(path("out.new")));
}

TEST_F(ArchiveBuildTest, BadLinesAreNotedWithTheirPlacesAndTheBuildGoesOn) {
    std::string lines = made_stories(0, 60);
    std::uint32_t line = 60;
    std::vector<std::string> expected;
    const auto add = [&](const std::string& text, const std::string& finding) {
        lines += text + "\n";
        ++line;
        if (!finding.empty()) expected.push_back("a.jsonl:" + std::to_string(line) + ":" + finding);
    };
    add(R"({"id": "x1", "title": "cut)", "27: json-syntax");
    add("{\"id\": \"x2\", \"title\": \"\xFF\"}", "");
    expected.push_back("a.jsonl:62:");
    add(R"({"id": "x3", "text": "no title"})", "1: missing-field");
    add(R"({"title": "no id"})", "1: missing-field");
    add(made_story(3).substr(0, made_story(3).size() - 1), "1: bad-value");
    add("", "");
    add("[1, 2]", "1: ");
    add("{}", "1: ");
    add(R"({"id": "x4", "title": "long", "text": ")" + std::string(5U << 20U, 'x') + "\"}",
        "1: input-too-large");
    add(R"({"id": "x5", "title": "Date", "date": "tomorrow"})", "");
    expected.push_back("a.jsonl:70:");
    lines += made_stories(60, 120);
    lines += R"({"id": "last", "title": "cut at the end of the f)";
    save("a.jsonl", lines);
    const std::string notes = build("a.jsonl", "out");
    std::size_t at = 0;
    for (const std::string& finding : expected) {
        at = notes.find(finding, at);
        ASSERT_NE(at, std::string::npos) << finding << " in\n" << notes;
    }
    EXPECT_NE(notes.find("a.jsonl:131:"), std::string::npos) << notes;
    EXPECT_EQ(std::count(notes.begin(), notes.end(), '\n'), 10 + 0) << notes;
    EXPECT_GE(related("out", "s100").size(), 5U);
    EXPECT_NE(related("out", "x5"), std::vector<std::string>{"not there"});
    EXPECT_EQ(related("out", "x4"), std::vector<std::string>{"not there"});
}

TEST_F(ArchiveBuildTest, AnEmptyFileHasNoStories) {
    save("a.jsonl", "");
    const std::string outcome = with_build("a.jsonl", "out", 1, [](ArchiveBuild& build) {
        EXPECT_TRUE(build.analyse(build.all()) && build.join());
        return std::to_string(build.stories());
    });
    EXPECT_EQ(outcome, "0");
}

TEST_F(ArchiveBuildTest, AnEarlierStoryKeepsItsIdAndItsTermsAlone) {
    save("a.jsonl", made_stories(0, 60));
    save("b.jsonl", made_stories(0, 60) + made_stories(0, 60));
    build("a.jsonl", "once");
    const std::string notes = build("b.jsonl", "twice");
    EXPECT_EQ(std::count(notes.begin(), notes.end(), '\n'), 60);
    EXPECT_NE(notes.find("b.jsonl:61:1: bad-value"), std::string::npos) << notes.substr(0, 300);
    EXPECT_EQ(related("once", "s5"), related("twice", "s5"));
}

TEST_F(ArchiveBuildTest, ReadsAFolderOfDocuments) {
    for (int i = 0; i < 30; ++i) {
        const std::string number = std::to_string(i);
        const std::string text = made_text(static_cast<std::uint64_t>(i));
        save("in/native/" + number + ".json",
             R"({"longread": 1, "id": "n)" + number + R"(", "url": "https://news.example/n)" + number +
                 R"(", "title": "Native )" + made_word(300 + static_cast<std::uint64_t>(i) / 12 * 7) +
                 R"(", "body": {"markdown": ")" + text + R"("}})");
    }
    std::string posts;
    for (int i = 0; i < 12; ++i) {
        const std::string number = std::to_string(i);
        posts += (i > 0 ? ", " : "") + std::string(R"({"id": )") + number +
                 R"(, "date_gmt": "2021-03-01T00:00:00", "link": "https://news.example/w)" + number +
                 R"(", "slug": "w)" + number + R"(", "type": "post", "title": {"rendered": "Press [)" +
                 number + R"(]}"}, "content": {"rendered": "<p>)" + made_text(static_cast<std::uint64_t>(i)) +
                 R"(</p>"}, "excerpt": {"rendered": ""}})";
    }
    save("in/posts.json", "[" + posts + "]");
    save("in/feed.xml",
         "<rss version=\"2.0\"><channel><title>f</title><item><title>From a feed</title>"
         "<link>https://news.example/f1</link><description>" +
             made_text(3) + "</description></item></channel></rss>");
    save("in/broken.json", "{\"longread\": 1, ");
    save("in/picture.jpg", "\xFF\xD8\xFF");
    const std::string notes = build("in", "out");
    EXPECT_NE(notes.find("in/broken.json:1:"), std::string::npos) << notes;
    EXPECT_NE(notes.find("in/picture.jpg:1:"), std::string::npos) << notes;
    for (const std::string id : {"n3", "https://news.example/f1"}) {
        const auto ids = related("out", id);
        ASSERT_GE(ids.size(), 5U) << id << notes;
    }
    // The posts are there with their texts: the one that tells the same is a copy, those of the topic are
    // near.
    const auto near = related("out", "n14");
    EXPECT_NE(near, std::vector<std::string>{"not there"});
    EXPECT_NE(notes.find("picture"), std::string::npos);
}

TEST_F(ArchiveBuildTest, AnUpdateAddsStoriesAndLinksBack) {
    std::string old;
    std::string added;
    for (std::uint64_t i = 0; i < 360; ++i) (i % 12 == 5 ? added : old) += made_story(i);
    save("a.jsonl", old);
    build("a.jsonl", "out");
    const Files before = files_of("out");
    save("new.jsonl", added);
    const std::string outcome = update("new.jsonl", "out");
    EXPECT_EQ(outcome.substr(0, 14), "30 new stories") << outcome;
    const auto ids = related("out", "s125");
    ASSERT_GE(ids.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(topic_of(ids[i]), 10U) << ids[i];
    std::size_t linked = 0;
    for (std::uint64_t i = 120; i < 132; ++i) {
        const auto back = related("out", "s" + std::to_string(i));
        linked += static_cast<std::size_t>(std::count(back.begin(), back.end(), "s125"));
    }
    EXPECT_GE(linked, 3U);
    // The same once more changes nothing.
    const Files after = files_of("out");
    EXPECT_NE(before, after);
    EXPECT_EQ(update("new.jsonl", "out").substr(0, 13), "0 new stories");
    EXPECT_EQ(files_of("out"), after);
}

TEST_F(ArchiveBuildTest, AnUpdateFromTheGrownFileTakesWhatIsNew) {
    save("a.jsonl", made_stories(0, 240));
    build("a.jsonl", "out");
    save("a.jsonl", made_stories(0, 250));
    EXPECT_EQ(update("a.jsonl", "out").substr(0, 14), "10 new stories");
    save("a.jsonl", made_stories(0, 260));
    EXPECT_EQ(update("a.jsonl", "out").substr(0, 14), "10 new stories");
    for (std::size_t i = 240; i < 260; ++i) EXPECT_GE(related("out", "s" + std::to_string(i)).size(), 5U);
}

TEST_F(ArchiveBuildTest, AnUpdateChangesTitles) {
    save("a.jsonl", made_stories(0, 120));
    build("a.jsonl", "out");
    std::string changed = made_story(7);
    changed.replace(changed.find("\"title\": \"") + 10, 3, "Zzz");
    save("new.jsonl", changed);
    EXPECT_NE(update("new.jsonl", "out").find("0 new stories, 1 changed cards"), std::string::npos);
    bool is_shown = false;
    for (const auto& one : files_of("out"))
        is_shown = is_shown || one.second.find("Zzz") != std::string::npos;
    EXPECT_TRUE(is_shown);
}

TEST_F(ArchiveBuildTest, AnUpdateNeedsAFullBuild) {
    save("a.jsonl", made_stories(0, 12));
    EXPECT_NE(update("a.jsonl", "out").find("no full build"), std::string::npos);
}

}  // namespace
}  // namespace longread
