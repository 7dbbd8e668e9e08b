// WordPress: posts and pages of its REST interface (/wp-json/wp/v2/posts, with or without _embed and
// _fields), one or a list of them, and of WordPress.com's older one (v1.1). Of a list the first post is the
// article.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter wordpress;

}  // namespace longread
