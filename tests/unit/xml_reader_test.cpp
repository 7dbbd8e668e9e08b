#include "read/formats/xml_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "test_arena.h"

namespace longread {
namespace {

// Events in a line: "(a x)a" for <a>x</a>; a failure ends it with '!' and its place.
std::string events_of(std::string_view source) {
    Arena& arena = fresh_arena();
    XmlReader xml(source, arena);
    std::string out;
    for (;;) {
        switch (xml.next()) {
            case XmlEvent::start: out += "(" + string_of(xml.name()) + " "; break;
            case XmlEvent::end: out += ")" + string_of(xml.name()); break;
            case XmlEvent::text: out += "t"; break;
            case XmlEvent::finish: return out;
            case XmlEvent::failure:
                return out + "!" + std::to_string(xml.error()->line) + ":" +
                       std::to_string(xml.error()->column) + " " +
                       (xml.error()->detail.empty() ? string_of(code_name(xml.error()->code))
                                                    : string_of(xml.error()->detail));
        }
    }
}

std::string text_of(std::string_view source) {
    Arena& arena = fresh_arena();
    XmlReader xml(source, arena);
    xml.next();
    const std::string text = string_of(xml.read_text());
    return xml.error() ? "!" : text;
}

TEST(XmlReader, GivesElementsAndTexts) {
    EXPECT_EQ(events_of("\xEF\xBB\xBF<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '>'>]><!-- x --><a><b "
                        "c=\"1>2\"/>x<!-- y "
                        "--><![CDATA[<z>]]></a>\n<!-- end -->"),
              "(a (b )btt)a");
}

TEST(XmlReader, ReadsTextsAsTheyAreMeant) {
    EXPECT_EQ(text_of("<a> x &lt;b&gt; &amp;amp; &#65;&#x1F600; <b>y</b><![CDATA[&lt; <i>]]> </a>"),
              "x <b> &amp; A😀 y&lt; <i>");
    EXPECT_EQ(text_of("<a>&nbsp; A & B &;&#;&#xZ; &#0; &#x110000; &#99999999999;</a>"),
              "&nbsp; A & B &;&#;&#xZ; � � &#99999999999;");
    EXPECT_EQ(text_of("<a>caf\xE9 \xC3\xA9</a>"), "café é");
}

TEST(XmlReader, ReadsAttributes) {
    Arena& arena = fresh_arena();
    XmlReader xml("<a b='1' c = \"x=&quot;2&quot;\" d=\"\"/>", arena);
    xml.next();
    EXPECT_EQ(xml.attribute("b"), "1");
    EXPECT_EQ(xml.attribute("c"), "x=\"2\"");
    EXPECT_EQ(xml.attribute("d"), "");
    EXPECT_EQ(xml.attribute("e"), "");
}

TEST(XmlReader, ReadsMarkup) {
    Arena& arena = fresh_arena();
    XmlReader xml("<a><b><p>Hi &amp; <i>you</i></p></b><c/></a>", arena);
    xml.next();
    xml.next();
    EXPECT_EQ(xml.read_markup(), "<p>Hi &amp; <i>you</i></p>");
    xml.next();
    EXPECT_EQ(xml.name(), "c");
    EXPECT_EQ(xml.read_markup(), "");
}

TEST(XmlReader, SaysWhereItIsNoXml) {
    EXPECT_EQ(events_of("<a>\n <b></a>"), "(a t(b !2:5 XML: expected </b>");
    EXPECT_EQ(events_of("<a><b>x"), "(a (b t!1:8 XML: the end comes within <b>");
    EXPECT_EQ(events_of("<a b=1/>"), "!1:6 XML: expected a value in quotes");
    EXPECT_EQ(events_of("<a b/>"), "!1:5 XML: expected an attribute, '>' or '/>'");
    EXPECT_EQ(events_of("<a>1 < 2</a>"), "(a t!1:7 XML: expected the name of an element");
    EXPECT_EQ(events_of("<a/><b/>"), "(a )a!1:5 XML: a second document");
    EXPECT_EQ(events_of("</a>"), "!1:1 XML: an end without a beginning");
    EXPECT_EQ(events_of("x"), "!1:1 XML: text outside of the document");
    EXPECT_EQ(events_of("<!-- x"), "!1:1 XML: not closed");
    EXPECT_EQ(events_of(""), "!1:1 XML: no element");
}

TEST(XmlReader, HasBounds) {
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "<a>";
    EXPECT_NE(events_of(deep).find("tree-too-deep"), std::string::npos);
    std::string many = "<a>";
    for (int i = 0; i < 200'001; ++i) many += "<b/>";
    EXPECT_NE(events_of(many).find("tree-too-large"), std::string::npos);
    EXPECT_EQ(events_of(std::string((4U << 20U) + 1, ' ')), "!1:1 input-too-large");
}

TEST(XmlReader, AnyBeginningOfADocumentIsReadWithoutHarm) {
    constexpr std::string_view source =
        "<?xml version='1.0'?><!DOCTYPE a><a b='&#65;'><!-- c --><![CDATA[d]]>&amp;&#x41;<e/></a>";
    for (std::size_t size = 0; size < source.size(); ++size) {
        const std::string cut(source.substr(0, size));
        EXPECT_NE(events_of(cut).find('!'), std::string::npos) << cut;
    }
    EXPECT_EQ(events_of(source).find('!'), std::string::npos);
}

}  // namespace
}  // namespace longread
