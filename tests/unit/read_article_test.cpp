#include "read/read_article.h"

#include <gtest/gtest.h>

#include "platform/cli_parsers.h"
#include "read/read_surroundings.h"
#include "test_arena.h"

namespace longread {
namespace {

struct Outcome {
    Result<Article> article;
    Result<Surroundings> around;
    Notes notes;
};

Outcome read(std::string_view source, std::string_view base = {}) {
    Notes notes;
    const Result<Article> article = read_article(source, base, native_parsers(), test_arena(), notes);
    const Result<Surroundings> around = read_surroundings(source, base, test_arena(), notes);
    return {article, around, notes};
}

bool has_note(const Notes& notes, Code code, std::string_view path) {
    for (const Note& note : notes) {
        if (note.code == code && note.path == path) return true;
    }
    return false;
}

TEST(ReadArticle, TheFieldOfANewsletterShadowsNoPropertyOfItsForm) {
    const auto field_of = [](const std::string& name) {
        const Outcome out = read(
            R"({"longread":1,"title":"t","body":{"blocks":["a"]},"newsletter":{"action":"/s","field":")" +
            name + "\"}}");
        return std::string(out.around->newsletter.field);
    };
    for (const char* name : {"email", "EMAIL", "e-mail", "fields[address]", "member.email_1", "cm-abc-def"})
        EXPECT_EQ(field_of(name), name);
    for (const char* name :
         {"action", "dataset", "submit", "__proto__", "elements", "my mail", "mail<", "mäil", ""})
        EXPECT_EQ(field_of(name), "email") << name;
    EXPECT_EQ(field_of("mail" + std::string(61, 'a')), "email");
}

TEST(ReadArticle, SizesOfAPictureLookLikeSizes) {
    const auto sizes_of = [](const std::string& sizes) {
        const Outcome out = read(
            R"({"longread":1,"title":"t","body":{"blocks":["a"]},"hero":{"src":"/a","srcset":"/a 2x","alt":"","sizes":")" +
            sizes + "\"}}");
        return std::string(out.article->hero.sizes);
    };
    for (const char* sizes : {"100vw", "(min-width: 40em) 50vw, 100vw", "calc(100vw - (2 * 1rem) / 3)"})
        EXPECT_EQ(sizes_of(sizes), sizes);
    for (const std::string& sizes :
         {std::string("javascript:alert(1)"), std::string("</style>"), std::string("(</style>)"),
          std::string("(-->)"), std::string("]]>"), std::string("<script>"), std::string(201, '1'),
          std::string(198, '1') + "日"})
        EXPECT_EQ(sizes_of(sizes), "") << sizes;
}

TEST(ReadArticle, ReadsEveryField) {
    const Outcome out =
        read(R"({"longread":1,"id":42,"url":"https://news.example/a","lang":"en-GB","title":"A  title",
        "dek":"A dek","kicker":[{"label":"Analysis","url":"/analysis"},"Europe"],"tags":[{"label":"Energy","url":"/t/energy"}],
        "byline":[{"name":"Ana Ruiz","url":"/ana","role":"Reporter","bio":"Writes."},"Tom Lee"],
        "published":"2026-07-30T09:00:00+02:00","updated":"2026-08-02",
        "hero":{"src":"h.jpg","width":1600,"height":900,"alt":"Boats","caption":"Boats at dawn","credit":"Ana Ruiz","focus":[30,70]},
        "body":{"blocks":["One."]},"follow":[{"network":"rss","label":"RSS","url":"/feed"}],
        "related":[{"title":"Next","url":"/next","teaser":["a","b"]}],"rails":[{"title":"Latest","feed":"latest"},{"title":"Tides","feed":"tag:tides"}],
        "newsletter":{"title":"Weekly","action":"/subscribe"},"sensitive":true,"corrections":[{"date":"2026-08-01","text":"Fixed."}]})",
             "https://news.example/articles/42.json");
    ASSERT_TRUE(out.article.has_value());
    const Article& article = *out.article;
    EXPECT_EQ(out.around->story.id, "42");
    EXPECT_EQ(article.title, "A title");
    ASSERT_EQ(article.kicker.size(), 2U);
    EXPECT_EQ(article.kicker[0].url, "https://news.example/analysis");
    EXPECT_EQ(article.kicker[1].label, "Europe");
    ASSERT_EQ(article.byline.size(), 2U);
    EXPECT_EQ(article.byline[1].name, "Tom Lee");
    EXPECT_EQ(article.hero.src, "https://news.example/articles/h.jpg");
    EXPECT_EQ(article.hero.focus_x, 30);
    EXPECT_EQ(article.hero.credit, "Ana Ruiz");
    EXPECT_EQ(article.updated->seconds - article.published->seconds, 2 * 86400 + 17 * 3600);
    EXPECT_EQ(out.around->related[0].teaser.size(), 2U);
    ASSERT_EQ(out.around->rails.size(), 2U);
    EXPECT_TRUE(out.around->rails[1].from_feed);
    EXPECT_EQ(out.around->rails[1].tag, "tides");
    EXPECT_TRUE(out.around->newsletter.exists());
    EXPECT_TRUE(out.around->sensitive);
    EXPECT_EQ(article.corrections[0].text, "Fixed.");
    EXPECT_TRUE(out.notes.empty()) << out.notes[0].path << " " << out.notes[0].detail;
}

TEST(ReadArticle, SaysWhichDocumentIsNone) {
    EXPECT_EQ(read("").article.error().code, Code::empty_input);
    EXPECT_EQ(read("<!doctype html>").article.error().code, Code::html_not_json);
    EXPECT_EQ(read("[]").article.error().code, Code::foreign_document);
    EXPECT_EQ(read(R"({"title":"x"})").article.error().code, Code::foreign_document);
    EXPECT_EQ(read(R"({"longread":2})").article.error().code, Code::unsupported_version);
    EXPECT_EQ(read(R"({"longread":"1"})").article.error().code, Code::unsupported_version);
    EXPECT_EQ(read(R"({"longread":1,"title":"x"})").article.error().code, Code::empty_body);
    EXPECT_EQ(read(R"({"longread":1,"body":{"blocks":[]}})").article.error().code, Code::empty_body);
    EXPECT_EQ(read(R"({"longread":1,"body":{"markdown":" \n"}})").article.error().code, Code::empty_body);
}

TEST(ReadArticle, ErrorsNameThePlace) {
    const Outcome cut = read("{\"longread\": 1,\n  \"title\": \"x\",\n  \"body\": {\"blocks\": [\"a\"");
    ASSERT_FALSE(cut.article.has_value());
    EXPECT_EQ(cut.article.error().code, Code::json_syntax);
    EXPECT_EQ(cut.article.error().line, 3U);

    const Outcome version = read("{\n  \"longread\": 7}");
    EXPECT_EQ(version.article.error().path, "/longread");
    EXPECT_EQ(version.article.error().line, 2U);
    EXPECT_EQ(version.article.error().column, 15U);
}

TEST(ReadArticle, NotesWhatItDrops) {
    const Outcome out = read(R"j({"longread":1,"titel":"x","title":5,"_mine":1,"published":"yesterday",
        "hero":{"src":"javascript:alert(1)"},"related":[{"title":"No URL"}],"body":{"blocks":["x"]}})j");
    ASSERT_TRUE(out.article.has_value());
    EXPECT_TRUE(has_note(out.notes, Code::unknown_field, "/titel"));
    EXPECT_TRUE(has_note(out.notes, Code::wrong_type, "/title"));
    EXPECT_TRUE(has_note(out.notes, Code::bad_date, "/published"));
    EXPECT_TRUE(has_note(out.notes, Code::bad_url, "/hero/src"));
    EXPECT_TRUE(has_note(out.notes, Code::missing_field, "/related/0"));
    EXPECT_FALSE(has_note(out.notes, Code::unknown_field, "/_mine"));
    EXPECT_FALSE(out.article->hero.exists());
}

TEST(ReadArticle, BlocksAreBoundedAsParsersAre) {
    const auto body_of = [](int times, const std::string& block) {
        std::string json = R"({"longread":1,"title":"T","body":[)";
        for (int i = 0; i < times; ++i) json += (i == 0 ? "" : ",") + block;
        return json + "]}";
    };
    EXPECT_EQ(read(body_of(24'990, R"("a")")).article->body.size(), 24'990U);
    for (const std::string& block :
         {std::string(R"("a")"), std::string(R"({"type":"table","rows":[[null,null]]})")}) {
        const Outcome out = read(body_of(30'000, block));
        ASSERT_FALSE(out.article) << block;
        EXPECT_EQ(out.article.error().code, Code::tree_too_large);
        EXPECT_EQ(out.article.error().path, "/body");
    }
    EXPECT_TRUE(read(body_of(1, '"' + std::string(1'000'000, 'a') + '"')).article);
    EXPECT_FALSE(read(body_of(1, '"' + std::string(1'100'000, 'a') + '"')).article);
}

TEST(ReadArticle, WhatMayMeanSensitiveIsTakenForIt) {
    const auto is_sensitive = [](const std::string& value) {
        return read(R"({"longread":1,"title":"T","body":["a"],"sensitive":)" + value + "}").around->sensitive;
    };
    for (const char* value : {"true", "\"yes\"", "\"true\"", "1"}) EXPECT_TRUE(is_sensitive(value)) << value;
    for (const char* value : {"false", "null"}) EXPECT_FALSE(is_sensitive(value)) << value;
}

TEST(ReadArticle, DetailsAreCutBetweenCharacters) {
    const std::string begin = "javascript:" + std::string(68, 'a');
    const Outcome out = read(R"({"longread":1,"title":"T","body":{"blocks":["a"]},"hero":{"src":")" + begin +
                             "é and more\"}}");
    ASSERT_FALSE(out.notes.empty());
    EXPECT_EQ(out.notes[0].code, Code::bad_url);
    EXPECT_EQ(out.notes[0].detail, begin);
}

TEST(ReadArticle, ASlugIsNotReadAloud) {
    const Outcome out = read(
        R"({"longread":1,"title":"x","hero":{"src":"a.jpg","alt":"Putin-biden"},"body":{"blocks":["x"]}})");
    ASSERT_TRUE(out.article.has_value());
    EXPECT_EQ(out.article->hero.alt, "");
    EXPECT_TRUE(has_note(out.notes, Code::slug_alt, "/hero/alt"));
}

TEST(ReadArticle, DirectionFollowsTheLanguage) {
    EXPECT_TRUE(read(R"({"longread":1,"lang":"ar","body":{"blocks":["x"]}})").article->right_to_left);
    EXPECT_FALSE(
        read(R"({"longread":1,"lang":"ar","dir":"ltr","body":{"blocks":["x"]}})").article->right_to_left);
    EXPECT_EQ(read(R"({"longread":1,"lang":"<b>","body":{"blocks":["x"]}})").article->lang, "en");
}

TEST(ReadArticle, MarkdownAndHtmlMeetTheSamePolicy) {
    const Outcome markdown =
        read(R"j({"longread":1,"body":{"markdown":"# A\n\nHello *you* [x](javascript:alert(1))"}})j");
    const Outcome html = read(
        R"j({"longread":1,"body":{"html":"<h1>A</h1><p>Hello <em>you</em> <a href=\"javascript:alert(1)\">x</a></p><script>1</script>"}})j");
    ASSERT_TRUE(markdown.article.has_value());
    ASSERT_TRUE(html.article.has_value());
    for (const Outcome* out : {&markdown, &html}) {
        ASSERT_EQ(out->article->body.size(), 2U);
        EXPECT_EQ(out->article->body[0].kind, BlockKind::heading);
        EXPECT_EQ(out->article->body[0].level, 2);
        EXPECT_EQ(out->article->body[1].text[1].kind, InlineKind::emphasis);
    }
    EXPECT_TRUE(has_note(markdown.notes, Code::bad_url, "/body/markdown"));
    EXPECT_TRUE(has_note(html.notes, Code::html_dropped, "/body/html"));
}

TEST(ReadArticle, AParserThatIsNotThereIsSaid) {
    Notes notes;
    const auto article =
        read_article(R"({"longread":1,"body":{"markdown":"x"}})", {}, Parsers{}, test_arena(), notes);
    ASSERT_FALSE(article.has_value());
    EXPECT_EQ(article.error().code, Code::parser_unavailable);
    EXPECT_EQ(article.error().path, "/body/markdown");
}

}  // namespace
}  // namespace longread
