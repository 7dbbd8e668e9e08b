#include "base/url.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include "base/json.h"
#include "test_arena.h"

namespace longread {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view story = "https://news.example/world/story.html?x=1#top";
constexpr std::string_view folder = "http://news.example:8080/a/b/";
constexpr std::string_view root = "https://news.example";
constexpr std::string_view refused = "(refused)";

std::string resolve(std::string_view reference, std::string_view base = story, UrlUse use = UrlUse::link) {
    Arena arena;
    return std::string(resolve_url(reference, base, use, arena).value_or(refused));
}

struct UrlCase {
    std::string_view reference;
    std::string_view base;
    std::string_view expected;
};

// What `new URL(reference, base).href` gives in node 20; refused where it throws.
const UrlCase standard[] = {
    {""sv, story, "https://news.example/world/story.html?x=1"sv},
    {"a"sv, story, "https://news.example/world/a"sv},
    {"a/b"sv, story, "https://news.example/world/a/b"sv},
    {"./a"sv, story, "https://news.example/world/a"sv},
    {"../a"sv, story, "https://news.example/a"sv},
    {"../../a"sv, story, "https://news.example/a"sv},
    {"../../../a"sv, story, "https://news.example/a"sv},
    {"a/../b"sv, story, "https://news.example/world/b"sv},
    {"a/./b"sv, story, "https://news.example/world/a/b"sv},
    {"a/.."sv, story, "https://news.example/world/"sv},
    {"a/."sv, story, "https://news.example/world/a/"sv},
    {"."sv, story, "https://news.example/world/"sv},
    {".."sv, story, "https://news.example/"sv},
    {"./"sv, story, "https://news.example/world/"sv},
    {"../"sv, story, "https://news.example/"sv},
    {"/"sv, story, "https://news.example/"sv},
    {"/a"sv, story, "https://news.example/a"sv},
    {"/a/../b"sv, story, "https://news.example/b"sv},
    {"/a/./b/"sv, story, "https://news.example/a/b/"sv},
    {"/.."sv, story, "https://news.example/"sv},
    {"/../a"sv, story, "https://news.example/a"sv},
    {"//other.example"sv, story, "https://other.example/"sv},
    {"//other.example/a"sv, story, "https://other.example/a"sv},
    {"//other.example:443/a"sv, story, "https://other.example/a"sv},
    {"//OTHER.example/A"sv, story, "https://other.example/A"sv},
    {"?q=1"sv, story, "https://news.example/world/story.html?q=1"sv},
    {"?"sv, story, "https://news.example/world/story.html?"sv},
    {"?q=a b"sv, story, "https://news.example/world/story.html?q=a%20b"sv},
    {"?q=\"x\""sv, story, "https://news.example/world/story.html?q=%22x%22"sv},
    {"?q='x'"sv, story, "https://news.example/world/story.html?q=%27x%27"sv},
    {"?q=<x>"sv, story, "https://news.example/world/story.html?q=%3Cx%3E"sv},
    {"?q=1#f"sv, story, "https://news.example/world/story.html?q=1#f"sv},
    {"a?b#c"sv, story, "https://news.example/world/a?b#c"sv},
    {"a#b?c"sv, story, "https://news.example/world/a#b?c"sv},
    {"a b"sv, story, "https://news.example/world/a%20b"sv},
    {"a%20b"sv, story, "https://news.example/world/a%20b"sv},
    {"a%2e%2e/b"sv, story, "https://news.example/world/a%2e%2e/b"sv},
    {"%2e%2e/b"sv, story, "https://news.example/b"sv},
    {"%2E/b"sv, story, "https://news.example/world/b"sv},
    {".%2e/c"sv, story, "https://news.example/c"sv},
    {"%2e"sv, story, "https://news.example/world/"sv},
    {"a%"sv, story, "https://news.example/world/a%"sv},
    {"a%zz"sv, story, "https://news.example/world/a%zz"sv},
    {"a\"b"sv, story, "https://news.example/world/a%22b"sv},
    {"a<b>"sv, story, "https://news.example/world/a%3Cb%3E"sv},
    {"a`b"sv, story, "https://news.example/world/a%60b"sv},
    {"a{b}"sv, story, "https://news.example/world/a%7Bb%7D"sv},
    {"a|b"sv, story, "https://news.example/world/a|b"sv},
    {"a^b"sv, story, "https://news.example/world/a^b"sv},
    {"a[b]"sv, story, "https://news.example/world/a[b]"sv},
    {"a\\b"sv, story, "https://news.example/world/a/b"sv},
    {"\\a"sv, story, "https://news.example/a"sv},
    {"a\\..\\b"sv, story, "https://news.example/world/b"sv},
    {"/a\\b"sv, story, "https://news.example/a/b"sv},
    {"ä"sv, story, "https://news.example/world/%C3%A4"sv},
    {"a/ü?ö#ß"sv, story, "https://news.example/world/a/%C3%BC?%C3%B6#%C3%9F"sv},
    {"a?ä"sv, story, "https://news.example/world/a?%C3%A4"sv},
    {"日本語"sv, story, "https://news.example/world/%E6%97%A5%E6%9C%AC%E8%AA%9E"sv},
    {"a\tb"sv, story, "https://news.example/world/ab"sv},
    {"a\nb"sv, story, "https://news.example/world/ab"sv},
    {"  a  "sv, story, "https://news.example/world/a"sv},
    {"\001a"sv, story, "https://news.example/world/a"sv},
    {"a;b=c"sv, story, "https://news.example/world/a;b=c"sv},
    {"a,b"sv, story, "https://news.example/world/a,b"sv},
    {"a&b"sv, story, "https://news.example/world/a&b"sv},
    {"a=b"sv, story, "https://news.example/world/a=b"sv},
    {"a@b"sv, story, "https://news.example/world/a@b"sv},
    {"a!b"sv, story, "https://news.example/world/a!b"sv},
    {"a$b"sv, story, "https://news.example/world/a$b"sv},
    {"a'b"sv, story, "https://news.example/world/a'b"sv},
    {"a(b)"sv, story, "https://news.example/world/a(b)"sv},
    {"a*b"sv, story, "https://news.example/world/a*b"sv},
    {"a+b"sv, story, "https://news.example/world/a+b"sv},
    {"a~b"sv, story, "https://news.example/world/a~b"sv},
    {"a-b"sv, story, "https://news.example/world/a-b"sv},
    {"a_b"sv, story, "https://news.example/world/a_b"sv},
    {"/a:b"sv, story, "https://news.example/a:b"sv},
    {"./a:b"sv, story, "https://news.example/world/a:b"sv},
    {"1a:b"sv, story, "https://news.example/world/1a:b"sv},
    {"a/b:c"sv, story, "https://news.example/world/a/b:c"sv},
    {"a//b"sv, story, "https://news.example/world/a//b"sv},
    {"//other.example//a"sv, story, "https://other.example//a"sv},
    {"/a//b"sv, story, "https://news.example/a//b"sv},
    {"a/../../b"sv, story, "https://news.example/b"sv},
    {"..a"sv, story, "https://news.example/world/..a"sv},
    {"a.."sv, story, "https://news.example/world/a.."sv},
    {"..."sv, story, "https://news.example/world/..."sv},
    {"/.a"sv, story, "https://news.example/.a"sv},
    {"/a/b/../../../c"sv, story, "https://news.example/c"sv},
    {"a?b?c"sv, story, "https://news.example/world/a?b?c"sv},
    {"a#b#c"sv, story, "https://news.example/world/a#b#c"sv},
    {"a?b/../c"sv, story, "https://news.example/world/a?b/../c"sv},
    {"\u00A0a"sv, story, "https://news.example/world/%C2%A0a"sv},
    {"a\u202Eb"sv, story, "https://news.example/world/a%E2%80%AEb"sv},
    {"a\u200Bb"sv, story, "https://news.example/world/a%E2%80%8Bb"sv},
    {"😀"sv, story, "https://news.example/world/%F0%9F%98%80"sv},
    {"a?😀"sv, story, "https://news.example/world/a?%F0%9F%98%80"sv},
    {""sv, folder, "http://news.example:8080/a/b/"sv},
    {"a"sv, folder, "http://news.example:8080/a/b/a"sv},
    {"a/b"sv, folder, "http://news.example:8080/a/b/a/b"sv},
    {"./a"sv, folder, "http://news.example:8080/a/b/a"sv},
    {"../a"sv, folder, "http://news.example:8080/a/a"sv},
    {"../../a"sv, folder, "http://news.example:8080/a"sv},
    {"../../../a"sv, folder, "http://news.example:8080/a"sv},
    {"a/../b"sv, folder, "http://news.example:8080/a/b/b"sv},
    {"a/./b"sv, folder, "http://news.example:8080/a/b/a/b"sv},
    {"a/.."sv, folder, "http://news.example:8080/a/b/"sv},
    {"a/."sv, folder, "http://news.example:8080/a/b/a/"sv},
    {"."sv, folder, "http://news.example:8080/a/b/"sv},
    {".."sv, folder, "http://news.example:8080/a/"sv},
    {"./"sv, folder, "http://news.example:8080/a/b/"sv},
    {"../"sv, folder, "http://news.example:8080/a/"sv},
    {"/"sv, folder, "http://news.example:8080/"sv},
    {"/a"sv, folder, "http://news.example:8080/a"sv},
    {"/a/../b"sv, folder, "http://news.example:8080/b"sv},
    {"/a/./b/"sv, folder, "http://news.example:8080/a/b/"sv},
    {"/.."sv, folder, "http://news.example:8080/"sv},
    {"/../a"sv, folder, "http://news.example:8080/a"sv},
    {"//other.example"sv, folder, "http://other.example/"sv},
    {"//other.example/a"sv, folder, "http://other.example/a"sv},
    {"//other.example:443/a"sv, folder, "http://other.example:443/a"sv},
    {"//OTHER.example/A"sv, folder, "http://other.example/A"sv},
    {"?q=1"sv, folder, "http://news.example:8080/a/b/?q=1"sv},
    {"?"sv, folder, "http://news.example:8080/a/b/?"sv},
    {"?q=a b"sv, folder, "http://news.example:8080/a/b/?q=a%20b"sv},
    {""sv, root, "https://news.example/"sv},
    {"a"sv, root, "https://news.example/a"sv},
    {"../a"sv, root, "https://news.example/a"sv},
    {"/a"sv, root, "https://news.example/a"sv},
    {"?q"sv, root, "https://news.example/?q"sv},
    {"//o.example"sv, root, "https://o.example/"sv},
    {"https://ok.example"sv, "", "https://ok.example/"sv},
    {"https://ok.example/"sv, "", "https://ok.example/"sv},
    {"HTTPS://OK.EXAMPLE/"sv, "", "https://ok.example/"sv},
    {"HtTp://Ok.Example/Path"sv, "", "http://ok.example/Path"sv},
    {"https://ok.example:443/"sv, "", "https://ok.example/"sv},
    {"https://ok.example:80/"sv, "", "https://ok.example:80/"sv},
    {"http://ok.example:80/"sv, "", "http://ok.example/"sv},
    {"http://ok.example:443"sv, "", "http://ok.example:443/"sv},
    {"https://ok.example:8443/a"sv, "", "https://ok.example:8443/a"sv},
    {"https://ok.example:"sv, "", "https://ok.example/"sv},
    {"https://ok.example:/"sv, "", "https://ok.example/"sv},
    {"https://ok.example:0/"sv, "", "https://ok.example:0/"sv},
    {"https://ok.example:00443/"sv, "", "https://ok.example/"sv},
    {"https://ok.example:65535/"sv, "", "https://ok.example:65535/"sv},
    {"https://ok.example:65536/"sv, "", refused},
    {"https://ok.example:x/"sv, "", refused},
    {"https://ok.example?q"sv, "", "https://ok.example/?q"sv},
    {"https://ok.example#f"sv, "", "https://ok.example/#f"sv},
    {"https://ok.example/a/../b"sv, "", "https://ok.example/b"sv},
    {"https://ok.example/a/%2e%2E/b"sv, "", "https://ok.example/b"sv},
    {"https://ok.example/../.."sv, "", "https://ok.example/"sv},
    {"https://ok.example/a b?c d#e f"sv, "", "https://ok.example/a%20b?c%20d#e%20f"sv},
    {"https://ok.example/%"sv, "", "https://ok.example/%"sv},
    {"https://ok.example/%00"sv, "", "https://ok.example/%00"sv},
    {"https://ok.example./"sv, "", "https://ok.example./"sv},
    {"https://ok.example/a\\b"sv, "", "https://ok.example/a/b"sv},
    {"https://127.0.0.1/"sv, "", "https://127.0.0.1/"sv},
    {"https://127.0.0.1:8080/"sv, "", "https://127.0.0.1:8080/"sv},
    {"https://1.2.3.4.5/"sv, "", refused},
    {"https://256.1.1.1/"sv, "", refused},
    {"https://a.1/"sv, "", refused},
    {"https://[::1]/"sv, "", "https://[::1]/"sv},
    {"https://[2001:db8::1]/"sv, "", "https://[2001:db8::1]/"sv},
    {"https://[2001:DB8::A]:8443/x"sv, "", "https://[2001:db8::a]:8443/x"sv},
    {"https://[::1"sv, "", refused},
    {"https://[g::1]/"sv, "", refused},
    {"https://bücher.example/straße"sv, "", "https://xn--bcher-kva.example/stra%C3%9Fe"sv},
    {"https://BÜCHER.example/"sv, "", "https://xn--bcher-kva.example/"sv},
    {"https://straße.example/"sv, "", "https://xn--strae-oqa.example/"sv},
    {"https://ärger.example.com/"sv, "", "https://xn--rger-koa.example.com/"sv},
    {"https://münchen-ost.example/"sv, "", "https://xn--mnchen-ost-9db.example/"sv},
    {"https://пример.example/"sv, "", "https://xn--e1afmkfd.example/"sv},
    {"https://ПРИМЕР.example/"sv, "", "https://xn--e1afmkfd.example/"sv},
    {"https://παράδειγμα.example/"sv, "", "https://xn--hxajbheg2az3al.example/"sv},
    {"https://例え.example/"sv, "", "https://xn--r8jz45g.example/"sv},
    {"https://中文.example/"sv, "", "https://xn--fiq228c.example/"sv},
    {"https://한국.example/"sv, "", "https://xn--3e0b707e.example/"sv},
    {"https://مثال.example/"sv, "", "https://xn--mgbh0fb.example/"sv},
    {"https://ไทย.example/"sv, "", "https://xn--o3cw4h.example/"sv},
    {"https://škoda.example/"sv, "", "https://xn--koda-f6a.example/"sv},
    {"https://ŁÓDŹ.example/"sv, "", "https://xn--d-uga0v4h.example/"sv},
    {"https://việt.example/"sv, "", "https://xn--vit-5kz.example/"sv},
    {"https://čeština.example/"sv, "", "https://xn--etina-gya30d.example/"sv},
    {"https://xn--bcher-kva.example/"sv, "", "https://xn--bcher-kva.example/"sv},
    {"https://exa mple.com/"sv, "", refused},
    {"https://a<b>.example/"sv, "", refused},
    {"https:///"sv, "", refused},
    {"https://"sv, "", refused},
    {"https:"sv, "", refused},
    {"http://"sv, "", refused},
    {"https://a_b.example/"sv, "", "https://a_b.example/"sv},
    {"https://-a.example/"sv, "", "https://-a.example/"sv},
    {"https://ok.example/?a=1&b=2#c"sv, "", "https://ok.example/?a=1&b=2#c"sv},
    {"mailto:a@b.example"sv, "", "mailto:a@b.example"sv},
    {"MAILTO:a@b.example"sv, "", "mailto:a@b.example"sv},
    {"mailto:a@b.example?subject=Hi%20there"sv, "", "mailto:a@b.example?subject=Hi%20there"sv},
    {"mailto:a@b.example?subject=Hi there"sv, "", "mailto:a@b.example?subject=Hi%20there"sv},
    {"mailto:ä@b.example"sv, "", "mailto:%C3%A4@b.example"sv},
    {"tel:+15550100"sv, "", "tel:+15550100"sv},
    {"TEL:+1-555-0100"sv, "", "tel:+1-555-0100"sv},
    {"  https://ok.example/  "sv, "", "https://ok.example/"sv},
    {"ht\ntps://ok.ex\tample/"sv, "", "https://ok.example/"sv},
    {"https://ok.example/\000"sv, "", "https://ok.example/"sv},
    {"https://ok.example/javascript:alert(1)"sv, "", "https://ok.example/javascript:alert(1)"sv},
    {"https://ok.example/#data:text/html,x"sv, "", "https://ok.example/#data:text/html,x"sv},
};

TEST(Url, SerialisesAsTheStandardDoes) {
    for (const UrlCase& c : standard)
        EXPECT_EQ(resolve(c.reference, c.base), c.expected) << c.reference << " against " << c.base;
}

TEST(Url, WhatItPrintsIsAFixedPoint) {
    for (const UrlCase& c : standard) {
        if (c.expected == refused) continue;
        EXPECT_EQ(resolve(c.expected, ""), c.expected);
    }
}

// Valid for a browser, not let through by us.
TEST(Url, RefusesMoreThanTheStandard) {
    for (const std::string_view url : {"ftp://ok.example/"sv,
                                       "javascript:alert(1)"sv,
                                       "JaVaScRiPt:alert(1)"sv,
                                       "java\nscript:alert(1)"sv,
                                       " \001javascript:alert(1)"sv,
                                       "data:text/html,x"sv,
                                       "vbscript:x"sv,
                                       "blob:https://ok.example/1"sv,
                                       "file:///etc/passwd"sv,
                                       "filesystem:https://ok.example/x"sv,
                                       "about:blank"sv,
                                       "ws://ok.example/"sv,
                                       "unknown:thing"sv,
                                       "c:\\windows"sv,
                                       "view-source:https://ok.example/"sv,
                                       "x+y-z.1:"sv,
                                       "https://user@ok.example/"sv,
                                       "https://user:pass@ok.example/"sv,
                                       "https://@ok.example/"sv,
                                       "//user@ok.example/"sv,
                                       "https://ok.example\\@evil.example/"sv,
                                       "https://ok.example\\x"sv,
                                       "http:\\\\evil.example"sv,
                                       "\\\\evil.example"sv,
                                       "/\\evil.example"sv,
                                       "https:/\\evil.example"sv,
                                       "https:story.html"sv,
                                       "https:/story.html"sv,
                                       "https://a%41.example/"sv,
                                       "https://0x7f.1/"sv,
                                       "https://127.1/"sv,
                                       "https://2130706433/"sv,
                                       "https://1.2.3.04/"sv,
                                       "https://1."sv,
                                       "https://a..b/"sv,
                                       "https://ｏｋ.example/"sv,
                                       "https://ok。example/"sv,
                                       "https://o\u00ADk.example/"sv,
                                       "https://e\u0301.example/"sv,
                                       "https://\u0130.example/"sv,
                                       "https://😀.example/"sv,
                                       "https://xn--ü.example/"sv,
                                       "https://xn--/"sv,
                                       "a\000b"sv,
                                       "https://ok.example/a\177b"sv,
                                       "https://ok.example/a\033b"sv,
                                       "mailto:a\001b"sv,
                                       "mailto://ok.example/"sv,
                                       "tel:/1"sv}) {
        EXPECT_EQ(resolve(url), refused) << url;
        EXPECT_EQ(resolve(url, ""), refused) << url;
    }
}

TEST(Url, EveryUseHasItsSchemes) {
    for (const UrlUse use : {UrlUse::link, UrlUse::image, UrlUse::media, UrlUse::web}) {
        const bool is_link = use == UrlUse::link;
        EXPECT_EQ(resolve("https://ok.example/a", "", use), "https://ok.example/a");
        EXPECT_EQ(resolve("http://ok.example/a", "", use), "http://ok.example/a");
        EXPECT_EQ(resolve("a.jpg", story, use), "https://news.example/world/a.jpg");
        EXPECT_EQ(resolve("a.jpg", "", use), "a.jpg");
        EXPECT_EQ(resolve("?q", "", use), "?q");
        EXPECT_EQ(resolve("mailto:a@b.example", "", use), is_link ? "mailto:a@b.example" : refused);
        EXPECT_EQ(resolve("TEL:+1", "", use), is_link ? "tel:+1" : refused);
        EXPECT_EQ(resolve("#a", story, use), is_link ? "#a" : refused);
        EXPECT_EQ(resolve("", story, use), is_link ? "https://news.example/world/story.html?x=1" : refused);
        EXPECT_EQ(resolve("javascript:x", story, use), refused);
        EXPECT_EQ(resolve("data:image/png;base64,x", story, use), refused);
    }
}

TEST(Url, AFragmentAloneStaysOne) {
    EXPECT_EQ(resolve("#notes"), "#notes");
    EXPECT_EQ(resolve("#a b<c>"), "#a%20b%3Cc%3E");
    EXPECT_EQ(resolve("#"), "#");
    EXPECT_EQ(resolve("#javascript:x"), "#javascript:x");
}

TEST(Url, WithoutABaseRelativeReferencesStayRelative) {
    EXPECT_EQ(resolve("a/b", ""), "a/b");
    EXPECT_EQ(resolve("../a/./b", ""), "../a/./b");
    EXPECT_EQ(resolve("/a b?c d#e f", ""), "/a%20b?c%20d#e%20f");
    EXPECT_EQ(resolve("a\\b", ""), "a/b");
    EXPECT_EQ(resolve("", ""), "");
    EXPECT_EQ(resolve("//Other.Example:80/a/../b", ""), "//other.example:80/b");
    EXPECT_EQ(resolve("./x:y", ""), "./x:y");
    EXPECT_EQ(resolve("1x:y", ""), "./1x:y");
    EXPECT_EQ(resolve("j\u0430vascript:alert(1)", ""), "./j%D0%B0vascript:alert(1)");
    EXPECT_EQ(resolve("\u00A0javascript:alert(1)", ""), "./%C2%A0javascript:alert(1)");
    EXPECT_EQ(resolve("a/x:y", ""), "a/x:y");
    EXPECT_EQ(resolve("?x:y", ""), "?x:y");
}

TEST(Url, ABaseThatIsNoHttpUrlIsNone) {
    for (const std::string_view base : {"javascript:x"sv, "data:text/html,x"sv, "file:///a/b"sv, "/a/b"sv,
                                        "mailto:a@b"sv, "https://u@h/"sv}) {
        EXPECT_EQ(resolve("a", base), "a") << base;
    }
}

TEST(Url, BrokenUtf8IsPrintedAsReplacementCharacters) {
    EXPECT_EQ(resolve("a\xFFz\xC3", ""), "a%EF%BF%BDz%EF%BF%BD");
    EXPECT_EQ(resolve("https://a\xFF.example/"), refused);
}

TEST(Url, LengthIsBoundedBeforeAndAfter) {
    const std::string longest = "https://ok.example/" + std::string(2048 - 19, 'a');
    EXPECT_EQ(resolve(longest), longest);
    EXPECT_EQ(resolve(longest + 'a'), refused);
    EXPECT_EQ(resolve("/" + std::string(1000, '"')), refused);  // 3,001 bytes when encoded
    EXPECT_EQ(resolve(std::string(1'000'000, '/')), refused);
    const std::string name(2048 - 27, 'a');
    EXPECT_EQ(resolve(name), "https://news.example/world/" + name);
    EXPECT_EQ(resolve(name + 'a'), refused);
}

// Browsers take none of these for a URL (found by tests/security/url.test.mjs).
TEST(Url, HostsThatAreNoneAreRefused) {
    for (const std::string_view host :
         {"[1::2::3]"sv, "[:1::2]"sv, "[1::2:]"sv, "[:::]"sv, "[1:2:3:4:5:6:7]"sv, "[1:2:3:4:5:6:7:8:9]"sv,
          "[1:2:3:4:5:6:7:8::]"sv, "[12345::]"sv, "[:]"sv, "٠"sv, "a.٠مثال"sv, "۴"sv}) {
        EXPECT_EQ(resolve("https://" + std::string(host) + "/"), refused) << host;
    }
    for (const std::string_view host :
         {"[::]"sv, "[1::]"sv, "[1:2:3:4:5:6:7::]"sv, "[1:2:3:4:5:6:7:8]"sv, "[a:b::c]"sv})
        EXPECT_EQ(resolve("https://" + std::string(host) + "/"), "https://" + std::string(host) + "/");
    EXPECT_EQ(resolve("https://www.مثال.example/"), "https://www.xn--mgbh0fb.example/");
}

// Found by fuzz_url: letters that grow when they are written in ASCII.
TEST(Url, AHostIsBoundedWhenItIsWritten) {
    std::string host = "example";
    for (int i = 0; i < 20; ++i) host = "žw." + host;  // 4 bytes each, "xn--w-uia." 10
    EXPECT_TRUE(host.size() < 100);
    const std::string once = resolve("https://" + host + "/");
    EXPECT_EQ(resolve(once), once);
    for (int i = 0; i < 5; ++i) host = "žw." + host;
    EXPECT_EQ(resolve("https://" + host + "/"), refused);
}

TEST(Url, LabelsOfAHostAreBoundedBeforeAndAfter) {
    const std::string longest(63, 'a');
    EXPECT_EQ(resolve("https://" + longest + ".example/"), "https://" + longest + ".example/");
    EXPECT_EQ(resolve("https://a" + longest + ".example/"), refused);
    EXPECT_EQ(resolve("https://p\u0430" + std::string(60, 'a') + ".example/"),
              refused);  // 62 letters, encoded more
}

TEST(Url, OriginOfWhatWasPrinted) {
    EXPECT_EQ(url_origin("https://ok.example/a//b"), "https://ok.example");
    EXPECT_EQ(url_origin("https://ok.example"), "https://ok.example");
    EXPECT_EQ(url_origin("http://ok.example:8080?x"), "http://ok.example:8080");
    EXPECT_EQ(url_origin("https://ok.example#//x"), "https://ok.example");
    EXPECT_EQ(url_origin("//ok.example/a"), "//ok.example");
    EXPECT_EQ(url_origin("a//b"), "");
    EXPECT_EQ(url_origin("/a//b"), "");
    EXPECT_EQ(url_origin("mailto:a@b"), "");
    EXPECT_EQ(url_origin("#//"), "");
    EXPECT_EQ(url_origin(""), "");
}

// --- The shared corpora
// -------------------------------------------------------------------------------------

std::string read_corpus(const char* name) {
    std::ifstream file(std::string(LONGREAD_SHARED_DIR) + "/corpora/security/" + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// Written apart from the code under test: what a browser would take for the scheme of a printed URL.
std::string scheme_of(std::string_view url) {
    std::string scheme;
    for (const char c : url) {
        const bool skipped =
            scheme.empty() ? static_cast<unsigned char>(c) <= 0x20 : c == '\t' || c == '\n' || c == '\r';
        if (skipped) continue;
        if (c == ':') return scheme;
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '+' && c != '-' && c != '.') return "";
        scheme += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return "";
}

void expect_harmless(std::string_view text) {
    for (const std::string_view base : {story, ""sv}) {
        for (const UrlUse use : {UrlUse::link, UrlUse::image}) {
            const auto url = resolve_url(text, base, use, fresh_arena());
            if (!url) continue;
            const std::string scheme = scheme_of(*url);
            const bool is_web = scheme.empty() || scheme == "https" || scheme == "http";
            const bool is_call = use == UrlUse::link && (scheme == "mailto" || scheme == "tel");
            EXPECT_TRUE(is_web || is_call) << text << " became " << *url;
            for (const char c : *url) EXPECT_TRUE(c > 0x20 || scheme == "mailto" || scheme == "tel") << *url;
        }
    }
}

TEST(Url, AgreesWithTheSharedUrlValues) {
    const std::string text = read_corpus("url-value.json");
    if (text.empty()) GTEST_SKIP() << "no " LONGREAD_SHARED_DIR "/corpora/security/url-value.json";
    const auto corpus = parse_json(text, test_arena());
    ASSERT_TRUE(corpus);
    int cases = 0;
    for (const JsonValue item : corpus->root()) {
        const std::string_view expected = item.find("expected").text();
        const std::string_view payload = item.find("payload").text();
        const auto url = resolve_url(payload, story, UrlUse::link, fresh_arena());
        // The third verdict, "reject-or-inert", is what expect_harmless looks at.
        EXPECT_TRUE(url || expected != "accept") << payload;
        EXPECT_TRUE(!url || expected != "reject") << payload << " became " << url.value_or("");
        expect_harmless(payload);
        ++cases;
    }
    EXPECT_EQ(cases, 104);
}

// Attack markup, taken at every place a value could begin.
TEST(Url, NoSuffixOfTheSharedAttacksBecomesAnotherScheme) {
    const std::string text = read_corpus("url-scheme.json");
    if (text.empty()) GTEST_SKIP() << "no " LONGREAD_SHARED_DIR "/corpora/security/url-scheme.json";
    const auto corpus = parse_json(text, test_arena());
    ASSERT_TRUE(corpus);
    int cases = 0;
    for (const JsonValue item : corpus->root()) {
        const std::string_view payload = item.find("payload").text();
        for (std::size_t i = 0; i < payload.size() && i < 2000; ++i) expect_harmless(payload.substr(i));
        ++cases;
    }
    EXPECT_GE(cases, 500);
}

// Random strings of what URLs are made of: whatever comes out is harmless, and comes out again as it is.
TEST(Url, RandomStringsComeOutHarmlessAndStable) {
    constexpr std::string_view pieces[] = {
        "http", "https",   ":",    "/",           "//",    "\\",         "?",    "#",     "@",    ".",
        "..",   "%2e",     "a",    "1",           "[::1]", "ok.example", "ü",    "日",    "ß",    "xn--",
        "-",    "mailto:", "tel:", "javascript:", "java",  "script",     "\t",   "\n",    "\001", " ",
        "\"",   "'",       "<",    "`",           "%",     ":80",        "\xFF", "blob:", "data:"};
    std::uint32_t state = 1;
    const auto random = [&state](std::size_t below) {
        state = state * 1'664'525U + 1'013'904'223U;
        return (state >> 8U) % below;
    };
    for (int i = 0; i < 20'000; ++i) {
        std::string text = i % 3 == 0 ? "https://" : "";
        for (std::size_t n = 1 + random(7); n > 0; --n) text += pieces[random(std::size(pieces))];
        expect_harmless(text);
        for (const std::string_view base : {story, ""sv}) {
            const auto url = resolve_url(text, base, UrlUse::link, fresh_arena());
            if (!url) continue;
            EXPECT_EQ(resolve(*url, base), *url) << testing::PrintToString(text);
        }
    }
}

}  // namespace
}  // namespace longread
