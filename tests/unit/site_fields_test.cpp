#include "read/formats/site_fields.h"

#include <gtest/gtest.h>

#include "conversion.h"
#include "read/read_cards.h"

namespace longread {
namespace {

Feed cards_of(std::string_view source, std::string_view format = {}) {
    Notes notes;
    const auto own = convert_document(source, DocumentUse::feed, format, "https://news.example/",
                                      native_parsers(), test_arena(), notes);
    EXPECT_TRUE(own) << (own ? "" : own.error().detail);
    if (!own) return {};
    const Result<Feed> feed = read_feed(*own, "https://news.example/", test_arena(), notes);
    EXPECT_TRUE(feed);
    return feed ? *feed : Feed();
}

// What a query of Sanity, the entries of Contentful and a site's own endpoint give.
TEST(SiteList, ListsOfStoriesAreFeeds) {
    const Feed sanity = cards_of(
        R"({"ms":3,"result":[{"_id":"a","title":"A","url":"/a","publishedAt":"2026-03-01T08:00:00Z","mainImage":{"asset":{"url":"https://cdn.example/a.jpg"},"alt":"x y"},"excerpt":"One.","body":[{"_type":"block","children":[{"_type":"span","text":"t"}]}]},{"title":"B","url":"/b"}]})");
    ASSERT_EQ(sanity.items.size(), 2U);
    EXPECT_EQ(sanity.items[0].title, "A");
    EXPECT_EQ(sanity.items[0].url, "https://news.example/a");
    EXPECT_EQ(sanity.items[0].image.src, "https://cdn.example/a.jpg");
    EXPECT_EQ(sanity.items[0].teaser.size(), 1U);
    EXPECT_TRUE(sanity.items[0].published);
    const Feed contentful = cards_of(
        R"({"sys":{"type":"Array"},"items":[{"sys":{"id":"e"},"fields":{"headline":"A","permalink":"/a","tags":["Sea"],"image":{"sys":{"type":"Link","linkType":"Asset","id":"p"}}}}],"includes":{"Asset":[{"sys":{"id":"p"},"fields":{"file":{"url":"//images.example/p.jpg"}}}]}})");
    ASSERT_EQ(contentful.items.size(), 1U);
    EXPECT_EQ(contentful.items[0].tags.size(), 1U);
    const Feed tiptap = cards_of(R"([{"title":"A","url":"/a","content":{"type":"doc","content":[]}}])");
    EXPECT_EQ(tiptap.items.size(), 1U);
    const Feed editorjs = cards_of(R"({"docs":[{"title":"A","link":"/a","blocks":[]}]})", "editorjs");
    EXPECT_EQ(editorjs.items.size(), 1U);
}

TEST(SiteList, IsNoArticle) {
    Notes notes;
    const auto own = convert_document(R"([{"title":"A","url":"/a"}])", DocumentUse::article, {}, {},
                                      native_parsers(), test_arena(), notes);
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().code, Code::not_a_document);
    EXPECT_EQ(own.error().detail, "a list of stories, where one was expected");
}

}  // namespace
}  // namespace longread
