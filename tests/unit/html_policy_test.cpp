#include "read/html_policy.h"

#include <gtest/gtest.h>

#include "policy_text.h"
#include "read/srcset.h"

namespace longread {
namespace {

constexpr std::string_view base_url = "https://news.example/a/story";

struct Outcome {
    Blocks blocks;
    Notes notes;
};

Outcome read(std::string_view html, std::string_view lang = "en") {
    Outcome outcome;
    const PolicyContext context{lang, base_url, "/body/html", test_arena()};
    outcome.blocks = read_blocks(little_html(html), context, outcome.notes);
    return outcome;
}

std::string text_of(std::string_view html, std::string_view lang = "en") {
    return block_text(read(html, lang).blocks);
}

std::string notes_of(std::string_view html) {
    std::string out;
    for (const Note& note : read(html).notes) {
        EXPECT_EQ(note.path, "/body/html");
        if (!out.empty()) out += " ";
        out += std::string(code_name(note.code)) + ":" + string_of(note.detail);
    }
    return out;
}

std::string repeat(std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

TEST(HtmlPolicy, ParagraphsAndLooseText) {
    EXPECT_EQ(text_of("<p>One.</p>\n<p>Two.</p>"), "p(One.) p(Two.)");
    EXPECT_EQ(text_of("Loose <b>text</b><p>One.</p> more"), "p(Loose <strong>text</strong>) p(One.) p(more)");
    EXPECT_EQ(text_of("<div><section>In</section><article> boxes </article></div>"), "p(In) p(boxes)");
    EXPECT_EQ(text_of(""), "");
}

TEST(HtmlPolicy, WhiteSpaceCollapsesAcrossInlines) {
    EXPECT_EQ(text_of("<p>\n  a <b> b </b> <i> c</i>  d \n</p>"), "p(a <strong>b </strong><em>c</em> d)");
    EXPECT_EQ(text_of("<p>a<b> </b></p>"), "p(a)");
    EXPECT_EQ(text_of("<p>a <b>b <i> </i></b></p>"), "p(a <strong>b</strong>)");
}

TEST(HtmlPolicy, BlankParagraphsVanish) {
    EXPECT_EQ(text_of("<p> </p><p>\u00A0</p><p><b>\u00A0</b><br/></p><p></p>"), "");
    EXPECT_EQ(text_of("<p>a</p><p>&</p>"), "p(a) p(&)");
}

TEST(HtmlPolicy, LineBreaks) {
    EXPECT_EQ(text_of("<p><br/>a<br/>b<br/></p>"), "p(a<br>b)");
    EXPECT_EQ(text_of("<p>a<br/> <br/>\nb<br/>c</p>"), "p(a) p(b<br>c)");
    EXPECT_EQ(text_of("<p>a<br/>\u00A0<br/>b</p>"), "p(a) p(b)");
    EXPECT_EQ(text_of("<p>x <b>a<br/><br/>b</b> y</p>"), "p(x <strong>a</strong>) p(<strong>b</strong> y)");
}

TEST(HtmlPolicy, InlineElements) {
    EXPECT_EQ(text_of("<p><em>a</em><i>b</i><cite>c</cite><dfn>d</dfn><var>e</var></p>"),
              "p(<em>a</em><em>b</em><em>c</em><em>d</em><em>e</em>)");
    EXPECT_EQ(text_of("<p><s>a</s><del>b</del><strike>c</strike><ins>d</ins><u>e</u></p>"),
              "p(<del>a</del><del>b</del><del>c</del><ins>d</ins>e)");
    EXPECT_EQ(text_of("<p><small>a</small><sub>b</sub><sup>c</sup><mark>d</mark><kbd>e</kbd><q>f</q></p>"),
              "p(<small>a</small><sub>b</sub><sup>c</sup><mark>d</mark><kbd>e</kbd><q>f</q>)");
    EXPECT_EQ(text_of("<p><span>a</span><bdi>b</bdi><data>c</data><label>d</label><font>e</font></p>"),
              "p(abcde)");
    EXPECT_EQ(text_of("<p>a<wbr/>b</p>"), "p(ab)");
    EXPECT_EQ(text_of("<p><b>a <b>b</b></b></p>"), "p(<strong>a b</strong>)");
}

TEST(HtmlPolicy, CodeStaysAsItIs) {
    EXPECT_EQ(text_of("<p>Run <code>a  --b \"c\"</code> now</p>"), "p(Run <code>a  --b \"c\"</code> now)");
    EXPECT_EQ(text_of("<p><samp>x<b>y</b><script>z</script></samp></p>"), "p(<code>xy</code>)");
    EXPECT_EQ(text_of("<pre>\n  a\n\tb  \n\n</pre>"), "code plain='  a\n\tb'()");
    EXPECT_EQ(text_of("<pre class='x language-c++ y'><code>a<br/>b</code></pre>"),
              "code title='c++' plain='a\nb'()");
    EXPECT_EQ(text_of("<pre><code class='language-js'><div>a</div><div>b</div></code></pre>"),
              "code title='js' plain='a\nb'()");
    EXPECT_EQ(text_of("<pre> \n </pre>"), "");
}

TEST(HtmlPolicy, TextIsTidied) {
    EXPECT_EQ(text_of("<p>\"It's <b>he</b>\"  --  he said...</p>"),
              "p(“It’s <strong>he</strong>” — he said…)");
    EXPECT_EQ(text_of("<p>\"Ja\"</p>", "de"), "p(„Ja“)");
}

TEST(HtmlPolicy, AbbreviationTimeAndRuby) {
    EXPECT_EQ(text_of("<p><abbr title='North  Atlantic'>NATO</abbr><abbr>UN</abbr></p>"),
              "p(<abbr title='North Atlantic'>NATO</abbr>UN)");
    EXPECT_EQ(
        text_of("<p><time datetime='2021-07-30T09:15Z'>July</time><time datetime='soon'>then</time></p>"),
        "p(<time value='2021-07-30T09:15:00Z'>July</time>then)");
    EXPECT_EQ(text_of("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>です</p>", "ja"),
              "p(<ruby title='kan'>漢</ruby><ruby title='ji'>字</ruby>です)");
    EXPECT_EQ(text_of("<p>a <rt>b</rt></p>"), "p(a b)");
}

TEST(HtmlPolicy, Links) {
    EXPECT_EQ(text_of("<p><a href='/x?y=1'>x</a> <a href='mailto:a@b.example'>m</a></p>"),
              "p(<a value='https://news.example/x?y=1'>x</a> <a value='mailto:a@b.example'>m</a>)");
    EXPECT_EQ(text_of("<p><a href='javascript:alert(1)'>text</a><a>no</a><a href=''>self</a></p>"),
              "p(textnoself)");
    EXPECT_EQ(notes_of("<p><a href='javascript:alert(1)'>text</a></p>"), "bad-url:javascript:alert(1)");
    EXPECT_EQ(notes_of("<a href='data:" + repeat("x", 200) + "'>t</a>"), "bad-url:data:" + repeat("x", 75));
    EXPECT_EQ(text_of("<p><a href='/1'>a <span><a href='/2'>b</a></span></a></p>"),
              "p(<a value='https://news.example/1'>a b</a>)");
    EXPECT_EQ(text_of("<a href='/1'></a><p><a href='/2'> </a></p>"), "");
}

TEST(HtmlPolicy, BlocksInsideOfInlines) {
    EXPECT_EQ(text_of("<a href='/1'><div><h3>Title</h3>text <p>more</p></div></a>"),
              "h3 id='lr-title'(<a value='https://news.example/1'>Title</a>) "
              "p(<a value='https://news.example/1'>text</a>) p(<a value='https://news.example/1'>more</a>)");
    EXPECT_EQ(text_of("<b>a<ul><li>b</li></ul>c</b>d"),
              "p(<strong>a</strong>) list(item(p(<strong>b</strong>))) p(<strong>c</strong>d)");
}

TEST(HtmlPolicy, ReopenedFormatsHaveABound) {
    const std::string url = "https://news.example/" + repeat("x", 1900);
    const auto outcome = read("<a href='" + url + "'>" + repeat("<p>a</p>", 3000) + "</a>");
    ASSERT_EQ(outcome.blocks.size(), 3000U);
    std::size_t linked = 0;
    for (const Block& block : outcome.blocks) {
        if (block.text[0].kind == InlineKind::link) ++linked;
    }
    EXPECT_GT(linked, 900U);
    EXPECT_LT(linked, 1200U);
    EXPECT_EQ(inline_text(outcome.blocks[2999].text), "a");
}

TEST(HtmlPolicy, Headings) {
    EXPECT_EQ(text_of("<h1>A</h1><h2>B</h2><h6>C</h6>"), "h2 id='lr-a'(A) h2 id='lr-b'(B) h6 id='lr-c'(C)");
    EXPECT_EQ(text_of("<h2>War—and</h2>"), "h2 id='lr-war-and'(War—and)");
    EXPECT_EQ(text_of("<h2>U.S. troops – in <em>Asia</em>!</h2>"),
              "h2 id='lr-us-troops-in-asia'(U.S. troops – in <em>Asia</em>!)");
    EXPECT_EQ(text_of("<h3>Ελλάδα</h3><h3>日本</h3><h3>?!</h3>"),
              "h3 id='lr-Ελλάδα'(Ελλάδα) h3 id='lr-日本'(日本) h3(?!)");
    EXPECT_EQ(text_of("<h2>A</h2><h2>A</h2><h2>a</h2><h2>A 2</h2>"),
              "h2 id='lr-a'(A) h2 id='lr-a-2'(A) h2 id='lr-a-3'(a) h2 id='lr-a-2-2'(A 2)");
    EXPECT_EQ(text_of("<h2 id='My id\"'>A</h2>"), "h2 id='lr-Myid'(A)");
    EXPECT_EQ(text_of("<h2><div>a</div><div>b</div></h2><h2> </h2>"), "h2 id='lr-a'(a) h2 id='lr-b'(b)");
    EXPECT_EQ(text_of("<h2>A<hr/></h2><h2><table><tr><td>b</td><td>c</td></tr></table></h2>"),
              "h2 id='lr-a'(A) divider() table(row(cell(b) cell(c)))");
    EXPECT_EQ(text_of("<h2><img src='/p.png' alt='P'/></h2>"),
              "image([img https://news.example/p.png alt='P'])");
}

TEST(HtmlPolicy, AnchorsGetIdsWhereALinkLeadsToThem) {
    EXPECT_EQ(text_of("<p id='n1'>a</p><p id='n2'>b</p><p><a href='#n2'>up</a></p>"),
              "p(a) p id='lr-n2'(b) p(<a value='#lr-n2'>up</a>)");
    EXPECT_EQ(text_of("<p><a href='#x'>1</a></p><p><a name='x'></a></p><ul><li>a</li></ul>"),
              "p(<a value='#lr-x'>1</a>) list id='lr-x'(item(p(a)))");
    EXPECT_EQ(text_of("<p><a href='#x'>1</a></p><h2 id='x'>A</h2><p id='x'>b</p>"),
              "p(<a value='#lr-x'>1</a>) h2 id='lr-x'(A) p(b)");
    EXPECT_EQ(text_of("<h2><a id='x'></a>A</h2><a href=' #x'>1</a>"),
              "h2 id='lr-x'(A) p(<a value='#lr-x'>1</a>)");
    EXPECT_EQ(text_of("<a href='\x01#x'>1</a>"), "p(<a value='#lr-x'>1</a>)");
    EXPECT_EQ(text_of("<p><a href='#'>top</a></p>"), "p(top)");
}

TEST(HtmlPolicy, Quotes) {
    EXPECT_EQ(text_of("<blockquote cite='/s'><p>a</p><p>b</p></blockquote>"),
              "quote url='https://news.example/s'(p(a) p(b))");
    EXPECT_EQ(text_of("<blockquote><p>a</p><footer>— Ana, <cite>Book</cite></footer></blockquote>"),
              "quote(p(a) | Ana, <em>Book</em>)");
    EXPECT_EQ(text_of("<blockquote><p>a</p><footer>Ana<br/><cite>Book</cite></footer></blockquote>"),
              "quote(p(a) | Ana<br><em>Book</em>)");
    EXPECT_EQ(text_of("<blockquote>a <cite>Ana</cite> </blockquote>"), "quote(p(a) | Ana)");
    EXPECT_EQ(text_of("<blockquote><p>a</p><p><cite>Ana</cite></p></blockquote>"), "quote(p(a) | Ana)");
    EXPECT_EQ(text_of("<blockquote><p>a<br/><cite>Ana</cite></p></blockquote>"), "quote(p(a) | Ana)");
    EXPECT_EQ(text_of("<blockquote><p>a <cite>Book</cite></p></blockquote>"), "quote(p(a <em>Book</em>))");
    EXPECT_EQ(text_of("<blockquote><p>a</p><footer>x</footer><footer>y</footer></blockquote>"),
              "quote(p(a) p(y) | x)");
    EXPECT_EQ(text_of("<blockquote><footer>x</footer></blockquote><blockquote> </blockquote>"), "p(x)");
    EXPECT_EQ(
        text_of(
            "<figure class='wp-block-pullquote'><blockquote><p>a</p><cite>B</cite></blockquote></figure>"),
        "pull(p(a) | B)");
    EXPECT_EQ(text_of("<figure><blockquote><p>a</p></blockquote><figcaption>B</figcaption></figure>"),
              "quote(p(a) | B)");
}

TEST(HtmlPolicy, Lists) {
    EXPECT_EQ(text_of("<ul>\n<li>a</li>\n<li><p>b</p><p>c</p></li></ul>"),
              "list(item(p(a)) item(p(b) p(c)))");
    EXPECT_EQ(text_of("<ol start='3'><li>a</li></ol><ol start='-1'><li>b</li></ol>"),
              "list ordered start=3(item(p(a))) list ordered(item(p(b)))");
    EXPECT_EQ(text_of("<ul><li>a<ul><li>b</li></ul></li></ul>"), "list(item(p(a) list(item(p(b)))))");
    EXPECT_EQ(text_of("<ul><li>a</li><ul><li>b</li></ul>c<li></li></ul>"),
              "list(item(p(a) list(item(p(b))) p(c)))");
    EXPECT_EQ(text_of("<ul></ul><ul><li> </li></ul><li>loose</li>"), "p(loose)");
    EXPECT_EQ(text_of("<dl><dt>Term</dt><dd>Meaning</dd></dl>"), "p(<strong>Term</strong>) p(Meaning)");
}

TEST(HtmlPolicy, Tables) {
    EXPECT_EQ(text_of("<table><caption>Cap</caption><thead><tr><th>a</th><th>b</th></tr></thead>\n"
                      "<tbody><tr><th>c</th><td colspan='2' rowspan='3'>d</td></tr></tbody></table>"),
              "table(row header(cell header(a) cell header(b)) row(cell header(c) cell columns=2 rows=3(d)) "
              "| Cap)");
    EXPECT_EQ(
        text_of("<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p><p>d</p></td><td></td></tr></table>"),
        "table(row header(cell header(a) cell header(b)) row(cell(p(c) p(d)) cell()))");
    EXPECT_EQ(text_of("<table><tr><td><p>a</p><p>b</p></td></tr></table>"), "p(a) p(b)");
    EXPECT_EQ(text_of("<table></table><table><tr></tr></table>"), "");
    EXPECT_EQ(
        text_of("<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>"),
        "table(row(cell(a) cell(table(row(cell(b) cell(c))))))");
    EXPECT_EQ(
        text_of("<figure><table><tr><td>a</td><td>b</td></tr></table><figcaption>C</figcaption></figure>"),
        "table(row(cell(a) cell(b)) | C)");
    EXPECT_EQ(text_of("<td>a</td><tr>b</tr>"), "p(a) p(b)");
}

TEST(HtmlPolicy, TableLimits) {
    const std::string row = "<tr><td>a</td><td>b</td></tr>";
    const Outcome rows = read("<table>" + repeat(row, 1005) + "</table>");
    EXPECT_EQ(rows.blocks[0].children.size(), 1000U);
    ASSERT_EQ(rows.notes.size(), 1U);
    EXPECT_EQ(rows.notes[0].code, Code::list_cut);
    const Outcome cells =
        read("<table><tr>" + repeat("<td>a</td>", 49) + "<td colspan='5'>x</td><td>y</td></tr></table>");
    EXPECT_EQ(cells.blocks[0].children[0].children.size(), 50U);
    EXPECT_EQ(cells.blocks[0].children[0].children[49].columns, 1);
    EXPECT_EQ(cells.notes[0].code, Code::list_cut);
}

TEST(HtmlPolicy, Images) {
    EXPECT_EQ(text_of("<p><img src='p.jpg' alt='A  dog' width='640' height='480'/></p>"),
              "image([img https://news.example/a/p.jpg alt='A dog' 640x480])");
    EXPECT_EQ(text_of("<p>See <img src='/i.png' alt='x'/> here</p>"),
              "p(See [img https://news.example/i.png alt='x'] here)");
    EXPECT_EQ(text_of("<p><a href='/l'><img src='/i.png' alt='x'/></a> <img src='/j.png' alt='y'/></p>"),
              "image url='https://news.example/l'([img https://news.example/i.png alt='x']) "
              "image([img https://news.example/j.png alt='y'])");
    EXPECT_EQ(text_of("<img src='/i.png' alt='' width='100%' height='5'/>"),
              "image([img https://news.example/i.png])");
    EXPECT_EQ(text_of("<img src='/i.png' alt='' width='20001' height='5'/>"),
              "image([img https://news.example/i.png])");
    EXPECT_EQ(text_of("<p><img src='data:image/gif,x' alt='a dog'/></p>"), "p(a dog)");
    EXPECT_EQ(text_of("<p>Hi <img class='wp-smiley' src='/s.png' alt='🙂'/></p>"), "p(Hi 🙂)");
}

TEST(HtmlPolicy, ImageNotes) {
    EXPECT_EQ(notes_of("<img src='/i.png' alt='x'/>"), "");
    EXPECT_EQ(notes_of("<img src='/i.png'/>"), "missing-alt:/i.png");
    EXPECT_EQ(notes_of("<img src='/i.png' alt='Putin-biden'/>"), "slug-alt:Putin-biden");
    EXPECT_EQ(text_of("<img src='/i.png' alt='Putin-biden'/>"), "image([img https://news.example/i.png])");
    EXPECT_EQ(notes_of("<img src='/i.png' alt='x' width='1' height='1'/>"), "html-dropped:img");
    EXPECT_EQ(read("<img src='/i.png' alt='" + repeat("é ", 600) + "'/>").blocks[0].images[0].alt,
              repeat("é ", 512));
    EXPECT_EQ(read("<img src='/i.png' alt='" + repeat("é ", 600) + "'/>").notes[0].code, Code::text_cut);
}

TEST(HtmlPolicy, LazyImagesAndPictures) {
    EXPECT_EQ(text_of("<img src='data:image/gif;base64,R0' data-src='/r.jpg' alt='a'/>"),
              "image([img https://news.example/r.jpg alt='a'])");
    EXPECT_EQ(text_of("<img data-src='/r.jpg' alt='a'/>"), "image([img https://news.example/r.jpg alt='a'])");
    EXPECT_EQ(text_of("<img src='/s.jpg' data-src='/r.jpg' alt='a'/>"),
              "image([img https://news.example/s.jpg alt='a'])");
    EXPECT_EQ(text_of("<img srcset='/a.jpg 1x, /b.jpg 2x' alt='a'/>"),
              "image([img https://news.example/a.jpg srcset='https://news.example/a.jpg 1x, "
              "https://news.example/b.jpg 2x' alt='a'])");
    EXPECT_EQ(text_of("<picture><source srcset='/w.webp 640w'/><img src='/i.jpg' alt='a'/></picture>"),
              "image([img https://news.example/i.jpg alt='a'])");
    EXPECT_EQ(text_of("<picture><source srcset='/w.webp 640w'/><img alt='a'/></picture>"),
              "image([img https://news.example/w.webp srcset='https://news.example/w.webp 640w' alt='a'])");
    EXPECT_EQ(text_of("<picture><source srcset='/w.webp'/></picture>"), "");
}

TEST(HtmlPolicy, Srcset) {
    const auto srcset = [](std::string_view text) {
        return read_srcset(text, "https://h.example/", test_arena()).text;
    };
    EXPECT_EQ(srcset(" a.jpg 1x , ,b,c.jpg   2.5x,d.jpg"),
              "https://h.example/a.jpg 1x, https://h.example/b,c.jpg 2.5x, https://h.example/d.jpg");
    EXPECT_EQ(srcset("a.jpg 1.x, b.jpg .5x, c.jpg 1e3w, d.jpg 10h, e.jpg 1x 2w, f.jpg w, g.jpg 640w"),
              "https://h.example/g.jpg 640w");
    EXPECT_EQ(srcset("javascript:1 1x, a.jpg 2x"), "https://h.example/a.jpg 2x");
    const List<std::string_view> refused =
        read_srcset("javascript:1 1x, a.jpg 2x, data:2 3x", "", test_arena()).refused;
    ASSERT_EQ(refused.size(), 2U);
    EXPECT_EQ(refused[0], "javascript:1");
    EXPECT_EQ(refused[1], "data:2");
    EXPECT_EQ(srcset("a.jpg,,,"), "https://h.example/a.jpg");
    std::string many;
    for (int i = 0; i < 20; ++i) many += "a 1x,";
    EXPECT_EQ(srcset(many), repeat("https://h.example/a 1x, ", 11) + "https://h.example/a 1x");
}

TEST(HtmlPolicy, Figures) {
    EXPECT_EQ(text_of("<figure><img src='/i.png' alt='x'/><figcaption>Cap <b>tion</b> "
                      "<cite>Ana/AP</cite></figcaption></figure>"),
              "image([img https://news.example/i.png alt='x' caption='Cap tion' credit='Ana/AP'])");
    EXPECT_EQ(text_of("<figure><figcaption>First <span class='photo-credit'>AP</span></figcaption><a "
                      "href='/l'><img src='/i.png' alt='x'/></a></figure>"),
              "image url='https://news.example/l'([img https://news.example/i.png alt='x' caption='First' "
              "credit='AP'])");
    EXPECT_EQ(
        text_of("<figure><img src='/i.png' alt='x'/><figcaption><small>Only</small></figcaption></figure>"),
        "image([img https://news.example/i.png alt='x' caption='Only'])");
    EXPECT_EQ(text_of("<figure><img src='/i.png' alt='x'/><figcaption><span "
                      "class='credit'>AP</span></figcaption></figure>"),
              "image([img https://news.example/i.png alt='x' credit='AP'])");
    EXPECT_EQ(text_of("<figure><pre>a</pre><figcaption>C</figcaption></figure>"), "code plain='a'() p(C)");
    EXPECT_EQ(text_of("<figure><p>a</p><img src='/i.png' alt='x'/><figcaption>C</figcaption></figure>"),
              "p(a) image([img https://news.example/i.png alt='x']) p(C)");
    EXPECT_EQ(text_of("<figure><figcaption>C</figcaption></figure><figcaption>D</figcaption>"), "p(C) p(D)");
    EXPECT_EQ(text_of("<figure><img src='/i.png' "
                      "alt='x'/><figcaption>C</figcaption><figcaption>D</figcaption></figure>"),
              "image([img https://news.example/i.png alt='x']) p(D) p(C)");
}

TEST(HtmlPolicy, Galleries) {
    const std::string one = "<figure><img src='/1.png' alt='x'/><figcaption>One</figcaption></figure>";
    const std::string two = "<figure><img src='/2.png' alt='y'/></figure>";
    const std::string both =
        "[img https://news.example/1.png alt='x' caption='One'][img https://news.example/2.png alt='y']";
    EXPECT_EQ(text_of("<figure>" + one + two + "<figcaption>All</figcaption></figure>"),
              "gallery(" + both + "All)");
    EXPECT_EQ(text_of("<figure><ul><li>" + one + "</li><li>" + two + "</li></ul></figure>"),
              "gallery(" + both + ")");
    EXPECT_EQ(text_of("<div>" + one + " " + two + "</div>"), "gallery(" + both + ")");
    EXPECT_EQ(text_of("<div>" + one + "text" + two + "</div>"),
              "image([img https://news.example/1.png alt='x' caption='One']) p(text) image([img "
              "https://news.example/2.png alt='y'])");
}

TEST(HtmlPolicy, CaptionsWithoutFigures) {
    EXPECT_EQ(
        text_of(
            "<div class='wp-caption'><img src='/i.png' alt='x'/><p class='wp-caption-text'>Words</p></div>"),
        "image([img https://news.example/i.png alt='x' caption='Words'])");
    EXPECT_EQ(
        text_of(
            "<p class='shortcode-media'><img src='/i.png' alt='x'/><small class='media-caption'>C</small> "
            "<small class='media-photo-credit'>AP</small></p><p>a</p>"),
        "image([img https://news.example/i.png alt='x' caption='C' credit='AP']) p(a)");
    EXPECT_EQ(text_of("<p class='credit'>no picture</p><p>a <span class='credit'>b</span></p>"),
              "p(no picture) p(a b)");
    EXPECT_EQ(text_of("<img src='/i.png' alt='x'/><div class='credits'><p>story</p></div>"),
              "image([img https://news.example/i.png alt='x']) p(story)");
}

TEST(HtmlPolicy, ImageLimit) {
    const Outcome outcome = read(repeat("<p><img src='/i.png' alt='x'/></p>", 205));
    EXPECT_EQ(outcome.blocks.size(), 200U);
    ASSERT_EQ(outcome.notes.size(), 1U);
    EXPECT_EQ(outcome.notes[0].code, Code::list_cut);
}

TEST(HtmlPolicy, Media) {
    EXPECT_EQ(text_of("<audio src='/a.mp3' title='T'>fallback</audio>"),
              "audio url='https://news.example/a.mp3' title='T'()");
    EXPECT_EQ(text_of("<p>x<video poster='/p.jpg'><source src='/v.mp4'/><p>none</p></video>y</p>"),
              "p(x) video url='https://news.example/v.mp4'([img https://news.example/p.jpg]) p(y)");
    EXPECT_EQ(text_of("<video src='javascript:1'><a href='/v'>file</a></video>"),
              "p(<a value='https://news.example/v'>file</a>)");
    EXPECT_EQ(text_of("<figure><audio src='/a.mp3'></audio><figcaption>C</figcaption></figure>"),
              "audio url='https://news.example/a.mp3'(C)");
}

TEST(HtmlPolicy, Embeds) {
    EXPECT_EQ(text_of("<figure><div><iframe src='https://v.example/1' "
                      "title='Film'>x</iframe></div><figcaption>C</figcaption></figure>"),
              "embed url='https://v.example/1' title='Film'(C)");
    EXPECT_EQ(notes_of("<iframe src='https://v.example/1'></iframe>"), "embed-as-link:https://v.example/1");
    EXPECT_EQ(text_of("<iframe src='about:blank' data-src='//v.example/1'></iframe>"),
              "embed url='https://v.example/1'()");
    EXPECT_EQ(text_of("<iframe src='javascript:1'></iframe><iframe srcdoc='x'></iframe>"), "");
    EXPECT_EQ(notes_of("<iframe src='https://t.example/' width='0' height='0'></iframe>"),
              "html-dropped:iframe");
    std::string many;
    for (int i = 0; i < 25; ++i)
        many += "<iframe src='https://v.example/" + std::to_string(i) + "'></iframe>";
    EXPECT_EQ(read(many).blocks.size(), 20U);
    EXPECT_EQ(read(many).notes.back().code, Code::list_cut);
}

TEST(HtmlPolicy, OtherBlocks) {
    EXPECT_EQ(text_of("<p>a</p><hr/><p>b</p>"), "p(a) divider() p(b)");
    EXPECT_EQ(text_of("<details open><summary>More <b>now</b></summary><p>a</p></details>"),
              "details header title='More now'(p(a))");
    EXPECT_EQ(text_of("<details><p>a</p></details><summary>s</summary>"), "details(p(a)) p(s)");
    EXPECT_EQ(text_of("<aside><p>a</p></aside><aside> </aside>"), "aside(p(a))");
}

// WordPress's, Ghost's.
TEST(HtmlPolicy, BoxesForALinkAreButtons) {
    const Blocks blocks =
        read(
            "<div class='wp-block-buttons'><div class='wp-block-button'><a href='/a' "
            "class='wp-block-button__link'>Buy <b>now</b></a></div></div>"
            "<div class='kg-card kg-button-card'><a href='/b'>Go</a></div>"
            "<div class='button'>See <a href='/c'>c</a></div><div class='button'></div>"
            "<div class='button'><a href='javascript:x'>d</a></div><div><a href='/e'>e</a></div>")
            .blocks;
    ASSERT_EQ(blocks.size(), 5U);
    EXPECT_EQ(blocks[0].kind, BlockKind::button);
    EXPECT_EQ(blocks[0].title, "Buy now");
    EXPECT_EQ(blocks[0].url, "https://news.example/a");
    EXPECT_TRUE(blocks[0].text.empty());
    EXPECT_EQ(blocks[1].kind, BlockKind::button);
    for (std::size_t i = 2; i < 5; ++i) EXPECT_EQ(blocks[i].kind, BlockKind::paragraph) << i;
}

TEST(HtmlPolicy, DroppedAndUnwrapped) {
    EXPECT_EQ(text_of("<p>a<script>x()</script>b<form>c</form><button>d</button></p>"), "p(ab)");
    EXPECT_EQ(notes_of("<script>x</script><b>t<script>y</script></b><form></form>"),
              "html-dropped:script html-dropped:form");
    EXPECT_EQ(text_of("<center>a <blink>b</blink></center>"), "p(a b)");
    EXPECT_EQ(notes_of("<blink>b</blink><blink>c</blink><center>d</center>"),
              "html-unwrapped:blink html-unwrapped:center");
    EXPECT_EQ(text_of("<x-el>gone</x-el>"), "");
    std::string many;
    for (int i = 0; i < 500; ++i) many += "<e" + std::to_string(i) + ">a</e" + std::to_string(i) + ">";
    EXPECT_EQ(read(many).notes.size(), 100U);
}

TEST(HtmlPolicy, Languages) {
    EXPECT_EQ(text_of("<p lang='fr'>a</p><p lang='en'>b</p><p lang='\"><x'>c</p>"),
              "p lang='fr'(a) p(b) p(c)");
    EXPECT_EQ(text_of("<p>a <i lang='fr'>b</i> c</p>"), "p(a <em><span lang='fr'>b</span></em> c)");
    EXPECT_EQ(text_of("<div lang='fr'><p>a</p><ul><li>b</li></ul></div>"),
              "p lang='fr'(a) list lang='fr'(item(p(b)))");
    EXPECT_EQ(text_of("<blockquote lang='fr'><p>a</p><p lang='en'>b</p></blockquote>"),
              "quote lang='fr'(p(a) p lang='en'(b))");
    EXPECT_EQ(text_of("<table><tr><td lang='fr'>a</td><td>b</td></tr></table>"),
              "table(row(cell lang='fr'(a) cell(b)))");
}

TEST(HtmlPolicy, GoogleDocsWrapperIsNotBold) {
    EXPECT_EQ(text_of("<b id='docs-internal-guid-1'><p>a <b>b</b></p></b>"), "p(a <strong>b</strong>)");
}

TEST(HtmlPolicy, TreesThatNoParserMakes) {
    HtmlTree open_ended(test_arena());
    open_ended.open(Tag::p);
    open_ended.attribute(Attr::id, "x");
    open_ended.text("a");
    open_ended.open(Tag::b);
    HtmlTree closed_twice(test_arena());
    closed_twice.close();
    closed_twice.open(Tag::ul);
    closed_twice.close();
    closed_twice.close();
    closed_twice.attribute(Attr::id, "x");
    closed_twice.text("a");
    Notes notes;
    const PolicyContext context{"en", "", "", test_arena()};
    EXPECT_EQ(block_text(read_blocks(open_ended, context, notes)), "p(a)");
    EXPECT_EQ(block_text(read_blocks(closed_twice, context, notes)), "p(a)");
}

TEST(HtmlPolicy, DeepTreesKeepTheirText) {
    for (const std::string_view name :
         {"div", "b", "blockquote", "ul", "figure", "table", "td", "details", "a"}) {
        const std::string tag(name);
        const Outcome outcome = read(repeat("<" + tag + ">", 3000) + "deep<script>no</script><i>er</i>" +
                                     repeat("</" + tag + ">", 3000) + "end");
        const std::string text = block_text(outcome.blocks);
        EXPECT_NE(text.find("deeper"), std::string::npos) << name;
        EXPECT_NE(text.find("end"), std::string::npos) << name;
    }
}

}  // namespace
}  // namespace longread
