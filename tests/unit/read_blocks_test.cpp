#include "read/read_blocks.h"

#include <gtest/gtest.h>

#include "test_arena.h"

namespace longread {
namespace {

struct Outcome {
    Blocks blocks;
    Notes notes;
};

Outcome read(std::string_view source) {
    Outcome out;
    DocumentReader reader(source, "https://news.example/", test_arena(), out.notes);
    const auto document = parse_json(source, test_arena());
    EXPECT_TRUE(document.has_value());
    out.blocks = read_json_blocks(document->root(), reader);
    return out;
}

Block only(std::string_view source) {
    Outcome out = read(source);
    EXPECT_EQ(out.blocks.size(), 1U);
    EXPECT_TRUE(out.notes.empty());
    return out.blocks.empty() ? Block() : out.blocks[0];
}

std::string plain(const Inlines& inlines) {
    std::string text;
    for (const Inline& run : inlines) text += string_of(run.text) + plain(run.children);
    return text;
}

TEST(ReadBlocks, AStringIsAParagraph) {
    const Block block = only(R"(["Hello  there. "])");
    EXPECT_EQ(block.kind, BlockKind::paragraph);
    EXPECT_EQ(plain(block.text), "Hello there.");
}

TEST(ReadBlocks, WhiteSpaceAtTheEndGoes) {
    for (const std::string_view source :
         {R"(["One. \u00a0"])", R"(["One.\u00a0"])",
          R"([{"type":"paragraph","text":["One.",{"type":"strong","text":" "}]}])",
          R"([{"type":"paragraph","text":["One.","  "]}])"}) {
        EXPECT_EQ(plain(only(source).text), "One.") << source;
    }
}

TEST(ReadBlocks, EveryInlineKind) {
    const Block block = only(
        R"([{"type":"paragraph","text":["a ",{"type":"strong","text":"b"},{"type":"em","children":["c",{"type":"mark","text":"d"}]},
        {"type":"link","url":"/x","title":"t","text":"e"},{"type":"code","text":"f  f"},{"type":"sub","text":"g"},{"type":"sup","text":"h"},
        {"type":"del","text":"i"},{"type":"ins","text":"j"},{"type":"break"},{"type":"abbr","title":"long","text":"k"},{"type":"quote","text":"l"},
        {"type":"footnote","id":"1"},{"type":"time","datetime":"2026-01-01","text":"m"},{"type":"kbd","text":"n"},{"type":"small","text":"o"},
        {"type":"image","src":"p.png","alt":"p"},{"type":"ruby","title":"かん","text":"漢"}]}])");
    const InlineKind kinds[] = {InlineKind::text,         InlineKind::strong,  InlineKind::emphasis,
                                InlineKind::link,         InlineKind::code,    InlineKind::sub,
                                InlineKind::sup,          InlineKind::deleted, InlineKind::inserted,
                                InlineKind::line_break,   InlineKind::abbr,    InlineKind::quote,
                                InlineKind::footnote_ref, InlineKind::time,    InlineKind::keyboard,
                                InlineKind::small,        InlineKind::image,   InlineKind::ruby};
    ASSERT_EQ(block.text.size(), std::size(kinds));
    for (std::size_t i = 0; i < std::size(kinds); ++i) EXPECT_EQ(block.text[i].kind, kinds[i]) << i;
    EXPECT_EQ(block.text[3].value, "https://news.example/x");
    EXPECT_EQ(block.text[4].text, "f  f");
    EXPECT_EQ(block.text[2].children[1].kind, InlineKind::mark);
}

TEST(ReadBlocks, EveryBlockKind) {
    const Outcome out = read(
        R"([{"type":"heading","level":3,"text":"h"},{"type":"list","ordered":true,"start":3,"items":["a",{"text":["b"],"items":["c"]}]},
        {"type":"quote","text":"q","attribution":"who"},{"type":"pull-quote","text":"p"},{"type":"image","src":"i.png","alt":"","caption":"c","credit":"k"},
        {"type":"gallery","images":[{"src":"1.png","alt":""},{"src":"2.png","alt":""}],"caption":"g"},{"type":"code","text":"x\n y","language":"c"},
        {"type":"table","caption":"t","header":["A","B"],"rows":[["1",2],[{"text":"3","columns":2}]]},{"type":"divider"},
        {"type":"embed","url":"https://video.example/1","provider":"Video","title":"v"},{"type":"audio","src":"a.mp3"},{"type":"video","src":"v.mp4","poster":{"src":"v.png","alt":""}},
        {"type":"footnotes","items":[{"id":"1","text":"n"}]},{"type":"aside","title":"t","text":"x"},{"type":"button","label":"Go","url":"/go"},
        {"type":"timeline","title":"t","entries":[{"date":"1999","title":"e","text":"x"}]},{"type":"fact-box","title":"f","blocks":["x"]},{"type":"details","title":"d","text":"x"}])");
    const BlockKind kinds[] = {BlockKind::heading,    BlockKind::list,     BlockKind::quote,
                               BlockKind::pull_quote, BlockKind::image,    BlockKind::gallery,
                               BlockKind::code,       BlockKind::table,    BlockKind::divider,
                               BlockKind::embed,      BlockKind::audio,    BlockKind::video,
                               BlockKind::footnotes,  BlockKind::aside,    BlockKind::button,
                               BlockKind::timeline,   BlockKind::fact_box, BlockKind::details};
    for (const Note& note : out.notes) ADD_FAILURE() << note.path << " " << note.detail;
    ASSERT_EQ(out.blocks.size(), std::size(kinds));
    for (std::size_t i = 0; i < std::size(kinds); ++i) EXPECT_EQ(out.blocks[i].kind, kinds[i]) << i;
    EXPECT_EQ(out.blocks[1].start, 3);
    ASSERT_EQ(out.blocks[1].children[1].children.size(), 2U);
    EXPECT_EQ(out.blocks[1].children[1].children[1].kind, BlockKind::list);
    EXPECT_EQ(out.blocks[6].plain, "x\n y");
    EXPECT_EQ(out.blocks[7].children.size(), 3U);
    EXPECT_TRUE(out.blocks[7].children[0].header);
    EXPECT_EQ(plain(out.blocks[7].children[1].children[1].text), "2");
    EXPECT_EQ(out.blocks[7].children[2].children[0].columns, 2);
    EXPECT_EQ(out.blocks[12].children[0].id, "1");
}

TEST(ReadBlocks, WordsOfUnknownTypesStay) {
    const Outcome out = read(
        R"([{"type":"hologram","text":"Seen in 3D"},{"type":"paragraph","text":[{"type":"blink","text":"on"}]}])");
    ASSERT_EQ(out.blocks.size(), 2U);
    EXPECT_EQ(plain(out.blocks[0].text), "Seen in 3D");
    EXPECT_EQ(plain(out.blocks[1].text), "on");
    ASSERT_EQ(out.notes.size(), 2U);
    EXPECT_EQ(out.notes[0].code, Code::unknown_block);
    EXPECT_EQ(out.notes[0].path, "/0");
    EXPECT_EQ(out.notes[1].code, Code::unknown_inline);
}

TEST(ReadBlocks, WhatCannotBeDrawnLeavesItsWords) {
    const Outcome out = read(
        R"([{"type":"image","src":"data:x","alt":"","caption":"A caption"},{"type":"embed","url":"javascript:1","title":"A film"}])");
    ASSERT_EQ(out.blocks.size(), 2U);
    EXPECT_EQ(out.blocks[0].kind, BlockKind::paragraph);
    EXPECT_EQ(plain(out.blocks[0].text), "A caption");
    EXPECT_EQ(plain(out.blocks[1].text), "A film");
}

TEST(ReadBlocks, IdsGetOurPrefixAndSoDoTheLinksToThem) {
    const Outcome out = read(
        R"([{"type":"heading","id":"a b\"","text":"H"},{"type":"list","items":[{"id":"body","text":"i"}]},
        {"type":"paragraph","text":[{"type":"link","url":" #a b\"","text":"up"},{"type":"footnote","id":"n 1"}]},
        {"type":"footnotes","items":[{"id":"n 1","text":"n"},{"id":" ","text":"m"}]}])");
    ASSERT_EQ(out.blocks.size(), 4U);
    EXPECT_EQ(out.blocks[0].id, "lr-ab");
    EXPECT_EQ(out.blocks[1].children[0].id, "lr-body");
    EXPECT_EQ(out.blocks[2].text[0].value, "#lr-ab");
    EXPECT_EQ(out.blocks[2].text[1].value, "n1");
    EXPECT_EQ(out.blocks[3].children[0].id, "n1");
    EXPECT_EQ(out.blocks[3].children[1].id, "");
}

TEST(ReadBlocks, ParagraphsOfNothingVanish) {
    EXPECT_TRUE(read("[\"\",\"  \",\"\\u00a0\",{\"type\":\"paragraph\",\"text\":[\" "
                     "\",\"\\u00a0\"]},{\"type\":\"list\",\"items\":[]}]")
                    .blocks.empty());
}

// A link without words, and to nowhere, is a fault to those who hear it.
TEST(ReadBlocks, AMarkOfNoNoteIsNoLink) {
    const Block block = only(R"([{"type":"paragraph","text":["a",{"type":"footnote","label":"*"}]}])");
    ASSERT_EQ(block.text.size(), 2U);
    EXPECT_EQ(block.text[1].kind, InlineKind::sup);
    EXPECT_EQ(block.text[1].text, "*");
}

}  // namespace
}  // namespace longread
