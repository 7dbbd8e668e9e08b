// Where the publisher's own pages are, to tell links that leave them.
#pragma once

#include <string_view>

#include "base/url.h"

namespace longread {

// The origin of the article's own URL, or that of the page it stands in; empty where neither is known.
inline std::string_view origin_of_pages(std::string_view article_url, std::string_view base_url) {
    const std::string_view own = url_origin(article_url);
    return own.empty() ? url_origin(base_url) : own;
}

}  // namespace longread
