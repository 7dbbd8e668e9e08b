#include "platform/cli_archive_view.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "made_archive.h"
#include "platform/cli_page.h"
#include "platform/cli_parsers.h"
#include "render/html_writer.h"
#include "test_arena.h"

namespace longread {
namespace {

class ArchiveFolderView : public testing::Test {
  protected:
    void SetUp() override {
        const MadeArchive archive(300);
        ArchiveLayout layout;
        const ArchiveSink sink = [this](std::string_view path, std::string_view bytes) {
            const std::filesystem::path file = folder_ / path;
            std::filesystem::create_directories(file.parent_path());
            std::ofstream(file, std::ios::binary) << bytes;
            return true;
        };
        ASSERT_TRUE(write_archive(archive.view(), {}, sink, layout));
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path folder_ =
        std::filesystem::path(std::filesystem::exists("/dev/shm") ? "/dev/shm" : testing::TempDir()) /
        ("longread-view-" + std::to_string(getpid()));
};

TEST_F(ArchiveFolderView, ShowsWhatIsRelatedAndNamesTheShard) {
    Request request;
    request.article = R"({"longread":1,"id":"s30","url":"https://news.example/x","title":"T","body":["x"]})";
    ArchiveView view;
    std::string problem;
    ASSERT_TRUE(view.open(folder_.string(), request, problem)) << problem;
    EXPECT_EQ(view.named().substr(0, 2), "s/");
    EXPECT_NE(write_html(answer(request, native_parsers(), test_arena()).tree).find("number 31<"),
              std::string::npos);
    CliOptions options;
    options.archive = "/related/";
    EXPECT_EQ(write_element({"", "", "", "", view.named()}, options)
                  .find(" archive=\"/related/\" archive-shard=\"s/"),
              10U);
}

TEST_F(ArchiveFolderView, AnotherSystemsArticleHasItsId) {
    Request request;
    request.article =
        R"({"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"s30","title":"T","url":"https://news.example/x","content_html":"<p>x</p>"}]})";
    ArchiveView view;
    std::string problem;
    ASSERT_TRUE(view.open(folder_.string(), request, problem)) << problem;
    EXPECT_NE(write_html(answer(request, native_parsers(), test_arena()).tree).find("number 31<"),
              std::string::npos);
}

TEST_F(ArchiveFolderView, AStoryThatIsNotInItIsNoFault) {
    Request request;
    request.article =
        R"({"longread":1,"id":"none","title":"T","body":["x"],"related":[{"title":"Own","url":"/own"}]})";
    ArchiveView view;
    std::string problem;
    EXPECT_TRUE(view.open(folder_.string(), request, problem));
    EXPECT_EQ(view.named(), "");
    EXPECT_NE(write_html(answer(request, native_parsers(), test_arena()).tree).find(">Own<"),
              std::string::npos);
}

TEST_F(ArchiveFolderView, AFolderWithoutAnArchiveIsOne) {
    Request request;
    request.article = R"({"longread":1,"id":"s30","title":"T","body":["x"]})";
    ArchiveView view;
    std::string problem;
    EXPECT_FALSE(view.open("/no/such/folder", request, problem));
    EXPECT_EQ(problem.substr(0, 18), "/no/such/folder/d/");
}

}  // namespace
}  // namespace longread
