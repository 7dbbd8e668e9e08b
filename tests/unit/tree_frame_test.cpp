#include "model/tree_frame.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstring>
#include <iostream>
#include <memory>
#include <random>
#include <vector>

#include "base/frame.h"

namespace longread {
namespace {

using namespace std::string_literals;

// Makes frames by hand, good and bad ones.
struct RawFrame {
    std::string names;
    std::string operations;
    std::string pool;

    RawFrame& open(std::uint32_t name) { return word(name << 2U | 1U); }
    RawFrame& close() { return word(0); }
    RawFrame& attribute(std::uint32_t name, std::uint32_t size) { return word(name << 2U | 2U).word(size); }
    RawFrame& text(std::uint32_t size) { return word(size << 2U | 3U); }
    RawFrame& word(std::uint32_t value) {
        append_u32(operations, value);
        return *this;
    }
    [[nodiscard]] std::string bytes() const {
        std::string frame;
        append_u32(frame, static_cast<std::uint32_t>(names.size()));
        append_u32(frame, static_cast<std::uint32_t>(operations.size() / 4));
        append_u32(frame, static_cast<std::uint32_t>(pool.size()));
        return frame + names + operations + pool;
    }
};

RawFrame raw(std::string_view names, std::string_view pool) {
    RawFrame frame{std::string(names), {}, std::string(pool)};
    while (frame.names.size() % 4 != 0) frame.names += '\n';
    return frame;
}

Result<HtmlTree> read_exact(std::string_view bytes, const TreeLimits& limits = {}) {
    const std::unique_ptr<char[]> block(new char[bytes.size()]);
    if (!bytes.empty()) std::memcpy(block.get(), bytes.data(), bytes.size());
    return read_tree_frame({block.get(), bytes.size()}, limits);
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
    HtmlTree tree;
    tree.open(Tag::p);
    tree.attribute(Attr::title, "\U0001F600");
    tree.text("h\u00e9");
    tree.open(Tag::br);
    tree.close();
    tree.open(Tag::br);
    tree.close();
    tree.close();
    const std::string expected = raw("p\ntitle\nbr\n", "\U0001F600h\u00e9")
                                     .open(0)
                                     .attribute(1, 2)
                                     .text(2)
                                     .open(2)
                                     .close()
                                     .open(2)
                                     .close()
                                     .close()
                                     .bytes();
    EXPECT_EQ(write_tree_frame(tree), expected);
    EXPECT_EQ(write_tree_frame(HtmlTree()), std::string(12, '\0'));
    EXPECT_EQ(shown(read_exact(std::string(12, '\0'))), "");
}

TEST(TreeFrame, OneNameMayBeElementAndAttribute) {
    HtmlTree tree;
    for (const Tag tag : {Tag::cite, Tag::span}) {
        tree.open(tag);
        tree.attribute(Attr::cite, "a");
        tree.attribute(Attr::span, "2");
        tree.close();
    }
    EXPECT_EQ(shown(read_exact(write_tree_frame(tree))), "<cite cite=[a] span=[2]><span cite=[a] span=[2]>");
}

class RandomTree {
  public:
    explicit RandomTree(std::uint32_t seed) : random_(seed) {}

    HtmlTree make(std::size_t size) {
        HtmlTree tree;
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
        const std::string frame = write_tree_frame(tree);
        const Result<HtmlTree> again = read_exact(frame);
        ASSERT_TRUE(again) << seed;
        EXPECT_EQ(show(*again), show(tree)) << seed;
        EXPECT_EQ(write_tree_frame(*again), frame) << seed;
    }
}

TEST(TreeFrame, UnknownIsUnwrappedAndDroppedLeftOutWhenWritten) {
    HtmlTree tree;
    tree.open(Tag::unknown);
    tree.attribute(Attr::name_was, "center");
    tree.attribute(Attr::id, "x");
    tree.text("kept");
    tree.open(Tag::dropped);
    tree.attribute(Attr::name_was, "script");
    tree.text("alert(1)");
    tree.close();
    tree.close();
    tree.open(Tag::b);
    tree.close();
    EXPECT_EQ(shown(read_exact(write_tree_frame(tree))), "'kept'<b>");
}

TEST(TreeFrame, BytesThatAreNotTextAreReplacedBeforeTheyAreCounted) {
    HtmlTree tree;
    tree.open(Tag::a);
    tree.attribute(Attr::title, "\xF0\x9F\x98");
    tree.attribute(Attr::href, "https://example.org/");
    tree.close();
    const std::string frame = write_tree_frame(tree);
    EXPECT_EQ(shown(read_exact(frame)), "<a title=[\uFFFD\uFFFD\uFFFD] href=[https://example.org/]>");

    // And in a frame that comes from outside.
    const RawFrame bad = raw("a\ntitle\n", "\xFFok").open(0).attribute(1, 3).close();
    EXPECT_EQ(shown(read_exact(bad.bytes())), "<a title=[\uFFFDok]>");
}

TEST(TreeFrame, ForeignNamesAreMapped) {
    const RawFrame frame = raw("center\nscript\nonclick\nid\nmy-card\niframe\n", "boomxevil!in")
                               .open(0)
                               .attribute(2, 4)
                               .attribute(3, 1)
                               .open(1)
                               .attribute(3, 0)
                               .text(4)
                               .open(5)
                               .close()
                               .close()
                               .text(1)
                               .close()
                               .open(4)
                               .text(2)
                               .close();
    EXPECT_EQ(shown(read_exact(frame.bytes())),
              "<unknown was=[center]<dropped was=[script]>'!'><dropped was=[my-card]>");
}

TEST(TreeFrame, UnknownAttributesAreLeftOut) {
    const RawFrame frame = raw("p\nonclick\nid\n", "boomx").open(0).attribute(1, 4).attribute(2, 1).close();
    EXPECT_EQ(shown(read_exact(frame.bytes())), "<p id=[x]>");
}

TEST(TreeFrame, TextsMayEndInsideASurrogatePair) {
    const RawFrame frame = raw("p\n", "\U0001F600\U0001F601a").open(0).text(1).text(2).text(2).close();
    EXPECT_EQ(shown(read_exact(frame.bytes())), "<p'\U0001F600\U0001F601a'>");
    const RawFrame apart = raw("p\n", "\U0001F600b").text(1).open(0).text(2).close();
    EXPECT_EQ(shown(read_exact(apart.bytes())), "'\U0001F600'<p'b'>");
    const RawFrame half = raw("p\n", "\U0001F600").text(1);
    EXPECT_EQ(shown(read_exact(half.bytes())), "refused");
}

TEST(TreeFrame, BadFramesAreRefused) {
    const auto expect_refused = [](const std::string& bytes) {
        const Result<HtmlTree> result = read_exact(bytes);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, Code::bad_request);
    };
    const RawFrame good = raw("p\nid\n", "x").open(0).attribute(1, 1).close();
    ASSERT_TRUE(read_exact(good.bytes()));
    for (std::size_t size = 0; size < good.bytes().size(); ++size) {
        SCOPED_TRACE(size);
        expect_refused(good.bytes().substr(0, size));
    }
    expect_refused(good.bytes() + "x");
    expect_refused(raw("p\n", "").open(0).bytes());          // not closed
    expect_refused(raw("p\n", "").close().bytes());          // not opened
    expect_refused(raw("p\n", "").open(1).close().bytes());  // no such name
    expect_refused(raw("p\n", "").open(2).close().bytes());  // padding for a name
    expect_refused(raw("p\n", "").open(0x3FFFFFFF).close().bytes());
    expect_refused(raw("p\nid\n", "x").attribute(1, 1).bytes());  // attribute of nothing
    expect_refused(raw("p\nid\n", "ax").open(0).text(1).attribute(1, 1).close().bytes());
    expect_refused(raw("p\nid\n", "x").open(0).close().attribute(1, 1).bytes());
    expect_refused(raw("p\nid\n", "x").open(0).attribute(2, 1).close().bytes());  // no such name
    expect_refused(raw("p\nid\n", "x").open(0).attribute(1, 2).close().bytes());  // more than the pool has
    expect_refused(raw("p\nid\n", "x").open(0).attribute(1, 0xFFFFFFFF).close().bytes());
    expect_refused(raw("p\nid\n", "x").open(0).attribute(1, 0).close().bytes());  // less than the pool has
    expect_refused(raw("p\n", "x").text(0x3FFFFFFF).bytes());
    expect_refused(raw("p\nid\n", "").open(0).word(1U << 2U | 2U).bytes());  // attribute without its length
    RawFrame unended;
    unended.names = "p\nid";
    expect_refused(unended.bytes());
    RawFrame odd;
    odd.names = "p\n";
    expect_refused(odd.bytes());
    expect_refused("\xFC\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s + std::string(8, '\n'));
    expect_refused("\0\0\0\0\0\0\0\x40\0\0\0\0"s);  // operations whose size in bytes is 0 in 32 bits
}

TEST(TreeFrame, DeeperElementsAreUnwrapped) {
    RawFrame frame = raw("b\nid\nstyle\n", "xdeepcss");
    for (int i = 0; i < 4; ++i) frame.open(0);
    frame.attribute(1, 1).text(4).open(2).text(3).close();
    for (int i = 0; i < 4; ++i) frame.close();
    EXPECT_EQ(shown(read_exact(frame.bytes(), {2, 100})), "<b<b'deep'>>");
    EXPECT_EQ(shown(read_exact(frame.bytes(), {4, 100})), "<b<b<b<b id=[x]'deep'>>>>");
    EXPECT_EQ(shown(read_exact(frame.bytes(), {5, 100})), "<b<b<b<b id=[x]'deep'<dropped was=[style]>>>>>");
    EXPECT_EQ(shown(read_exact(frame.bytes(), {0, 100})), "'deep'");

    RawFrame deep = raw("b\n", "");
    for (int i = 0; i < 40'000; ++i) deep.open(0);
    for (int i = 0; i < 40'000; ++i) deep.close();
    const Result<HtmlTree> tree = read_exact(deep.bytes());
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->events().size(), 200U);
}

TEST(TreeFrame, TooManyNodesAreRefused) {
    RawFrame frame = raw("b\n", "aaa").open(0).text(1).close().open(0).text(2).close();
    EXPECT_TRUE(read_exact(frame.bytes(), {100, 4}));
    EXPECT_EQ(read_exact(frame.bytes(), {100, 3}).error().code, Code::tree_too_large);
    EXPECT_EQ(read_exact(frame.bytes(), {100, 2}).error().code, Code::tree_too_large);

    std::string names;
    for (int i = 0; i < 1'000'000; ++i) names += "x\n";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(read_exact(raw(names, "").bytes()).error().code, Code::tree_too_large);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 2.0);
}

TEST(TreeFrame, MutationsNeverCrash) {
    std::mt19937 random(7);
    std::size_t accepted = 0;
    for (std::uint32_t round = 0; round < 20'000; ++round) {
        std::string bytes = write_tree_frame(RandomTree(round % 50).make(5 + round % 40));
        if (random() % 4 == 0) bytes.resize(random() % (bytes.size() + 1));
        for (std::size_t edits = random() % 4; edits > 0 && !bytes.empty(); --edits) {
            // Mostly near the start, where the head, the names and the operations are.
            char& byte = bytes[random() %
                               (random() % 2 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 16))];
            byte = random() % 2 == 0 ? static_cast<char>(random())
                                     : static_cast<char>(byte ^ (1 << random() % 8));
        }
        const Result<HtmlTree> tree = read_exact(bytes);
        if (!tree) continue;
        ++accepted;
        const std::string frame = write_tree_frame(*tree);
        EXPECT_TRUE(read_exact(frame));
        EXPECT_FALSE(show(*tree).empty() && frame.size() > 12);
    }
    EXPECT_GT(accepted, 1'000U);
    EXPECT_LT(accepted, 19'000U);
}

}  // namespace
}  // namespace longread
