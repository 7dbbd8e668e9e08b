#include "model/tree_frame.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <random>
#include <vector>

#include "base/frame.h"
#include "test_arena.h"

namespace longread {
namespace {

using namespace std::string_literals;

// Makes frames by hand, good and bad ones.
struct RawFrame {
    std::string pool;
    TextBuffer operations;

    explicit RawFrame(std::string_view text) : pool(text) {}

    RawFrame& open(Tag tag) { return open(static_cast<std::uint32_t>(tag)); }
    RawFrame& open(std::uint32_t name) { return word(name << 2U | 1U); }
    RawFrame& open_foreign(std::uint32_t name_size) {
        return open(Tag::unknown).attribute(Attr::name_was, name_size);
    }
    RawFrame& close() { return word(0); }
    RawFrame& attribute(Attr attr, std::uint32_t size) {
        return attribute(static_cast<std::uint32_t>(attr), size);
    }
    RawFrame& attribute(std::uint32_t name, std::uint32_t size) { return word(name << 2U | 2U).word(size); }
    RawFrame& text(std::uint32_t size) { return word(size << 2U | 3U); }
    RawFrame& word(std::uint32_t value) {
        append_u32(operations, value);
        return *this;
    }
    [[nodiscard]] std::string bytes() const {
        TextBuffer frame;
        append_u32(frame, static_cast<std::uint32_t>(operations.size() / 4));
        append_u32(frame, static_cast<std::uint32_t>(pool.size()));
        frame += operations;
        frame += pool;
        return std::string(frame.view());
    }
};

std::string frame_of(const HtmlTree& tree, LengthUnit unit = LengthUnit::bytes) {
    TextBuffer frame;
    append_tree_frame(frame, tree, unit);
    return std::string(frame.view());
}

// The tree is good until the next one is read.
Result<HtmlTree> read_exact(std::string_view bytes, const TreeLimits& limits = {}) {
    const std::unique_ptr<char[]> block(new char[bytes.size()]);
    if (!bytes.empty()) std::memcpy(block.get(), bytes.data(), bytes.size());
    return read_tree_frame({block.get(), bytes.size()}, fresh_arena(), limits);
}

// A tree in one line: <p title=[x] 'text' <script?> >
std::string show(const HtmlTree& tree) {
    std::string out;
    for (HtmlCursor cursor(tree); !cursor.at_end(); cursor.advance()) {
        switch (cursor.kind()) {
            case HtmlEventKind::open:
                out += "<";
                out += cursor.tag() == Tag::unknown   ? "unknown"
                       : cursor.tag() == Tag::dropped ? "dropped"
                                                      : tag_name(cursor.tag());
                break;
            case HtmlEventKind::close: out += ">"; break;
            case HtmlEventKind::attribute:
                out += " ";
                out += cursor.attr() == Attr::name_was ? "was" : attr_name(cursor.attr());
                out += "=[" + std::string(cursor.text()) + "]";
                break;
            case HtmlEventKind::text: out += "'" + std::string(cursor.text()) + "'"; break;
        }
    }
    return out;
}

std::string shown(const Result<HtmlTree>& result) { return result ? show(*result) : "refused"; }

TEST(TreeFrame, WritesWhatTheFormatSays) {
    HtmlTree tree(test_arena());
    tree.open(Tag::p);
    tree.attribute(Attr::title, "\U0001F600");
    tree.text("h\u00e9");
    tree.open(Tag::br);
    tree.close();
    tree.close();
    const auto expected = [](std::uint32_t title, std::uint32_t text) {
        return RawFrame("\U0001F600h\u00e9")
            .open(Tag::p)
            .attribute(Attr::title, title)
            .text(text)
            .open(Tag::br)
            .close()
            .close()
            .bytes();
    };
    EXPECT_EQ(frame_of(tree, LengthUnit::utf16), expected(2, 2));
    EXPECT_EQ(frame_of(tree), expected(4, 3));
    EXPECT_EQ(frame_of(HtmlTree(test_arena())), std::string(8, '\0'));
    EXPECT_EQ(shown(read_exact(std::string(8, '\0'))), "");
}

class RandomTree {
  public:
    explicit RandomTree(std::uint32_t seed) : random_(seed) {}

    HtmlTree make(std::size_t size) {
        HtmlTree tree(test_arena());
        std::size_t depth = 0;
        for (; size > 0; --size) {
            switch (random_() % 4) {
                case 0:
                case 1:
                    if (depth == 100) break;
                    ++depth;
                    tree.open(
                        static_cast<Tag>(2 + random_() % (static_cast<std::uint32_t>(Tag::count_) - 2)));
                    for (std::size_t count = random_() % 4; count > 0; --count) {
                        const std::size_t attr =
                            1 + random_() % (static_cast<std::uint32_t>(Attr::count_) - 1);
                        tree.attribute(static_cast<Attr>(attr), text());
                    }
                    break;
                case 2:
                    if (depth == 0) break;
                    --depth;
                    tree.close();
                    break;
                default: tree.text(text());
            }
        }
        for (; depth > 0; --depth) tree.close();
        return tree;
    }

  private:
    std::string text() {
        const std::vector<std::string_view> pieces = {"a",          "<&>\"",  "\u00e9", "\u20ac",
                                                      "\U0001F600", "\u00a0", "\n",     " words "};
        std::string out;
        for (std::size_t count = random_() % 5; count > 0; --count) out += pieces[random_() % pieces.size()];
        return out;
    }

    std::mt19937 random_;
};

TEST(TreeFrame, RoundTripGivesTheSameTree) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        const HtmlTree tree = RandomTree(seed).make(seed);
        const std::string frame = frame_of(tree);
        const Result<HtmlTree> again = read_exact(frame);
        ASSERT_TRUE(again) << seed;
        EXPECT_EQ(show(*again), show(tree)) << seed;
        EXPECT_EQ(frame_of(*again), frame) << seed;
    }
}

TEST(TreeFrame, ForeignElementsCrossWithTheirNames) {
    HtmlTree tree(test_arena());
    tree.open(Tag::unknown);
    tree.attribute(Attr::name_was, "center");
    tree.text("kept");
    tree.close();
    EXPECT_EQ(shown(read_exact(frame_of(tree))), "<unknown was=[center]'kept'>");
}

TEST(TreeFrame, BytesThatAreNotTextAreReplacedBeforeTheyAreCounted) {
    HtmlTree tree(test_arena());
    tree.open(Tag::a);
    tree.attribute(Attr::title, "\xF0\x9F\x98");
    tree.attribute(Attr::href, "https://example.org/");
    tree.close();
    EXPECT_EQ(shown(read_exact(frame_of(tree))),
              "<a title=[\uFFFD\uFFFD\uFFFD] href=[https://example.org/]>");
    const RawFrame utf16 = RawFrame("\uFFFD\uFFFD\uFFFDhttps://example.org/");
    EXPECT_EQ(frame_of(tree, LengthUnit::utf16)
                  .substr(frame_of(tree, LengthUnit::utf16).size() - utf16.pool.size()),
              utf16.pool);
}

TEST(TreeFrame, ForeignNamesAreMapped) {
    RawFrame frame("centerxscriptboom!my-cardiniframe");
    frame.open_foreign(6).attribute(Attr::id, 1);
    frame.open_foreign(6).text(4).open(Tag::b).close().close();
    frame.text(1).close();
    frame.open_foreign(7).text(2).close();
    frame.open(Tag::iframe).text(6).close();
    EXPECT_EQ(shown(read_exact(frame.bytes())),
              "<unknown was=[center]<dropped was=[script]>'!'><dropped was=[my-card]><iframe'iframe'>");
}

TEST(TreeFrame, BadFramesAreRefused) {
    const auto expect_refused = [](const std::string& bytes) {
        const Result<HtmlTree> result = read_exact(bytes);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, Code::bad_request);
    };
    const std::string good = RawFrame("x").open(Tag::p).attribute(Attr::id, 1).close().bytes();
    ASSERT_TRUE(read_exact(good));
    for (std::size_t size = 0; size < good.size(); ++size) {
        SCOPED_TRACE(size);
        expect_refused(good.substr(0, size));
    }
    expect_refused(good + "x");
    expect_refused(RawFrame("").open(Tag::p).bytes());  // not closed
    expect_refused(RawFrame("").close().bytes());       // not opened
    expect_refused(RawFrame("").open(Tag::count_).close().bytes());
    expect_refused(RawFrame("").open(Tag::dropped).close().bytes());
    expect_refused(RawFrame("").open(0x3FFFFFFF).close().bytes());
    expect_refused(RawFrame("").open(Tag::unknown).close().bytes());  // without its name
    expect_refused(RawFrame("").open(Tag::unknown).bytes());
    expect_refused(RawFrame("x").open(Tag::unknown).attribute(Attr::id, 1).close().bytes());
    expect_refused(RawFrame("x").open_foreign(2).close().bytes());
    expect_refused(RawFrame("x").open(Tag::p).attribute(Attr::name_was, 1).close().bytes());
    expect_refused(RawFrame("x").attribute(Attr::id, 1).bytes());  // attribute of nothing
    expect_refused(RawFrame("ax").open(Tag::p).text(1).attribute(Attr::id, 1).close().bytes());
    expect_refused(RawFrame("x").open(Tag::p).close().attribute(Attr::id, 1).bytes());
    expect_refused(RawFrame("x").open(Tag::p).attribute(Attr::count_, 1).close().bytes());
    expect_refused(
        RawFrame("x").open(Tag::p).attribute(Attr::id, 2).close().bytes());  // more than the pool has
    expect_refused(RawFrame("x").open(Tag::p).attribute(Attr::id, 0xFFFFFFFF).close().bytes());
    expect_refused(
        RawFrame("x").open(Tag::p).attribute(Attr::id, 0).close().bytes());  // less than the pool has
    expect_refused(RawFrame("x").text(0x3FFFFFFF).bytes());
    const auto id = static_cast<std::uint32_t>(Attr::id);
    expect_refused(RawFrame("").open(Tag::p).word(id << 2U | 2U).bytes());  // attribute without its length
    expect_refused("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s + std::string(8, '\n'));
    expect_refused("\0\0\0\x40\0\0\0\0"s);  // operations whose size in bytes is 0 in 32 bits
}

TEST(TreeFrame, DeeperElementsAreUnwrapped) {
    RawFrame frame("xdeepstylecss");
    for (int i = 0; i < 4; ++i) frame.open(Tag::b);
    frame.attribute(Attr::id, 1).text(4).open_foreign(5).text(3).close();
    for (int i = 0; i < 4; ++i) frame.close();
    EXPECT_EQ(shown(read_exact(frame.bytes(), {2, 100})), "<b<b'deep'>>");
    EXPECT_EQ(shown(read_exact(frame.bytes(), {4, 100})), "<b<b<b<b id=[x]'deep'>>>>");
    EXPECT_EQ(shown(read_exact(frame.bytes(), {5, 100})), "<b<b<b<b id=[x]'deep'<dropped was=[style]>>>>>");
    EXPECT_EQ(shown(read_exact(frame.bytes(), {0, 100})), "'deep'");

    const auto nested = [](int depth) {
        RawFrame deep("");
        for (int i = 0; i < depth; ++i) deep.open(Tag::b);
        for (int i = 0; i < depth; ++i) deep.close();
        return deep.bytes();
    };
    const Result<HtmlTree> tree = read_exact(nested(510));
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->events().size(), 200U);
    EXPECT_EQ(read_exact(nested(511)).error().code, Code::tree_too_deep);
}

TEST(TreeFrame, TooManyNodesAreRefused) {
    RawFrame frame("aaa");
    frame.open(Tag::b).text(1).close().open(Tag::b).text(2).close();
    EXPECT_TRUE(read_exact(frame.bytes(), {100, 4}));
    EXPECT_EQ(read_exact(frame.bytes(), {100, 3}).error().code, Code::tree_too_large);
    EXPECT_EQ(read_exact(frame.bytes(), {100, 2}).error().code, Code::tree_too_large);
}

TEST(TreeFrame, MutationsNeverCrash) {
    std::mt19937 random(7);
    std::size_t accepted = 0;
    for (std::uint32_t round = 0; round < 20'000; ++round) {
        std::string bytes = frame_of(RandomTree(round % 50).make(5 + round % 40));
        if (random() % 4 == 0) bytes.resize(random() % (bytes.size() + 1));
        for (std::size_t edits = random() % 4; edits > 0 && !bytes.empty(); --edits) {
            // Mostly near the start, where the head and the operations are.
            char& byte = bytes[random() %
                               (random() % 2 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 16))];
            byte = random() % 2 == 0 ? static_cast<char>(random())
                                     : static_cast<char>(byte ^ (1 << random() % 8));
        }
        const Result<HtmlTree> tree = read_exact(bytes);
        if (!tree) continue;
        ++accepted;
        const std::string frame = frame_of(*tree);
        const bool is_shown = !show(*tree).empty();
        EXPECT_EQ(is_shown, frame.size() > 8);
        EXPECT_TRUE(read_exact(frame));
    }
    EXPECT_GT(accepted, 1'000U);
    EXPECT_LT(accepted, 19'000U);
}

}  // namespace
}  // namespace longread
