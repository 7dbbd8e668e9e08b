// Words that say nothing of what a story is about.
#pragma once

#include <string_view>

#include "base/arena.h"

namespace longread {

// The words of one language, with a space after each.
struct StopWords {
    std::string_view lang;  // ISO 639-1
    std::string_view words;
};

struct StopLists {
    const StopWords* begin = nullptr;
    const StopWords* end = nullptr;
};

// English in full, of six other languages their most frequent words: what a page can afford.
StopLists short_stop_lists();

// All that there are; in the browser, which never builds an archive, the short ones.
StopLists full_stop_lists();

}  // namespace longread
