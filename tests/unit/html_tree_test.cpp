#include "model/html_tree.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "test_arena.h"

namespace longread {
namespace {

using namespace std::string_view_literals;

TEST(HtmlTree, NamesAndTagsAreEachOthersInverse) {
    std::set<std::string_view> seen;
    for (auto i = static_cast<std::uint8_t>(Tag::a); i < static_cast<std::uint8_t>(Tag::count_); ++i) {
        const auto tag = static_cast<Tag>(i);
        EXPECT_FALSE(tag_name(tag).empty());
        EXPECT_EQ(find_tag(tag_name(tag)), tag) << tag_name(tag);
        EXPECT_TRUE(seen.insert(tag_name(tag)).second);
    }
    seen.clear();
    for (auto i = static_cast<std::uint8_t>(Attr::action); i < static_cast<std::uint8_t>(Attr::count_); ++i) {
        const auto attr = static_cast<Attr>(i);
        EXPECT_FALSE(attr_name(attr).empty());
        EXPECT_EQ(find_attr(attr_name(attr)), attr) << attr_name(attr);
        EXPECT_TRUE(seen.insert(attr_name(attr)).second);
    }
}

// A list in another order than its enum would pass the test above.
TEST(HtmlTree, NamesStandInTheOrderOfTheEnum) {
    EXPECT_EQ(tag_name(Tag::a), "a");
    EXPECT_EQ(tag_name(Tag::blockquote), "blockquote");
    EXPECT_EQ(tag_name(Tag::del), "del");
    EXPECT_EQ(tag_name(Tag::figcaption), "figcaption");
    EXPECT_EQ(tag_name(Tag::h1), "h1");
    EXPECT_EQ(tag_name(Tag::iframe), "iframe");
    EXPECT_EQ(tag_name(Tag::nav), "nav");
    EXPECT_EQ(tag_name(Tag::pre), "pre");
    EXPECT_EQ(tag_name(Tag::source), "source");
    EXPECT_EQ(tag_name(Tag::summary), "summary");
    EXPECT_EQ(tag_name(Tag::thead), "thead");
    EXPECT_EQ(tag_name(Tag::wbr), "wbr");
    EXPECT_EQ(attr_name(Attr::action), "action");
    EXPECT_EQ(attr_name(Attr::aria_labelledby), "aria-labelledby");
    EXPECT_EQ(attr_name(Attr::class_), "class");
    EXPECT_EQ(attr_name(Attr::data_slot), "data-slot");
    EXPECT_EQ(attr_name(Attr::for_), "for");
    EXPECT_EQ(attr_name(Attr::href), "href");
    EXPECT_EQ(attr_name(Attr::part), "part");
    EXPECT_EQ(attr_name(Attr::srcset), "srcset");
    EXPECT_EQ(attr_name(Attr::title), "title");
    EXPECT_EQ(attr_name(Attr::width), "width");
}

TEST(HtmlTree, FindsWhatIsDropped) {
    for (const std::string_view name : {"script",    "style",     "template",
                                        "noscript",  "noembed",   "noframes",
                                        "frame",     "frameset",  "object",
                                        "embed",     "applet",    "param",
                                        "svg",       "math",      "canvas",
                                        "select",    "option",    "optgroup",
                                        "textarea",  "datalist",  "progress",
                                        "meter",     "dialog",    "menu",
                                        "slot",      "portal",    "fencedframe",
                                        "link",      "meta",      "base",
                                        "title",     "head",      "xmp",
                                        "listing",   "plaintext", "marquee",
                                        "bgsound",   "keygen",    "selectedcontent",
                                        "my-widget", "long-read", "annotation-xml",
                                        "-"}) {
        EXPECT_EQ(find_tag(name), Tag::dropped) << name;
    }
    for (const std::string_view name :
         {"", " ", "a b", "center", "font", "body", "html", "H1", "h7", "acronym", "strik", "scripts", "p ",
          "track", "wbrx", "unknown", "dropped"}) {
        EXPECT_EQ(find_tag(name), Tag::unknown) << name;
    }
    EXPECT_EQ(find_tag("iframe"), Tag::iframe);
    for (const std::string_view name :
         {"", " ", "style", "onclick", "hre", "hrefs", "name_was", "CLASS", "data-x"}) {
        EXPECT_EQ(find_attr(name), Attr::count_) << name;
    }
}

TEST(HtmlTree, VoidElements) {
    std::set<std::string_view> found;
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(Tag::count_); ++i) {
        if (is_void(static_cast<Tag>(i))) found.insert(tag_name(static_cast<Tag>(i)));
    }
    EXPECT_EQ(found, (std::set<std::string_view>{"br", "col", "hr", "img", "input", "source", "wbr"}));
}

TEST(HtmlTree, KeepsTextAsAParserWouldReadIt) {
    HtmlTree tree(test_arena());
    tree.open(Tag::p);
    tree.attribute(Attr::title, "a\r\nb\rc\0d"sv);
    tree.attribute(Attr::hidden, "");
    tree.text("");
    tree.text("one\r");
    tree.text("\n\0"sv);
    tree.text("two");
    tree.close();
    ASSERT_EQ(tree.events().size(), 7U);
    EXPECT_EQ(tree.events()[1].text, "a\nb\ncd");
    EXPECT_EQ(tree.events()[2].text, "");
    EXPECT_EQ(tree.events()[3].kind, HtmlEventKind::text);
    EXPECT_EQ(tree.events()[3].text, "one\n");
    EXPECT_EQ(tree.events()[4].text, "\n");
    EXPECT_EQ(tree.events()[5].text, "two");
    EXPECT_EQ(tree.events()[6].kind, HtmlEventKind::close);
}

HtmlTree sample() {
    HtmlTree tree(test_arena());
    tree.open(Tag::p);
    tree.attribute(Attr::id, "x");
    tree.text("Hi ");
    tree.open(Tag::b);
    tree.text("you");
    tree.close();
    tree.close();
    tree.text("after");
    return tree;
}

TEST(HtmlCursor, WalksFrontToBack) {
    const HtmlTree tree = sample();
    HtmlCursor cursor(tree);
    std::string trace;
    for (; !cursor.at_end(); cursor.advance()) {
        switch (cursor.kind()) {
            case HtmlEventKind::open: trace += "<" + std::string(tag_name(cursor.tag())); break;
            case HtmlEventKind::close: trace += ">"; break;
            case HtmlEventKind::attribute:
                trace += "@" + std::string(attr_name(cursor.attr())) + "=" + std::string(cursor.text());
                break;
            case HtmlEventKind::text: trace += "'" + std::string(cursor.text()) + "'"; break;
        }
    }
    EXPECT_EQ(trace, "<p@id=x'Hi '<b'you'>>'after'");
    cursor.advance();
    EXPECT_TRUE(cursor.at_end());
}

TEST(HtmlCursor, SkipsAnElement) {
    const HtmlTree tree = sample();
    HtmlCursor cursor(tree);
    cursor.skip_element();
    ASSERT_FALSE(cursor.at_end());
    EXPECT_EQ(cursor.text(), "after");
    cursor.skip_element();  // not an element: one step
    EXPECT_TRUE(cursor.at_end());
    cursor.skip_element();
    EXPECT_TRUE(cursor.at_end());

    HtmlTree unclosed(test_arena());
    unclosed.open(Tag::p);
    unclosed.text("x");
    HtmlCursor inside(unclosed);
    inside.skip_element();
    EXPECT_TRUE(inside.at_end());
}

}  // namespace
}  // namespace longread
