// schema.org's JSON-LD: the first article (NewsArticle, BlogPosting, LiveBlogPosting, Review and kin) of an
// object, a list or an "@graph", whose parts may point at each other by "@id". Publishers write it for search
// engines: often without the text, so that a summary and a link are all that can be shown. As a feed: all
// articles, or those of an ItemList.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter json_ld;

}  // namespace longread
