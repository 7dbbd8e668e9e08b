// The srcset attribute: candidates are taken apart, their URLs checked, and printed anew.
#pragma once

#include <string_view>

#include "base/list.h"

namespace longread {

struct Srcset {
    std::string_view text;           // "URL 640w, URL 1280w": at most 12 candidates
    std::string_view first;          // the URL of the first
    List<std::string_view> refused;  // references that the URL policy refused
};

Srcset read_srcset(std::string_view srcset, std::string_view base_url, Arena& arena);

}  // namespace longread
