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
    request.archive_directory = "";
    return request;
}

std::string wanted(const Request& request) {
    const Reply reply = answer_slots(request, test_arena());
    EXPECT_TRUE(reply.tree.events().empty());
    return reply.notes.empty() ? std::string(reply.wants)
                               : "! " + std::string(code_name(reply.notes[0].code));
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
    // They are ranked as a feed's are: a title that is like none of them has none beside it.
    EXPECT_EQ(write_html(answer_slots(request, test_arena()).tree).find("data-slot=\"related\""),
              std::string::npos);
    const std::string like = R"({"longread":1,"id":"new","title":")" + MadeArchive(300).stories[25].title +
                             R"( again","kicker":["Section 2"],"body":["x"]})";
    request.article = like;
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
    EXPECT_EQ(wanted(request), "! archive-refused");
    request.archive_shard = request.archive_fresh = files().at("d/0/00.lra");
    const Reply reply = answer_slots(request, test_arena());
    ASSERT_EQ(reply.notes.size(), 2U);
    EXPECT_EQ(reply.notes[0].code, Code::archive_refused);
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

TEST(ArchiveRequest, AnEmptyFileOfAFrameSaysThatThereIsAnArchive) {
    TextBuffer frame;
    append_u32(frame, 2);
    append_section(frame, static_cast<std::uint32_t>(RequestKey::article), article);
    append_section(frame, static_cast<std::uint32_t>(RequestKey::archive_directory), {});
    EXPECT_NE(wanted(*read_request(frame, test_arena())), "");
    Request none;
    none.article = article;
    EXPECT_TRUE(answer_slots(none, test_arena()).notes.empty());
}

}  // namespace
}  // namespace longread
