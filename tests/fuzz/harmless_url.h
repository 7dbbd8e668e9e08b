// Whether a URL may stand in a page, as a browser would read it; written apart from base/url.cpp.
#pragma once

#include <cctype>
#include <string>
#include <string_view>

namespace longread {

// The scheme in small letters; empty for a relative URL. Browsers pass by control characters and spaces
// before it, and tabs and line breaks in it.
inline std::string scheme_a_browser_sees(std::string_view url) {
    std::string scheme;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (scheme.empty() ? byte <= 0x20 : c == '\t' || c == '\n' || c == '\r') continue;
        if (c == ':') return scheme;
        const bool is_letter = byte < 0x80 && std::isalpha(byte) != 0;
        if (!is_letter && (scheme.empty() || (c != '+' && c != '-' && c != '.' && (c < '0' || c > '9'))))
            return {};
        scheme += static_cast<char>(std::tolower(byte));
    }
    return {};
}

inline bool is_harmless_url(std::string_view url, bool is_link) {
    if (url.size() > 2'048) return false;
    // To a part of the article, whose id may have letters of any script.
    if (url.substr(0, 4) == "#lr-")
        return is_link && url.find_first_of(" \t\n\"<>") == std::string_view::npos;
    const std::string scheme = scheme_a_browser_sees(url);
    const bool is_call = is_link && (scheme == "mailto" || scheme == "tel");
    if (!scheme.empty() && scheme != "https" && scheme != "http" && !is_call) return false;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F || (c == ' ' && !is_call)) return false;
    }
    if (is_call) return true;
    const std::size_t start = scheme.empty() ? 0 : scheme.size() + 1;
    const bool has_host = url.substr(start, 2) == "//";
    if (!scheme.empty() && !has_host) return false;
    // No user name, and no backslash that another reader of URLs would take for a part of the host.
    if (has_host)
        return url.substr(0, url.find_first_of("/?#", start + 2)).find_first_of("@\\") ==
               std::string_view::npos;
    return url.substr(0, url.find_first_of("?#")).find('\\') == std::string_view::npos;
}

}  // namespace longread
