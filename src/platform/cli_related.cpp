#include "platform/cli_related.h"

#include <charconv>
#include <fstream>
#include <iostream>

#include "decide/related/collection.h"
#include "decide/related/rank_cards.h"
#include "platform/cli_archive_related.h"
#include "platform/cli_files.h"
#include "platform/cli_parsers.h"
#include "read/formats/convert_document.h"
#include "read/formats/json_writer.h"
#include "read/read_cards.h"
#include "read/read_story.h"

namespace longread {
namespace {

constexpr int bad_input = 1;
constexpr int bad_usage = 2;

// All are compared with all, and what is kept of a story is a few kilobytes: beyond this it takes an index.
constexpr std::size_t most_stories = 20'000;

// Whether a file is a list of stories, a line each, by its first line.
bool is_story_line(const std::string& line) {
    Arena arena;
    const Result<JsonDocument> document = parse_json(line, arena);
    if (!document) return false;
    const JsonValue root = document->root();
    return root.find("title").is(JsonKind::string) && !root.find("items").exists() &&
           !root.find("longread").exists();
}

// The stories of a file go into the collection one by one.
class FeedFile {
  public:
    FeedFile(const std::string& path, Collection& collection, Arena& arena)
        : path_(path), collection_(collection), arena_(arena) {}

    // Errors are printed.
    bool read() {
        std::ifstream file;
        if (path_ != "-") {
            file.open(path_, std::ios::binary);
            if (!file) return fail("could not be opened");
        }
        std::istream& in = path_ == "-" ? std::cin : file;
        std::string line;
        if (std::getline(in, line) && is_story_line(line)) return read_lines(in, line);
        std::string rest(std::istreambuf_iterator<char>(in), {});
        if (in.bad()) return fail("could not be read");
        return read_feed_document(line + "\n" + rest);
    }

  private:
    bool fail(std::string_view problem) {
        std::cerr << path_ << ": " << problem << "\n";
        return false;
    }

    bool fail(Error error, std::uint32_t line) {
        error.line += line;
        std::cerr << format_finding(path_, error);
        return false;
    }

    bool read_lines(std::istream& in, std::string& line) {
        std::uint32_t before = 0;  // lines before this one
        do {
            const bool is_blank = line.find_first_not_of(" \t\r") == std::string::npos;
            if (!is_blank) {
                Notes notes;
                const Result<Story> story = read_story(arena_.keep(line), arena_, notes);
                if (!story) return fail(story.error(), before);
                if (collection_.size() == most_stories) {
                    return fail("more than " + std::to_string(most_stories) +
                                " stories: make an index of them (longread index)");
                }
                collection_.add(*story);
            }
            ++before;
        } while (std::getline(in, line));
        return !in.bad() || fail("could not be read");
    }

    bool read_feed_document(const std::string& source) {
        Notes notes;
        const auto own =
            convert_document(arena_.keep(source), DocumentUse::feed, {}, {}, native_parsers(), arena_, notes);
        if (!own) return fail(own.error(), 0);
        const Result<Feed> feed = read_feed(*own, {}, arena_, notes);
        if (!feed) return fail(feed.error(), 0);
        for (const Card& card : feed->items) collection_.add(story_of(card, arena_));
        return true;
    }

    const std::string& path_;
    Collection& collection_;
    Arena& arena_;  // of the collection and of its texts
};

void print_one(Collection& collection, std::uint32_t story, std::size_t most) {
    Arena arena;
    TextBuffer line;
    JsonWriter out(line);
    out.begin_object();
    out.member("id", collection.id(story));
    out.begin_array("related");
    for (const Neighbour& near : collection.related(story, most, arena))
        out.element(collection.id(near.story));
    out.end_array();
    out.end_object();
    std::cout << line.view() << "\n";
}

}  // namespace

int print_related(const CliOptions& options) {
    std::size_t most = 0;
    const char* const end = options.most.data() + options.most.size();
    const auto parsed = std::from_chars(options.most.data(), end, most);
    if (parsed.ec != std::errc() || parsed.ptr != end || most < 1 || most > 100) {
        std::cerr << "longread: -k takes 1 to 100\n";
        return bad_usage;
    }
    if (!options.index.empty() && options.feeds.empty()) return print_archive_related(options, most);
    if (options.feeds.size() != 1 || options.all == !options.id.empty()) {
        std::cerr << "longread: related takes one --feed or an --index, and --all or --id\n";
        return bad_usage;
    }
    Arena arena;
    Collection collection(options.archive_quality ? Stemming::every_language : Stemming::english_only, arena);
    if (!FeedFile(options.feeds[0], collection, arena).read()) return bad_input;
    collection.rank();
    bool is_found = options.all;
    for (std::uint32_t story = 0; story < collection.size(); ++story) {
        if (!options.all && collection.id(story) != options.id) continue;
        is_found = true;
        print_one(collection, story, most);
    }
    if (!is_found) std::cerr << options.feeds[0] << ": no story has the id " << options.id << "\n";
    return is_found && std::cout.flush().good() ? 0 : bad_input;
}

}  // namespace longread
