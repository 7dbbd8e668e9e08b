// Every document of other systems that we have (shared/fixtures): each becomes an article or a feed without
// losing a word of its title and text, or is refused for a reason that is listed here. And each of them
// damaged in all ways: never more than an error comes of it.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "conversion.h"
#include "platform/html_parser_gumbo.h"
#include "read/formats/foreign_html.h"
#include "read/formats/json_writer.h"
#include "read/read_cards.h"
#include "word_loss.h"

namespace longread {
namespace {

namespace fs = std::filesystem;

const fs::path fixtures = LONGREAD_SHARED_DIR "/fixtures";
constexpr const char* folders[] = {"wordpress-rest", "ghost", "jsonld", "json-feed"};

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::map<std::string, std::string> files_of(const std::string& folder) {
    std::map<std::string, std::string> found;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(fixtures / folder, error)) {
        if (!entry.is_regular_file()) continue;
        found[fs::relative(entry.path(), fixtures).string()] = read_file(entry.path());
    }
    return found;
}

// Why a document is no article: a beginning of its path, the error, the reason.
struct Refusal {
    std::string_view path;
    std::string_view code;
    std::string_view reason;
};
constexpr Refusal refusals[] = {
    {"wordpress-rest/frontity/author-list", "not-a-document", "authors, no posts"},
    {"wordpress-rest/frontity/comment-5", "not-a-document", "a comment"},
    {"wordpress-rest/frontity/post-60-comments", "not-a-document", "comments"},
    {"wordpress-rest/frontity/media-", "not-a-document", "pictures, no posts"},
    {"wordpress-rest/frontity/tag-10", "not-a-document", "a tag"},
    {"wordpress-rest/frontity/minimal/", "empty-body", "posts cut down to their links"},
    {"wordpress-rest/ghost-migrate/multiple-users", "not-a-document", "users, no posts"},
    {"wordpress-rest/ghost-migrate/single-user", "not-a-document", "a user"},
    {"wordpress-rest/headstartwp/categories", "not-a-document", "categories, no posts"},
    {"wordpress-rest/headstartwp/tags", "not-a-document", "tags, no posts"},
    {"ghost/cards/", "not-a-document", "cards by themselves; their HTML is tried below"},
    {"ghost/export-v4/_", "not-a-document", "tables of an export beside its posts"},
    {"ghost/content-api/Posts-Can-use-post-plaintext", "empty-body", "its first post has no text"},
    {"ghost/lexical/", "not-a-document", "an editor's tree without its post"},
    {"ghost/mobiledoc/", "not-a-document", "an editor's trees without their posts"},
    {"ghost/migrate/linkfixer-ctx", "not-a-document", "a migration's state"},
    {"jsonld/extruct/songkick__jsonld_empty_item_test.jsonld", "", "an article with its summary"},
    {"jsonld/extruct/songkick__jsonld_empty_item_test.html", "html-not-json", "a page"},
    {"jsonld/extruct/songkick__Years", "not-a-document", "concerts"},
    {"jsonld/extruct/", "not-a-document", "concerts and a book"},
    {"jsonld/ghost-sdk/author-full", "not-a-document", "an author"},
    {"jsonld/ghost-sdk/tag-full", "not-a-document", "a tag"},
    {"jsonld/guardian/Dead", "", "a live blog, with its text"},
    {"jsonld/guardian/", "empty-body", "headlines for search engines, neither text nor summary"},
    {"jsonld/schemaorg/eg-0245", "", "an article with its text"},
    {"jsonld/schemaorg/eg-0399", "", "an article with its summary"},
    {"jsonld/schemaorg/eg-0266", "empty-body", "a correction of an article that is not there"},
    {"jsonld/schemaorg/eg-0401", "empty-body", "an article's title in an issue"},
    {"jsonld/schemaorg/eg-0228", "", "an article with its summary, about an event"},
    {"jsonld/schemaorg/eg-0425", "empty-body", "the headline of a thread"},
    {"jsonld/schemaorg/", "not-a-document", "events, episodes, sites"},
    {"json-feed/libsyn-feed", "not-a-document", "RSS turned into JSON by a library"},
    {"json-feed/rsparser/authors", "empty-body", "an item without content"},
};

std::string expected_refusal(std::string_view path) {
    for (const Refusal& refusal : refusals) {
        if (path.substr(0, refusal.path.size()) == refusal.path) return string_of(refusal.code);
    }
    return "";
}

void add_words(Words& words, const Words& more) {
    for (const auto& [word, count] : more) words[word] += count;
}

Words words_of_html(std::string_view html) {
    const Result<HtmlTree> tree = parse_html(html, test_arena());
    return tree ? words_of(*tree, false, false) : Words();
}

// Texts of JSON below a value, for bodies that are lists.
void add_texts(JsonValue value, Words& words) {
    constexpr std::string_view texts = "headline articleBody text";
    if (value.is(JsonKind::string) && has_word(texts, value.key()))
        add_words(words, words_of_html(value.text()));
    for (const JsonValue child : value) add_texts(child, words);
}

// The words that must be in the article: of the place that its body is from, and of the title beside it.
Words words_to_keep(JsonValue source, JsonValue converted) {
    Words words = words_of(converted.find("title").text());
    const JsonValue from = converted.find("body").find("_from");
    if (!from.exists()) {
        for (const JsonValue paragraph : converted.find("body")) add_words(words, words_of(paragraph.text()));
        return words;
    }
    const JsonValue place = find_pointer(source, from.text());
    if (place.is(JsonKind::string)) {
        // Clocks of players, names and sizes of files, and the sites that bookmarks are of.
        const std::string_view html = replace_by_class(
            place.text(),
            "kg-audio-player - kg-video-player-container - kg-file-card-metadata - kg-bookmark-metadata -",
            test_arena());
        add_words(words, words_of_html(html));
    } else {
        add_texts(place, words);
    }
    return words;
}

// Words of the rendered tree, with what stands in place of pictures.
Words words_of_article(const std::string& source, std::string& failure) {
    Request request;
    request.article = source;
    const Reply reply = answer(request, native_parsers(), test_arena());
    failure = reply.failed ? string_of(code_name(reply.error.code)) : "";
    return words_of(reply.tree, true);
}

void check_article(const std::string& path, const std::string& source, int& converted, int& words) {
    const Conversion out = convert(source);
    const std::string refusal = expected_refusal(path);
    const std::string code = out.text.substr(0, 7) == "error: " ? out.text.substr(7) : "";
    EXPECT_EQ(code.substr(0, code.find(' ')), refusal) << path << ": " << out.text.substr(0, 200);
    if (!code.empty()) return;
    const auto source_json = parse_json(source, test_arena());
    const auto own_json = parse_json(kept(out.text), test_arena());
    ASSERT_TRUE(source_json && own_json) << path << out.text;
    std::string failure;
    const Words shown = words_of_article(source, failure);
    EXPECT_EQ(failure, "") << path;
    const Words wanted = words_to_keep(source_json->root(), own_json->root());
    EXPECT_FALSE(wanted.empty()) << path;
    EXPECT_EQ(surplus(wanted, shown), "") << "lost in " << path;
    ++converted;
    for (const auto& [word, count] : wanted) words += count;
}

class ForeignFixtures : public testing::TestWithParam<const char*> {};

TEST_P(ForeignFixtures, BecomeArticlesWithAllTheirWords) {
    const auto files = files_of(GetParam());
    if (files.empty()) GTEST_SKIP() << "no " << fixtures / GetParam();
    int converted = 0;
    int words = 0;
    for (const auto& [path, source] : files) check_article(path, source, converted, words);
    std::cout << GetParam() << ": " << converted << " of " << files.size() << " are articles, " << words
              << " words, none lost\n";
}

TEST_P(ForeignFixtures, BecomeFeedsWhereTheyHaveStories) {
    int feeds = 0;
    int cards = 0;
    for (const auto& [path, source] : files_of(GetParam())) {
        const Conversion out = convert(source, DocumentUse::feed);
        if (out.text.substr(0, 7) == "error: ") continue;
        Notes notes;
        const Result<Feed> feed = read_feed(out.text, "https://news.example/", test_arena(), notes);
        ASSERT_TRUE(feed.has_value()) << path << out.text;
        ++feeds;
        cards += static_cast<int>(feed->items.size());
        for (const Note& note : notes) {
            const bool is_expected = note.code == Code::missing_field || note.code == Code::missing_alt ||
                                     note.code == Code::list_cut || note.code == Code::bad_url;
            EXPECT_TRUE(is_expected) << path << " " << code_name(note.code) << " " << note.path;
        }
    }
    std::cout << GetParam() << ": " << feeds << " are feeds, with " << cards << " cards\n";
}

// Where a value of a JSON text ends: enough for texts that are valid.
std::size_t end_of_value(std::string_view json, std::size_t at) {
    int depth = 0;
    bool in_text = false;
    for (; at < json.size(); ++at) {
        const char c = json[at];
        if (in_text) {
            if (c == '\\') ++at;
            if (c == '"') in_text = false;
            if (c == '"' && depth == 0) return at + 1;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) return at;
            if (--depth == 0) return at + 1;
        } else if (depth == 0 && (c == ',' || c == '\n' || c == ' ')) {
            return at;
        }
    }
    return at;
}

void collect_values(JsonValue value, std::vector<std::size_t>& offsets) {
    offsets.push_back(value.offset());
    for (const JsonValue child : value) collect_values(child, offsets);
}

// Whatever comes out is JSON.
void expect_sound(const std::string& source, const std::string& path) {
    for (const DocumentUse use : {DocumentUse::article, DocumentUse::feed}) {
        const std::string text = convert(source, use).text;
        if (text.substr(0, 7) == "error: " || text == source) continue;
        EXPECT_TRUE(parse_json(text, fresh_arena()).has_value()) << path << ": " << text.substr(0, 300);
    }
}

TEST_P(ForeignFixtures, ValuesOfOtherTypesDoNoHarm) {
    constexpr std::size_t most_bytes = 20'000;
    constexpr std::size_t most_values = 80;
    for (const auto& [path, source] : files_of(GetParam())) {
        Arena arena;
        const auto document = parse_json(source, arena);
        if (source.size() > most_bytes || !document) continue;
        std::vector<std::size_t> offsets;
        collect_values(document->root(), offsets);
        const std::size_t step = offsets.size() / most_values + 1;
        for (std::size_t i = 0; i < offsets.size(); i += step) {
            const std::size_t end = end_of_value(source, offsets[i]);
            for (const std::string_view other :
                 {"null", "7", "-1.5e99", "true", "\"\"", "\"x <p> &amp; [a]\"", "[]", "[[null]]", "{}",
                  "{\"@id\":\"#a\",\"rendered\":[]}"}) {
                std::string changed = source;
                changed.replace(offsets[i], end - offsets[i], other);
                expect_sound(changed, path);
            }
        }
    }
}

TEST_P(ForeignFixtures, CutDocumentsAreErrors) {
    for (const auto& [path, source] : files_of(GetParam())) {
        for (std::size_t part = 0; part < 8; ++part) {
            const std::string cut = source.substr(0, source.size() * part / 8);
            EXPECT_EQ(convert(cut).text.substr(0, 7), "error: ") << path << " " << part;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Folders, ForeignFixtures, testing::ValuesIn(folders));

// The HTML of Ghost's own cards, as the body of a post.
TEST(ForeignGhostCards, KeepTheirWords) {
    int cards = 0;
    for (const auto& [path, source] : files_of("ghost/cards")) {
        const auto list = parse_json(source, test_arena());
        ASSERT_TRUE(list.has_value()) << path;
        for (const JsonValue card : list->root()) {
            TextBuffer post;
            JsonWriter out(post);
            out.begin_object();
            out.member("title", "Card");
            out.member("html", test_arena().join({"<p>Before</p>", card.find("html").text()}));
            out.member("published_at", "2020-01-02");
            out.end_object();
            int words = 0;
            check_article("ghost card of " + path, string_of(post), cards, words);
        }
    }
    if (cards == 0) GTEST_SKIP() << "no " << fixtures / "ghost/cards";
    std::cout << cards << " cards\n";
}

TEST(ForeignDocuments, DeepNestingIsAnErrorOrPasses) {
    for (const std::string_view key : {"@graph", "mainEntity", "posts", "_embedded", "items", "author"}) {
        for (const int depth : {50, 120, 1000}) {
            std::string text;
            for (int i = 0; i < depth; ++i) text += "{\"@type\":\"Article\",\"" + string_of(key) + "\":[";
            text += "1";
            for (int i = 0; i < depth; ++i) text += "]}";
            expect_sound(text, string_of(key));
        }
    }
}

TEST(ForeignDocuments, LongTextsTakeTimeInProportion) {
    for (const std::string_view part : {"[a b]", "[", "[/x]", "[x][", "<", "< \n", "a\n", "\n\n", "<a\n",
                                        "<!--", "<p", "&", "[caption]", "\"'"}) {
        std::string body;
        while (body.size() < 400'000) body += part;
        TextBuffer post;
        JsonWriter out(post);
        out.begin_object();
        out.begin_object("content");
        out.member("rendered", body);
        out.end_object();
        out.member("excerpt", body);
        out.end_object();
        const auto start = std::chrono::steady_clock::now();
        expect_sound(string_of(post), string_of(part));
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        EXPECT_LT(taken.count(), 5.0) << part;
    }
}

}  // namespace
}  // namespace longread
