// The whole article with what stands around it, as one tree: the content of the element's shadow root. The
// markup that comes out is described in README.md beside this file.
#pragma once

#include <string_view>

#include "model/article.h"
#include "model/choices.h"
#include "model/html_tree.h"

namespace longread {

struct RenderOptions {
    std::string_view lang;   // of the interface; empty: the article's
    std::string_view origin;  // of the publisher's pages, to tell links that leave; empty: unknown
    std::string_view hide;   // words: parts not to draw
    int heading_level = 1;   // of the headline, 1 to 4
};

HtmlTree render_article(const Article& article, const Choices& choices, const RenderOptions& options);

}  // namespace longread
