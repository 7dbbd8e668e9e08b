// src/read/cmark takes the place of three files of cmark. Here upstream's own are compiled again under other
// names and both are asked the same: every code point, every named character, every short text over the
// characters that a scanner looks at, and many long ones. All are UTF-8, as cmark has checked the text before
// it scans it.
#include <gtest/gtest.h>
#include <houdini.h>
#include <scanners.h>
#include <utf8.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "platform/cli_parsers.h"
#include "read/cmark/memory.h"
#include "test_arena.h"

#define cmark_utf8proc_case_fold upstream_case_fold
#define cmark_utf8proc_encode_char upstream_encode_char
#define cmark_utf8proc_iterate upstream_iterate
#define cmark_utf8proc_check upstream_check
#define cmark_utf8proc_is_space upstream_is_space
#define cmark_utf8proc_is_punctuation upstream_is_punctuation
static void upstream_encode_char(std::int32_t uc, cmark_strbuf* buf);
static int upstream_iterate(const std::uint8_t* str, bufsize_t str_len, std::int32_t* dst);
#include <utf8.c>
#undef cmark_utf8proc_case_fold
#undef cmark_utf8proc_encode_char
#undef cmark_utf8proc_iterate
#undef cmark_utf8proc_check
#undef cmark_utf8proc_is_space
#undef cmark_utf8proc_is_punctuation

#define houdini_unescape_ent upstream_unescape_ent
#define houdini_unescape_html upstream_unescape_html
#define houdini_unescape_html_f upstream_unescape_html_f
#include <houdini_html_u.c>
#undef houdini_unescape_ent
#undef houdini_unescape_html
#undef houdini_unescape_html_f

#define _scan_at upstream_scan_at
#define _scan_entity upstream_scan_entity
#define _scan_dangerous_url upstream_scan_dangerous_url
#define _scan_scheme upstream_scan_scheme
#define _scan_autolink_uri upstream_scan_autolink_uri
#define _scan_autolink_email upstream_scan_autolink_email
#define _scan_html_tag upstream_scan_html_tag
#define _scan_html_comment upstream_scan_html_comment
#define _scan_html_pi upstream_scan_html_pi
#define _scan_html_declaration upstream_scan_html_declaration
#define _scan_html_cdata upstream_scan_html_cdata
#define _scan_html_block_start upstream_scan_html_block_start
#define _scan_html_block_start_7 upstream_scan_html_block_start_7
#define _scan_html_block_end_1 upstream_scan_html_block_end_1
#define _scan_html_block_end_2 upstream_scan_html_block_end_2
#define _scan_html_block_end_3 upstream_scan_html_block_end_3
#define _scan_html_block_end_4 upstream_scan_html_block_end_4
#define _scan_html_block_end_5 upstream_scan_html_block_end_5
#define _scan_link_title upstream_scan_link_title
#define _scan_spacechars upstream_scan_spacechars
#define _scan_atx_heading_start upstream_scan_atx_heading_start
#define _scan_setext_heading_line upstream_scan_setext_heading_line
#define _scan_open_code_fence upstream_scan_open_code_fence
#define _scan_close_code_fence upstream_scan_close_code_fence
#include <scanners.c>
#undef _scan_at
#undef _scan_entity
#undef _scan_dangerous_url
#undef _scan_scheme
#undef _scan_autolink_uri
#undef _scan_autolink_email
#undef _scan_html_tag
#undef _scan_html_comment
#undef _scan_html_pi
#undef _scan_html_declaration
#undef _scan_html_cdata
#undef _scan_html_block_start
#undef _scan_html_block_start_7
#undef _scan_html_block_end_1
#undef _scan_html_block_end_2
#undef _scan_html_block_end_3
#undef _scan_html_block_end_4
#undef _scan_html_block_end_5
#undef _scan_link_title
#undef _scan_spacechars
#undef _scan_atx_heading_start
#undef _scan_setext_heading_line
#undef _scan_open_code_fence
#undef _scan_close_code_fence

namespace {

const std::uint8_t* bytes(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}
bufsize_t byte_count(std::string_view text) { return static_cast<bufsize_t>(text.size()); }

class Buffer {
  public:
    Buffer() { cmark_strbuf_init(&memory_, &buffer_, 0); }
    ~Buffer() { cmark_strbuf_free(&buffer_); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    operator cmark_strbuf*() { return &buffer_; }
    std::string take() {
        std::string text(reinterpret_cast<const char*>(buffer_.ptr), static_cast<std::size_t>(buffer_.size));
        cmark_strbuf_clear(&buffer_);
        return text;
    }

  private:
    longread::Arena arena_;
    longread::Notes notes_;
    longread::Parsing parsing_{"", arena_, notes_};
    longread::MarkdownMemory memory_{longread::native_parsers().html, parsing_};
    cmark_strbuf buffer_;
};

bool is_surrogate(std::int32_t c) { return c >= 0xD800 && c < 0xE000; }
// Upstream writes these two as one byte that is no UTF-8; ours are encoded like all others.
bool is_written_otherwise(std::int32_t c) { return c == 0xFFFE || c == 0xFFFF || is_surrogate(c); }

TEST(CmarkUtf8, EveryCodePointIsClassifiedEncodedAndFoldedAsUpstreamDoes) {
    Buffer ours, theirs;
    for (std::int32_t c = 0; c <= 0x110000; ++c) {
        ASSERT_EQ(cmark_utf8proc_is_space(c), upstream_is_space(c)) << c;
        ASSERT_EQ(cmark_utf8proc_is_punctuation(c) != 0, upstream_is_punctuation(c) != 0) << c;
        if (is_written_otherwise(c)) continue;
        cmark_utf8proc_encode_char(c, ours);
        upstream_encode_char(c, theirs);
        const std::string encoded = ours.take();
        ASSERT_EQ(encoded, theirs.take()) << c;
        cmark_utf8proc_case_fold(ours, bytes(encoded), byte_count(encoded));
        upstream_case_fold(theirs, bytes(encoded), byte_count(encoded));
        ASSERT_EQ(ours.take(), theirs.take()) << c;
    }
}

TEST(CmarkUtf8, NonCharactersStayUtf8) {
    Buffer out;
    cmark_utf8proc_encode_char(0xFFFF, out);
    EXPECT_EQ(out.take(), "\xEF\xBF\xBF");
}

void expect_same_decoding(std::string_view text) {
    std::int32_t ours = 0;
    std::int32_t theirs = 0;
    const int our_size = cmark_utf8proc_iterate(bytes(text), byte_count(text), &ours);
    const int their_size = upstream_iterate(bytes(text), byte_count(text), &theirs);
    if (our_size != their_size || ours != theirs) {
        ADD_FAILURE() << testing::PrintToString(std::string(text)) << ": " << our_size << " and "
                      << their_size;
    }
}

TEST(CmarkUtf8, BytesAreDecodedAsUpstreamDoes) {
    constexpr std::string_view edges("\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xFF", 11);
    std::string text(4, '\0');
    expect_same_decoding("");
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            text[0] = static_cast<char>(first);
            text[1] = static_cast<char>(second);
            for (const char third : edges) {
                text[2] = third;
                for (const char fourth : edges) {
                    text[3] = fourth;
                    expect_same_decoding(text);
                }
                expect_same_decoding(std::string_view(text).substr(0, 3));
            }
            expect_same_decoding(std::string_view(text).substr(0, 2));
            expect_same_decoding(std::string_view(text).substr(0, 1));
        }
    }
}

TEST(CmarkUtf8, TheCheckLeavesOnlyUtf8) {
    Buffer out;
    constexpr std::string_view text = "a\xC3\xA9\xFF\xE2\x82z\xF0\x9F\x98\x80";
    cmark_utf8proc_check(out, bytes(text), byte_count(text));
    EXPECT_EQ(out.take(), "a\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\xF0\x9F\x98\x80");
}

void expect_same_reference(std::string_view text) {
    Buffer ours, theirs;
    const bufsize_t our_size = houdini_unescape_ent(ours, bytes(text), byte_count(text));
    const bufsize_t their_size = upstream_unescape_ent(theirs, bytes(text), byte_count(text));
    EXPECT_EQ(our_size, their_size) << text;
    EXPECT_EQ(ours.take(), theirs.take()) << text;
}

TEST(CmarkEntities, EveryNameAndItsNeighboursAreReadAsUpstreamDoes) {
    for (const auto& entity : cmark_entities) {
        const std::string name(reinterpret_cast<const char*>(entity.entity));
        for (const std::string& text :
             {name + ";", name + "; more;", name, name + "x;", name.substr(1) + ";",
              name.substr(0, name.size() - 1) + ";", name + " ;", "=" + name + ";"}) {
            expect_same_reference(text);
        }
    }
    EXPECT_EQ(std::size(cmark_entities), 2125U);
}

TEST(CmarkEntities, NumbersAreReadAsUpstreamDoes) {
    for (const std::string_view digits :
         {"0", "1", "65", "00065", "0000065", "00000065", "55296", "57343", "65533", "65536", "1114111",
          "1114112", "9999999", "99999999", "", "4x", "-1"}) {
        for (const std::string_view prefix : {"#", "#x", "#X", "##", "# "}) {
            for (const std::string_view suffix : {";", "", " ;", "g;", ";;"}) {
                expect_same_reference(std::string(prefix) + std::string(digits) + std::string(suffix));
            }
        }
    }
    for (const std::string_view text :
         {"#xD800;", "#xdfff;", "#x10FFFF;", "#x110000;", "#xabcdef;", "#xABCDEF0;", "#", "#;", "#x", "#x;",
          ";", "", "a;", "ab;", "#x1F600;"}) {
        expect_same_reference(text);
    }
}

TEST(CmarkEntities, WholeTextsAreReadAsUpstreamDoes) {
    for (const std::string_view text :
         {"", "a", "&", "&&", "a&amp;b", "&amp;", "&amp;&lt;x", "a&b;c", "x &nvlt; &", "&#65"}) {
        Buffer ours, theirs;
        houdini_unescape_html_f(ours, bytes(text), byte_count(text));
        upstream_unescape_html_f(theirs, bytes(text), byte_count(text));
        EXPECT_EQ(ours.take(), theirs.take()) << text;
    }
}

using Scanner = bufsize_t (*)(const unsigned char*);

// Pieces that the scanner's texts are put together of.
struct ScannerCase {
    const char* name;
    Scanner ours;
    Scanner theirs;
    std::vector<std::string> pieces;
};

const std::vector<ScannerCase>& scanner_cases() {
    static const std::vector<std::string> tag = {"a", "Z",  "9", "-",  "/",  ">", "<",       "=",
                                                 "'", "\"", " ", "\n", "_:", "`", "\xC3\xA9"};
    static const std::vector<std::string> ends = {"<", "/",      ">",      "-",     "?",          "]", "\n",
                                                  "a", "script", "</PRE>", "style", "</textarea", " "};
    static const std::vector<std::string> cases_of_title = {"\"", "'", "(", ")", "\\", "a", "\n", "\xC3\xA9"};
    static const std::vector<ScannerCase> cases = {
        {"scheme",
         _scan_scheme,
         upstream_scan_scheme,
         {"a", "Z", "9", "+", ".", "-", ":", "_", " ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}},
        {"autolink uri",
         _scan_autolink_uri,
         upstream_scan_autolink_uri,
         {"a", "+", ":", ">", "<", " ", "\n", "\x7F", "\xC3\xA9", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "http:"}},
        {"autolink email",
         _scan_autolink_email,
         upstream_scan_autolink_email,
         {"a", "9", ".", "-", "@", ">", "_", "!", "<", std::string(61, 'b'), std::string(62, 'c')}},
        {"html tag", _scan_html_tag, upstream_scan_html_tag, tag},
        {"html comment", _scan_html_comment, upstream_scan_html_comment, {"-", ">", "a", "\n", "!", "-->"}},
        {"html pi", _scan_html_pi, upstream_scan_html_pi, {"?", ">", "a", "\n", "?>"}},
        {"html declaration",
         _scan_html_declaration,
         upstream_scan_html_declaration,
         {"A", "Z", "a", " ", "\n", ">", "9"}},
        {"html cdata",
         _scan_html_cdata,
         upstream_scan_html_cdata,
         {"CDATA[", "cdata[", "]", ">", "a", "\n", "[", "]]>"}},
        {"html block start",
         _scan_html_block_start,
         upstream_scan_html_block_start,
         {"<", "/", ">", "!", "-", "?", "A", "a", "p", "h1", "div", "BLOCKQUOTE", "script", "Pre", "[CDATA[",
          "![cdata[", " ", "\n"}},
        {"html block start 7",
         _scan_html_block_start_7,
         upstream_scan_html_block_start_7,
         {"<", "a", "/", ">", " ", "\t", "\f", "\v", "\n", "\r", "=", "'", "b"}},
        {"html block end 1", _scan_html_block_end_1, upstream_scan_html_block_end_1, ends},
        {"html block end 2", _scan_html_block_end_2, upstream_scan_html_block_end_2, ends},
        {"html block end 3", _scan_html_block_end_3, upstream_scan_html_block_end_3, ends},
        {"html block end 4", _scan_html_block_end_4, upstream_scan_html_block_end_4, ends},
        {"html block end 5", _scan_html_block_end_5, upstream_scan_html_block_end_5, ends},
        {"link title", _scan_link_title, upstream_scan_link_title, cases_of_title},
        {"spacechars",
         _scan_spacechars,
         upstream_scan_spacechars,
         {" ", "\t", "\v", "\f", "\r", "\n", "a", "\xC2\xA0"}},
        {"atx heading",
         _scan_atx_heading_start,
         upstream_scan_atx_heading_start,
         {"#", "##", " ", "\t", "\n", "\r", "a"}},
        {"setext heading",
         _scan_setext_heading_line,
         upstream_scan_setext_heading_line,
         {"=", "-", " ", "\t", "\n", "\r", "a"}},
        {"open fence",
         _scan_open_code_fence,
         upstream_scan_open_code_fence,
         {"`", "~", "```", "~~~", "a", " ", "\n", "\r"}},
        {"close fence",
         _scan_close_code_fence,
         upstream_scan_close_code_fence,
         {"`", "~", "```", "~~~", "a", " ", "\t", "\n", "\r"}},
    };
    return cases;
}

void expect_same_scan(const ScannerCase& scanner, const std::string& text) {
    const bufsize_t ours = scanner.ours(bytes(text));
    const bufsize_t theirs = scanner.theirs(bytes(text));
    if (ours != theirs) {
        ADD_FAILURE() << scanner.name << " of " << testing::PrintToString(text) << ": " << ours
                      << ", upstream " << theirs;
    }
}

// All texts of up to `depth` pieces that begin so.
void scan_all(const ScannerCase& scanner, const std::string& text, int depth) {
    expect_same_scan(scanner, text);
    if (depth == 0) return;
    for (const std::string& piece : scanner.pieces) scan_all(scanner, text + piece, depth - 1);
}

TEST(CmarkScanners, EveryShortTextIsReadAsUpstreamDoes) {
    for (const ScannerCase& scanner : scanner_cases()) {
        const int depth = scanner.pieces.size() > 11 ? 5 : 6;
        scan_all(scanner, "", depth);
    }
}

TEST(CmarkScanners, LongTextsAreReadAsUpstreamDoes) {
    std::minstd_rand random(7);
    for (const ScannerCase& scanner : scanner_cases()) {
        for (int round = 0; round < 30'000; ++round) {
            std::string text;
            for (auto left = random() % 40; left > 0; --left)
                text += scanner.pieces[random() % scanner.pieces.size()];
            expect_same_scan(scanner, text);
        }
    }
}

TEST(CmarkScanners, EveryBlockNameIsKnown) {
    const ScannerCase& scanner = scanner_cases()[8];
    std::string names =
        "address article aside base basefont blockquote body caption center col colgroup dd details dialog "
        "dir div dl "
        "dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 h7 head header hr html "
        "iframe "
        "legend li link main menu menuitem nav noframes ol optgroup option p param section source title "
        "summary "
        "table tbody td tfoot th thead title tr track ul script pre textarea style span em textareas a b "
        "menuitems ";
    for (std::size_t end; (end = names.find(' ')) != std::string::npos; names.erase(0, end + 1)) {
        const std::string name = names.substr(0, end);
        std::string upper = name;
        for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        for (const std::string& form : {name, upper, name + "1", name + "-", name.substr(1)}) {
            for (const char* suffix : {"", ">", "/>", "/ >", " ", "\n", "\t", "/", "x>"}) {
                expect_same_scan(scanner, "<" + form + suffix);
                expect_same_scan(scanner, "</" + form + suffix);
            }
        }
    }
}

}  // namespace
