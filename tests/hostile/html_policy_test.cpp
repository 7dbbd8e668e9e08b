// The HTML policy against the shared corpora of hostile HTML, against real articles (no word may be lost),
// and against trees that are made up: whatever comes in, the blocks keep what model/block.h and
// notes/security.md promise.
#include "read/html_policy.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "../unit/test_arena.h"
#include "../unit/word_loss.h"
#include "base/text.h"
#include "platform/html_parser_gumbo.h"

namespace longread {
namespace {

namespace fs = std::filesystem;

const fs::path shared_folder = LONGREAD_SHARED_DIR;
constexpr std::string_view base_url = "https://news.example/story/";

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

unsigned hex4(std::string_view json, std::size_t at) {
    return static_cast<unsigned>(std::stoul(std::string(json.substr(at, 4)), nullptr, 16));
}

// The JSON string that begins behind a quote at `at`; lone surrogates, which some payloads have, become
// U+FFFD.
std::string json_string(std::string_view json, std::size_t& at) {
    std::string out;
    while (json[at] != '"') {
        if (json[at] != '\\') {
            out += json[at++];
            continue;
        }
        const char escape = json[at + 1];
        at += 2;
        if (escape == 'u') {
            char32_t c = hex4(json, at);
            at += 4;
            const bool is_pair = c >= 0xD800 && c < 0xDC00 && json.substr(at, 2) == "\\u" &&
                                 hex4(json, at + 2) >= 0xDC00 && hex4(json, at + 2) < 0xE000;
            if (is_pair) {
                c = 0x10000 + ((c - 0xD800) << 10U) + (hex4(json, at + 2) - 0xDC00);
                at += 6;
            }
            TextBuffer bytes;
            append_utf8(bytes, c);
            out += bytes.view();
        } else {
            const std::size_t known = std::string_view("ntrbf").find(escape);
            out += known == std::string_view::npos ? escape : "\n\t\r\b\f"[known];
        }
    }
    ++at;
    return out;
}

// All string members of that name, anywhere in a JSON text.
std::vector<std::string> json_members(std::string_view json, std::string_view name) {
    std::vector<std::string> found;
    std::size_t at = 0;
    while ((at = json.find('"', at)) != std::string_view::npos) {
        const std::string text = json_string(json, ++at);
        const std::size_t colon = json.find_first_not_of(" \n\r\t", at);
        if (text != name || colon == std::string_view::npos || json[colon] != ':') continue;
        const std::size_t value = json.find_first_not_of(" \n\r\t", colon + 1);
        if (value == std::string_view::npos || json[value] != '"') continue;
        at = value + 1;
        found.push_back(json_string(json, at));
    }
    return found;
}

// "parts" of the dos- corpora: pieces and how often each is repeated.
std::vector<std::string> json_bombs(std::string_view json) {
    std::vector<std::string> found;
    std::size_t at = 0;
    while ((at = json.find("\"parts\": [", at)) != std::string_view::npos) {
        at += 10;
        std::string bomb;
        while (json[at] == '[' || json[at] == ',' || json[at] == ' ') {
            at = json.find('"', at) + 1;
            const std::string piece = json_string(json, at);
            at = json.find_first_of("0123456789", at);
            const std::size_t end = json.find(']', at);
            for (int n = std::stoi(std::string(json.substr(at, end - at))); n > 0; --n) bomb += piece;
            at = end + 1;
        }
        found.push_back(std::move(bomb));
    }
    return found;
}

// The scheme a browser would see, which forgives spaces and control characters; empty for a relative URL.
std::string scheme_of(std::string_view url) {
    std::string name;
    for (const char c : url) {
        if (static_cast<unsigned char>(c) <= ' ') continue;
        if (c == ':') return name;
        if (c == '/' || c == '?' || c == '#') return {};
        name += lower_ascii(c);
    }
    return {};
}

// Walks blocks and counts what no input may cause.
class BlockJudge {
  public:
    explicit BlockJudge(bool is_valid_utf8 = true) : is_valid_utf8_(is_valid_utf8) {}

    std::string judge(const Blocks& blocks) {
        check_blocks(blocks, 0);
        if (images_ > 200) fault("images", std::to_string(images_));
        if (embeds_ > 20) fault("embeds", std::to_string(embeds_));
        return faults_;
    }

  private:
    void fault(std::string_view what, std::string_view detail) {
        if (faults_.size() < 2000)
            faults_ += std::string(what) + ": " + std::string(detail.substr(0, 200)) + "\n";
    }
    void require(bool holds, std::string_view what, std::string_view detail = {}) {
        if (!holds) fault(what, detail);
    }

    void check_text(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            const CodePoint c = decode_at(text, i);
            const bool is_replaced = c.value == 0xFFFD && c.size == 1;
            if (is_valid_utf8_ && is_replaced) return fault("not UTF-8", text);
            if (c.value == 0) return fault("zero byte", text);
            i += c.size;
        }
    }

    void check_url(std::string_view url, bool is_link) {
        if (url.empty()) return;
        const std::string scheme = scheme_of(url);
        const bool is_web = scheme.empty() || scheme == "https" || scheme == "http";
        require(is_web || (is_link && (scheme == "mailto" || scheme == "tel")), "scheme", url);
        require(url.size() <= 2048, "long URL", url);
        require(url.find_first_of(" \"<>\n\r\t\\") == std::string_view::npos, "character in URL", url);
        if (url[0] == '#') require(is_link && url.substr(0, 4) == "#lr-", "fragment", url);
    }

    void check_id(const std::string& id) {
        if (id.empty()) return;
        require(id.substr(0, 3) == "lr-" && id.size() > 3, "id", id);
        require(id.find_first_of(" \n\t\"'<>&") == std::string::npos, "character in id", id);
        require(ids_.insert(id).second, "id twice", id);
    }

    void check_lang(std::string_view lang) {
        for (const char c : lang)
            require(c == '-' || (c > 0 && is_word(static_cast<char32_t>(c))), "lang", lang);
        require(lang.size() <= 35, "lang", lang);
    }

    std::size_t characters(std::string_view text) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < text.size(); i += decode_at(text, i).size) ++count;
        return count;
    }

    void check_image(const Image& image) {
        ++images_;
        require(image.exists(), "image without src");
        check_url(image.src, false);
        std::string_view rest = image.srcset;
        int candidates = 0;
        while (!rest.empty()) {
            const std::string_view candidate = rest.substr(0, rest.find(", "));
            check_url(candidate.substr(0, candidate.find(' ')), false);
            rest.remove_prefix(std::min(rest.size(), candidate.size() + 2));
            ++candidates;
        }
        require(candidates <= 12, "candidates", image.srcset);
        require(image.sizes.empty(), "sizes", image.sizes);
        require((image.width == 0) == (image.height == 0), "one size");
        require(image.width >= 0 && image.width <= 20'000 && image.height >= 0 && image.height <= 20'000,
                "size");
        require(characters(image.alt) <= 1024, "alt", image.alt);
        require(characters(image.caption) <= 2048 && characters(image.credit) <= 2048, "caption",
                image.caption);
        check_text(image.alt);
        check_text(image.caption);
        check_text(image.credit);
    }

    void check_inlines(const Inlines& inlines, bool in_link, int depth) {
        require(depth < 25, "deep inlines");
        for (const Inline& item : inlines) {
            const bool is_leaf = item.kind == InlineKind::text || item.kind == InlineKind::code ||
                                 item.kind == InlineKind::image || item.kind == InlineKind::line_break;
            require(is_leaf == item.children.empty(), "empty format or leaf with children");
            require((item.kind == InlineKind::image) == (item.image != nullptr), "image");
            require(item.kind != InlineKind::text || !item.text.empty(), "empty text");
            if (item.kind == InlineKind::link) {
                require(!in_link, "link in link", item.value);
                require(!item.value.empty(), "link without URL");
                check_url(item.value, true);
            } else if (item.kind == InlineKind::time) {
                require(item.value.find_first_not_of("0123456789-+:TZ") == std::string::npos, "time",
                        item.value);
            } else {
                require(item.value.empty(), "value", item.value);
            }
            check_text(item.text);
            check_text(item.title);
            check_lang(item.lang);
            if (item.image != nullptr) check_image(*item.image);
            check_inlines(item.children, in_link || item.kind == InlineKind::link, depth + 1);
        }
    }

    void check_kind(const Block& block) {
        const auto children_are = [&](BlockKind kind) {
            for (const Block& child : block.children) require(child.kind == kind, "child of another kind");
            require(!block.children.empty(), "block without children");
        };
        switch (block.kind) {
            case BlockKind::paragraph: require(!block.text.empty(), "empty paragraph"); break;
            case BlockKind::heading:
                require(block.level >= 2 && block.level <= 6 && !block.text.empty(), "heading");
                break;
            case BlockKind::list: children_are(BlockKind::list_item); break;
            case BlockKind::table: {
                children_are(BlockKind::table_row);
                require(block.children.size() <= 1000, "rows");
                break;
            }
            case BlockKind::table_row: {
                children_are(BlockKind::table_cell);
                int columns = 0;
                for (const Block& cell : block.children) columns += cell.columns;
                require(columns <= 50, "columns");
                break;
            }
            case BlockKind::table_cell:
                require(block.columns >= 1 && block.rows >= 1 && block.rows <= 1000, "span");
                break;
            case BlockKind::image: require(block.images.size() == 1, "image block"); break;
            case BlockKind::gallery: require(!block.images.empty(), "gallery"); break;
            case BlockKind::code: require(!block.plain.empty(), "code"); break;
            case BlockKind::embed: ++embeds_; [[fallthrough]];
            case BlockKind::audio:
            case BlockKind::video: require(!block.url.empty(), "media without URL"); break;
            case BlockKind::list_item:
            case BlockKind::quote:
            case BlockKind::pull_quote:
            case BlockKind::aside: require(!block.children.empty(), "block without children"); break;
            case BlockKind::details:
                require(!block.children.empty() || !block.title.empty(), "details");
                break;
            case BlockKind::divider: break;
            case BlockKind::button:
                require(!block.url.empty() && !block.title.empty() && block.text.empty(), "button");
                break;
            default: fault("kind that HTML has not", std::to_string(static_cast<int>(block.kind)));
        }
    }

    void check_blocks(const Blocks& blocks, int depth) {
        require(depth <= 250, "deep blocks");  // lists and tables take two levels for each of the tree
        for (const Block& block : blocks) {
            check_kind(block);
            check_id(std::string(block.id));
            check_lang(block.lang);
            check_url(block.url, block.kind == BlockKind::image || block.kind == BlockKind::button);
            check_text(block.title);
            check_text(block.plain);
            require(characters(block.title) <= 512, "title", block.title);
            for (const Image& image : block.images) check_image(image);
            check_inlines(block.text, false, 0);
            check_blocks(block.children, depth + 1);
        }
    }

    bool is_valid_utf8_;
    std::set<std::string> ids_;
    int images_ = 0;
    int embeds_ = 0;
    std::string faults_;
};

struct Reading {
    std::unique_ptr<Arena> arena = std::make_unique<Arena>();
    Blocks blocks;
    Notes notes;
    double milliseconds = 0;
};

Reading read(const HtmlTree& tree) {
    Reading reading;
    const PolicyContext context{"en", base_url, "/body/html", *reading.arena};
    const auto start = std::chrono::steady_clock::now();
    reading.blocks = read_blocks(tree, context, reading.notes);
    reading.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return reading;
}

void judge_html(const std::string& html, std::string_view name) {
    const Result<HtmlTree> tree = parse_html(html, fresh_arena());
    if (!tree) return;
    const Reading reading = read(*tree);
    EXPECT_EQ(BlockJudge().judge(reading.blocks), "") << name << ": " << html.substr(0, 500);
    EXPECT_LE(reading.notes.size(), 100U);
}

class HostileHtml : public testing::TestWithParam<const char*> {};

TEST_P(HostileHtml, LeavesOnlyWhatThePolicyAllows) {
    const std::string json = read_file(shared_folder / "corpora/security" / GetParam());
    if (json.empty()) GTEST_SKIP() << "no " << shared_folder / "corpora/security" / GetParam();
    const std::vector<std::string> payloads = json_members(json, "payload");
    ASSERT_GT(payloads.size(), 100U);
    for (const std::string& payload : payloads) judge_html(payload, GetParam());
    RecordProperty("payloads", static_cast<int>(payloads.size()));
}

INSTANTIATE_TEST_SUITE_P(Corpora, HostileHtml,
                         testing::Values("xss.json", "mxss.json", "sanitizer-expected.json", "handler.json",
                                         "clobber.json", "css.json", "url-scheme.json", "network.json",
                                         "text.json", "markdown.json", "surface.json", "url-value.json"));

// Anything that is no base64 ends it.
std::string base64(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = digits.find(c);
        if (digit == std::string_view::npos) break;
        bits = bits << 6U | static_cast<unsigned>(digit);
        if ((count += 6) < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
    }
    return bytes;
}

// JSON and Markdown as an HTML body, bytes that are not UTF-8 among them.
TEST(HtmlPolicyHostile, WhatIsNoHtmlLeavesOnlyWhatThePolicyAllows) {
    const std::string json = read_file(shared_folder / "corpora/security/json.json");
    if (json.empty()) GTEST_SKIP() << "no json.json in " << shared_folder;
    std::size_t count = 0;
    for (const std::string& text : json_members(json, "payloadBase64")) {
        judge_html(base64(text), "json.json");
        ++count;
    }
    for (const char* name : {"json.json", "dos-markdown.json"}) {
        for (const std::string& bomb : json_bombs(read_file(shared_folder / "corpora/security" / name))) {
            judge_html(bomb, name);
            ++count;
        }
    }
    EXPECT_EQ(count, 264U + 19U);
}

TEST(HtmlPolicyHostile, BombsEndInTime) {
    const std::string json = read_file(shared_folder / "corpora/security/dos-html.json");
    if (json.empty()) GTEST_SKIP() << "no dos-html.json in " << shared_folder;
    const std::vector<std::string> bombs = json_bombs(json);
    ASSERT_GE(bombs.size(), 10U);
    for (const std::string& bomb : bombs) {
        const Result<HtmlTree> tree = parse_html(std::string_view(bomb).substr(0, 1U << 20U), fresh_arena());
        if (!tree) continue;
        const Reading reading = read(*tree);
        EXPECT_EQ(BlockJudge().judge(reading.blocks), "") << bomb.substr(0, 100);
        EXPECT_LT(reading.milliseconds, 2000) << bomb.substr(0, 100);
    }
}

void count_inlines(const Inlines& inlines, WordCounter& counter) {
    for (const Inline& item : inlines) {
        const bool is_apart = item.kind == InlineKind::line_break || item.kind == InlineKind::image ||
                              item.kind == InlineKind::small || item.kind == InlineKind::ruby;
        if (is_apart) counter.end();
        counter.add(item.text);
        count_inlines(item.children, counter);
        if (is_apart) counter.end();
        if (item.kind == InlineKind::ruby) counter.add(item.title);
    }
}

void count_blocks(const Blocks& blocks, WordCounter& counter) {
    for (const Block& block : blocks) {
        counter.end();
        if (block.kind == BlockKind::details || block.kind == BlockKind::button) counter.add(block.title);
        counter.end();
        counter.add(block.plain);
        for (const Image& image : block.images) {
            counter.end();
            counter.add(image.caption);
            counter.end();
            counter.add(image.credit);
        }
        counter.end();
        count_inlines(block.text, counter);
        count_blocks(block.children, counter);
        counter.end();
    }
}

int check_words(const std::string& html, const std::string& name) {
    const Result<HtmlTree> tree = parse_html(html, fresh_arena());
    EXPECT_TRUE(tree.has_value()) << name;
    if (!tree) return 0;
    const Reading reading = read(*tree);
    WordCounter counter;
    count_blocks(reading.blocks, counter);
    const Words kept = counter.take();
    EXPECT_EQ(surplus(words_of(*tree), kept), "") << "lost in " << name;
    EXPECT_EQ(surplus(kept, words_of(*tree, true)), "") << "from nowhere in " << name;
    EXPECT_EQ(BlockJudge().judge(reading.blocks), "") << name;
    int words = 0;
    for (const auto& [word, count] : words_of(*tree)) words += count;
    return words;
}

std::vector<fs::path> files_of(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        if (entry.path().extension() == extension) found.push_back(entry.path());
    }
    return found;
}

TEST(HtmlPolicyArticles, NoWordOfAnHtmlFileIsLost) {
    int words = 0;
    for (const char* folder : {"html-bodies", "gutenberg-blocks"}) {
        for (const fs::path& path : files_of(shared_folder / "fixtures" / folder, ".html")) {
            words += check_words(read_file(path), path.string());
        }
    }
    if (words == 0) GTEST_SKIP() << "no fixtures in " << shared_folder;
    EXPECT_GT(words, 700);
}

TEST(HtmlPolicyArticles, NoWordOfABodyInJsonIsLost) {
    int words = 0;
    const std::pair<const char*, const char*> members[] = {
        {"wordpress-rest", "rendered"},    {"wordpress-content", "content"},
        {"wordpress-content", "rendered"}, {"ghost", "html"},
        {"json-feed", "content_html"},     {"guardian-capi", "body"}};
    for (const auto& [folder, member] : members) {
        for (const fs::path& path : files_of(shared_folder / "fixtures" / folder, ".json")) {
            for (const std::string& html : json_members(read_file(path), member))
                words += check_words(html, path.string());
        }
    }
    if (words == 0) GTEST_SKIP() << "no fixtures in " << shared_folder;
    EXPECT_GT(words, 10'000);
}

// Trees of listed elements at random: deeper, wider and less sensible than a parser makes them.
class TreeMaker {
  public:
    explicit TreeMaker(unsigned seed) : random_(seed) {}

    HtmlTree make(Arena& arena) {
        HtmlTree tree(arena);
        int depth = 0;
        const int steps = below(200);
        const bool is_deep = below(10) == 0;
        for (int i = 0; i < steps; ++i) {
            const int choice = below(10);
            if (choice < (is_deep ? 8 : 4)) {
                const Tag tag = static_cast<Tag>(below(static_cast<int>(Tag::count_)));
                tree.open(tag);
                for (int n = below(4); n > 0; --n) {
                    tree.attribute(static_cast<Attr>(below(static_cast<int>(Attr::count_))), value());
                }
                ++depth;
            } else if (choice < 7) {
                tree.text(value());
            } else if (depth > 0) {
                tree.close();
                --depth;
            }
        }
        while (depth-- > 0) tree.close();
        return tree;
    }

  private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

    std::string_view value() {
        static constexpr std::string_view values[] = {"",
                                                      " ",
                                                      "\n",
                                                      "\u00A0",
                                                      "a",
                                                      "two words",
                                                      "caption",
                                                      "photo-credit",
                                                      "wp-smiley",
                                                      "language-js",
                                                      "#a",
                                                      "#",
                                                      "a",
                                                      "b",
                                                      "javascript:alert(1)",
                                                      "/p.png",
                                                      "/p.png 1x, javascript:1 2x,,",
                                                      "data:image/gif,x",
                                                      "https://u:p@h.example/",
                                                      "https://h.example/x",
                                                      "mailto:a@b.example",
                                                      "//h.example/",
                                                      "1",
                                                      "0",
                                                      "640",
                                                      "99999999999",
                                                      "-1",
                                                      "fr",
                                                      "\"'--...",
                                                      "2021-07-30",
                                                      "IMG_2041.jpg",
                                                      "pullquote",
                                                      "\u202E\u2028",
                                                      "日本語",
                                                      "\U0001F600",
                                                      "docs-internal-guid",
                                                      "\\\\h.example",
                                                      "vbscript:x",
                                                      " jAvascript\t:1",
                                                      "tel:+1",
                                                      "blob:x",
                                                      "file:///etc",
                                                      "strike",
                                                      "<script>",
                                                      "]]>",
                                                      "-->"};
        return values[below(static_cast<int>(std::size(values)))];
    }

    std::mt19937 random_;
};

TEST(HtmlPolicyHostile, RandomTrees) {
    for (unsigned seed = 0; seed < 30'000; ++seed) {
        const Reading reading = read(TreeMaker(seed).make(fresh_arena()));
        ASSERT_EQ(BlockJudge().judge(reading.blocks), "") << "seed " << seed;
    }
}

TEST(HtmlPolicyHostile, BytesThatAreNoText) {
    HtmlTree tree(test_arena());
    for (int i = 0; i < 256; ++i) {
        const std::string bytes = {static_cast<char>(i), static_cast<char>(255 - i), '\xE2', '\x80'};
        tree.open(Tag::h2);
        tree.attribute(Attr::id, bytes);
        tree.text(bytes);
        tree.close();
        tree.open(Tag::img);
        tree.attribute(Attr::src, bytes);
        tree.attribute(Attr::alt, bytes + bytes);
        tree.close();
        tree.open(Tag::a);
        tree.attribute(Attr::href, "#" + bytes);
        tree.text(bytes);
        tree.close();
    }
    EXPECT_EQ(BlockJudge(false).judge(read(tree).blocks), "");
}

// A body at its limits, in the shapes that cost most: time must stay far below a second.
TEST(HtmlPolicyHostile, LargeTreesTakeLinearTime) {
    const std::string url = "https://h.example/" + std::string(1900, 'x');
    HtmlTree links(test_arena());
    links.open(Tag::a);
    links.attribute(Attr::href, url);
    for (int i = 0; i < 24'000; ++i) {
        links.open(Tag::p);
        links.text("a");
        links.close();
    }
    links.close();
    HtmlTree ids(test_arena());
    for (int i = 0; i < 12'000; ++i) {
        ids.open(Tag::h2);
        ids.attribute(Attr::id, "same");
        ids.text("a");
        ids.close();
        ids.open(Tag::a);
        ids.attribute(Attr::href, "#x" + std::to_string(i));
        ids.attribute(Attr::id, "x" + std::to_string(i));
        ids.text("a");
        ids.close();
    }
    HtmlTree captions(test_arena());
    for (int i = 0; i < 90; ++i) {
        captions.open(Tag::div);
        captions.attribute(Attr::class_, "caption");
    }
    for (int i = 0; i < 20'000; ++i) {
        captions.open(Tag::span);
        captions.attribute(Attr::class_, "credit");
        captions.close();
    }
    for (int i = 0; i < 90; ++i) captions.close();
    HtmlTree formats(test_arena());
    for (int i = 0; i < 90; ++i) formats.open(i % 2 == 0 ? Tag::b : Tag::span);
    for (int i = 0; i < 24'000; ++i) {
        formats.open(Tag::hr);
        formats.close();
        formats.text("a");
    }
    for (int i = 0; i < 90; ++i) formats.close();
    HtmlTree names(test_arena());
    for (int i = 0; i < 25'000; ++i) {
        names.open(Tag::unknown);
        names.attribute(Attr::name_was, "n" + std::to_string(i));
        names.close();
    }
    int which = 0;
    for (const HtmlTree* tree : {&links, &ids, &captions, &formats, &names}) {
        const Reading reading = read(*tree);
        EXPECT_LT(reading.milliseconds, 1500) << "tree " << which;
        EXPECT_EQ(BlockJudge().judge(reading.blocks), "") << "tree " << which;
        RecordProperty("milliseconds_" + std::to_string(which++), static_cast<int>(reading.milliseconds));
    }
}

}  // namespace
}  // namespace longread
