#include "read/formats/json_ld.h"

#include <gtest/gtest.h>

#include "conversion.h"

namespace longread {
namespace {

TEST(JsonLd, ReadsAnArticle) {
    const Conversion out = convert(
        R"j({"@context":"https://schema.org","@type":["NewsArticle"],"@id":"#a","headline":"It&#x27;s","description":"Why.","articleBody":"One\nTwo","inLanguage":"en-US",
        "mainEntityOfPage":{"@id":"https://n.example/a"},"articleSection":["Seas"],"keywords":"Tides, Boats","author":[{"@type":"Person","name":["Ana","Tom"]},"By Eve"],
        "datePublished":"2020-01-02","dateModified":"2020-01-03","image":[{"@type":"ImageObject","url":"/i.jpg","width":"1200px","height":630,"caption":"C","creditText":"Ana"}],
        "isAccessibleForFree":"False","correction":{"text":"Fixed.","datePublished":"2020-01-04"}})j");
    EXPECT_EQ(
        out.text,
        R"j({"longread":1,"id":"#a","url":"https://n.example/a","lang":"en-US","title":"It's","dek":"Why.","kicker":["Seas"],"tags":["Tides","Boats"],)j"
        R"j("byline":[{"name":"Ana"},{"name":"Tom"},{"name":"Eve"}],"published":"2020-01-02","updated":"2020-01-03","hero":{"src":"/i.jpg","width":1200,"height":630,"caption":"C","credit":"Ana"},)j"
        R"j("body":{"html":"<p>One</p><p>Two</p>","_from":"/articleBody"},"corrections":[{"text":"Fixed.","date":"2020-01-04"}]})j");
    EXPECT_EQ(out.notes, "missing-field /isAccessibleForFree the rest is not for all readers\n");
}

TEST(JsonLd, FollowsReferencesInAGraph) {
    EXPECT_EQ(
        article_of(
            R"j({"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"S"},{"@type":"Article","headline":"A","articleBody":"<p>x</p>","author":{"@id":"#ana"},"image":{"@id":"#i"}},
        {"@type":"Person","@id":"#ana","name":"Ana","sameAs":["/ana"]},{"@type":"ImageObject","@id":"#i","contentUrl":"/i.jpg"}]})j"),
        R"({"longread":1,"title":"A","byline":[{"name":"Ana","url":"/ana"}],"hero":{"src":"/i.jpg"},"body":{"html":"<p>x</p>","_from":"/@graph/1/articleBody"}})");
}

TEST(JsonLd, ReadsLiveBlogsQuestionsAndRecipes) {
    EXPECT_NE(
        article_of(
            R"({"@type":"LiveBlogPosting","headline":"L","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Now & then","articleBody":"One."}]})")
            .find(R"("html":"<h2>Now &amp; then</h2><p>One.</p>","_from":"/liveBlogUpdate")"),
        std::string::npos);
    EXPECT_NE(
        article_of(
            R"({"@type":"FAQPage","name":"F","mainEntity":[{"name":"Why?","acceptedAnswer":{"text":"So."}}]})")
            .find("<h2>Why?</h2><p>So.</p>"),
        std::string::npos);
    EXPECT_NE(
        article_of(
            R"({"@type":"Recipe","name":"R","recipeIngredient":["Salt"],"recipeInstructions":[{"@type":"HowToStep","text":"Stir."}]})")
            .find("<ul><li><p>Salt</p></ul><ol><li><p>Stir.</p></ol>"),
        std::string::npos);
}

TEST(JsonLd, WithoutATextTheSummaryStandsForIt) {
    const Conversion out = convert(
        R"([{"@type":"NewsArticle","headline":"A","url":"https://n.example/a","description":"Why."}])");
    EXPECT_EQ(
        out.text,
        R"({"longread":1,"url":"https://n.example/a","title":"A","body":["Why.",{"type":"paragraph","text":{"type":"link","url":"https://n.example/a","text":"n.example/a"}}]})");
    EXPECT_EQ(out.notes, "missing-field /0 the text\n");
    EXPECT_EQ(article_of(R"({"@type":"NewsArticle","headline":"A"})"),
              "error: empty-body a story without a text");
    EXPECT_EQ(article_of(R"({"@context":"https://schema.org","@type":"Event","name":"E"})"),
              "error: not-a-document JSON-LD about something else than an article");
}

TEST(JsonLd, AFeedHasAllArticles) {
    EXPECT_EQ(
        feed_of(
            R"({"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"Article","headline":"A","url":"/a"}},{"@type":"BlogPosting","name":"B","url":"/b","image":"/b.jpg"}]})"),
        R"({"longread":1,"items":[{"url":"/a","title":"A"},{"url":"/b","title":"B","image":{"src":"/b.jpg","alt":""}}]})");
    EXPECT_EQ(feed_of(R"({"@type":"Event"})"), "error: not-a-document JSON-LD without articles");
}

}  // namespace
}  // namespace longread
