// What every part of render needs at hand: the tree it writes to, the language of the interface, the levels
// of headings, the origin that links are judged against; and the few shapes that recur (links, pictures,
// dates).
#pragma once

#include <string_view>

#include "base/locale.h"
#include "model/article.h"
#include "model/html_tree.h"
#include "render/phrases.h"

namespace longread {

class Markup {
  public:
    // language: of the interface. lang: of what it stands in. level: of the headline, 1 to 4. origin: of the
    // publisher's own pages, or empty.
    Markup(HtmlTree& tree, Language language, std::string_view lang, int level, std::string_view origin)
        : tree_(tree), language_(language), lang_(lang), level_(level), origin_(origin) {}

    [[nodiscard]] Language language() const { return language_; }
    // A heading `below` levels under the headline (0: the headline itself), at most h6.
    [[nodiscard]] Tag heading(int below) const;

    void open(Tag tag, std::string_view css_class = {}, std::string_view part = {});
    void attribute(Attr attr, std::string_view value) { tree_.attribute(attr, value); }
    void attribute(Attr attr, std::string_view prefix, std::string_view value);
    void attribute(Attr attr, std::int64_t value);
    // Only where there is something to say.
    void optional(Attr attr, std::string_view value);
    void text(std::string_view text) { tree_.text(text); }
    void close() { tree_.close(); }

    // <tag class>text</tag>
    void element(Tag tag, std::string_view css_class, std::string_view text);
    // The same, and nothing where the text is empty.
    void optional_element(Tag tag, std::string_view css_class, std::string_view text);
    // Says of the element that is open that its words are the interface's, where these are of another
    // language than the article (WCAG 3.1.2).
    void own_words();
    // <tag class> of such words.
    void own_element(Tag tag, std::string_view css_class, std::string_view words);
    void phrase(Phrase which) { text(longread::phrase(which, language_)); }

    // Opens <a>; links that leave the origin tell nothing about the reader.
    void open_link(std::string_view url, std::string_view css_class = {});
    // The label, linked where there is a URL.
    void link(const Link& link);
    // <ul class> of links; nothing where there is none.
    void link_list(const List<Link>& links, std::string_view css_class, std::string_view part,
                   std::string_view label = {});
    // <img>: with its box, so that nothing moves when it comes.
    enum class Loading : unsigned char { first, later };
    void image(const Image& image, Loading loading);
    // <figcaption> with caption and credit apart; nothing where both are empty.
    void caption(std::string_view caption, std::string_view credit);
    // <time>: the calendar day.
    void time(const Timestamp& time, std::string_view css_class);

  private:
    HtmlTree& tree_;
    Language language_;
    std::string_view lang_;
    int level_;
    std::string_view origin_;
};

}  // namespace longread
