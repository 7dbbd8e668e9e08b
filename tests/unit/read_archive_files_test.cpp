#include "app/read_archive_files.h"

#include <gtest/gtest.h>

#include "app/wire.h"
#include "base/frame.h"
#include "made_archive.h"
#include "render/html_writer.h"
#include "test_arena.h"

namespace longread {
namespace {

constexpr std::string_view article = R"({"longread":1,"id":"s30","url":"https://news.example/x","title":"T",
    "kicker":["Section 2"],"body":["x"]})";

const Files& files() {
    static const Files all = [] {
        const MadeArchive archive(300);
        Files out;
        ArchiveLayout layout;
        write_archive(archive.view(), {}, keep_in(out), layout);
        return out;
    }();
    return all;
}

Request ask(std::string_view document = article) {
    Request request;
    request.article = document;
    request.base_url = "https://news.example/x";
    request.has_archive = true;
    return request;
}

std::string wanted(const Request& request) {
    const Reply reply = answer_slots(request, test_arena());
    EXPECT_TRUE(reply.tree.events().empty());
    std::string paths;
    for (const Note& note : reply.notes)
        paths += note.code == Code::archive_wanted ? std::string(note.detail)
                                                   : "! " + std::string(code_name(note.code));
    return paths;
}

std::string without_mark(const std::string& path) { return path.substr(0, path.find('?')); }

TEST(ArchiveRequest, AsksForTheDirectoryThenTheShardThenShowsWhatIsRelated) {
    Request request = ask();
    const std::string directory = wanted(request);
    EXPECT_EQ(directory, path_of(ArchiveFile::directory, archive_directory_of(archive_hash("s30", {}))));
    request.archive_directory = files().at(directory);
    const std::string shard = wanted(request);
    EXPECT_NE(shard.find("?m="), std::string::npos);
    request.archive_shard = files().at(without_mark(shard));
    const Reply reply = answer_slots(request, test_arena());
    EXPECT_TRUE(reply.notes.empty());
    const std::string html = write_html(reply.tree);
    const std::size_t first = html.find("number 31<");
    EXPECT_NE(first, std::string::npos) << html;
    EXPECT_LT(first, html.find("number 32<"));
}

TEST(ArchiveRequest, AStoryInNoShardIsFollowedByFreshOnesOfItsSection) {
    Request request = ask(R"({"longread":1,"id":"new","title":"T","kicker":["Section 2"],"body":["x"]})");
    request.archive_directory = files().at(wanted(request));
    const std::string fresh = wanted(request);
    EXPECT_EQ(fresh, path_of(ArchiveFile::fresh, archive_fresh_of("Section 2")));
    request.archive_fresh = files().at(fresh);
    EXPECT_NE(write_html(answer_slots(request, test_arena()).tree).find("data-slot=\"related\""),
              std::string::npos);
}

TEST(ArchiveRequest, WithoutASectionNothingMoreIsAskedFor) {
    Request request = ask(R"({"longread":1,"id":"new","title":"T","body":["x"]})");
    request.archive_directory = files().at(wanted(request));
    EXPECT_EQ(wanted(request), "");
}

TEST(ArchiveRequest, FilesThatCannotBeReadCostTheirStoriesAlone) {
    Request request =
        ask(R"({"longread":1,"id":"s30","title":"T","body":["x"],"related":[{"title":"Own","url":"/own"}]})");
    request.archive_directory = "LRAdxxxx";
    EXPECT_EQ(wanted(request), "! archive-damaged");
    request.archive_shard = request.archive_fresh = files().at("d/0/00.lra");
    const Reply reply = answer_slots(request, test_arena());
    ASSERT_EQ(reply.notes.size(), 2U);
    EXPECT_EQ(reply.notes[0].code, Code::archive_damaged);
    EXPECT_NE(write_html(reply.tree).find("Own"), std::string::npos);
    EXPECT_FALSE(reply.failed);
}

TEST(ArchiveRequest, TheEditorsOwnComeFirst) {
    Request request =
        ask(R"({"longread":1,"id":"s30","title":"T","body":["x"],"related":[{"title":"Own","url":"/own"}]})");
    request.archive_directory = files().at(wanted(request));
    request.archive_shard = files().at(without_mark(wanted(request)));
    const std::string html = write_html(answer_slots(request, test_arena()).tree);
    EXPECT_LT(html.find("Own"), html.find("number 31<"));
}

TEST(ArchiveRequest, AnEmptySectionOfAFrameSaysThatThereIsAnArchive) {
    for (const RequestKey key :
         {RequestKey::archive_directory, RequestKey::archive_shard, RequestKey::archive_fresh}) {
        TextBuffer frame;
        append_u32(frame, 1);
        append_section(frame, static_cast<std::uint32_t>(key), {});
        EXPECT_TRUE(read_request(frame, test_arena())->has_archive);
    }
    TextBuffer frame;
    append_u32(frame, 1);
    append_section(frame, static_cast<std::uint32_t>(RequestKey::format), {});
    EXPECT_FALSE(read_request(frame, test_arena())->has_archive);
}

}  // namespace
}  // namespace longread
