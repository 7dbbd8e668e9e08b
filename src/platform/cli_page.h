// What stands around the shadow root's content: the element with its declarative shadow root, and a page.
#pragma once

#include <string>
#include <string_view>

#include "platform/cli_options.h"

namespace longread {

struct PageText {
    std::string title;
    std::string lang;
    std::string dir;
    std::string content;  // HTML of the shadow root
    std::string shard;    // of the archive, that the page may ask for at once
};

// <long-read><template shadowrootmode="open">...</template></long-read>
std::string write_element(const PageText& text, const CliOptions& options);
// A complete page that holds the element, and the loader's script tag.
std::string write_page(const PageText& text, const CliOptions& options);
// The sources that a strict style-src needs for what the two above write, e.g. "'sha256-...'"; empty without
// inline styles.
std::string style_hashes(const CliOptions& options);

}  // namespace longread
