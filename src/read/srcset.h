// The srcset attribute: candidates are taken apart, their URLs checked, and printed anew.
#pragma once

#include <string>
#include <string_view>

namespace longread {

struct Srcset {
    std::string text;          // "URL 640w, URL 1280w": at most 12 candidates
    std::string first;         // the URL of the first
    std::string_view refused;  // the first reference that the URL policy refused, or empty
};

Srcset read_srcset(std::string_view srcset, std::string_view base_url);

}  // namespace longread
