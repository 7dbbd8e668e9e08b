#include "base/url.h"

#include <cstdint>

#include "base/host.h"
#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t longest_url = 2048;

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_slash(char c) { return c == '/' || c == '\\'; }
bool contains(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

// The percent-encode sets of the URL standard, beyond control and non-ASCII bytes, which all of them hold.
constexpr std::string_view path_set = " \"#<>?`{}";
constexpr std::string_view query_set = " \"#<>'";
constexpr std::string_view opaque_query_set = " \"#<>";
constexpr std::string_view fragment_set = " \"<>`";

void append_encoded(TextBuffer& out, std::string_view text, std::string_view set) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        // Bytes that are not UTF-8 are read as U+FFFD, and so printed.
        const bool broken = c.value == 0xFFFD && c.size == 1;
        const std::string_view bytes = broken ? "\xEF\xBF\xBD" : text.substr(i, c.size);
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            if (value < 0x7F && value >= 0x20 && !contains(set, byte)) {
                out += byte;
                continue;
            }
            out += '%';
            out += hex[value >> 4U];
            out += hex[value & 15U];
        }
        i += c.size;
    }
}

// host, or host:port; the port is left out where it is the scheme's own.
bool append_authority(TextBuffer& out, std::string_view authority, std::string_view scheme) {
    const std::size_t bracket = authority.find(']');
    const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (!append_host(out, authority.substr(0, colon))) return false;
    if (colon == std::string_view::npos) return true;
    std::int64_t port = 0;
    const std::string_view digits = authority.substr(colon + 1);
    for (const char c : digits) {
        if (!is_digit(c)) return false;
        port = port * 10 + (c - '0');
        if (port > 65'535) return false;
    }
    if (digits.empty() || (scheme == "https" && port == 443) || (scheme == "http" && port == 80)) return true;
    out += ':';
    out += Decimal(port);
    return true;
}

// 1 for ".", 2 for "..", each dot also as %2e; else 0.
int dots_of(std::string_view segment) {
    int dots = 0;
    while (!segment.empty()) {
        const bool encoded =
            segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' && (segment[2] | 0x20) == 'e';
        if (segment[0] != '.' && !encoded) return 0;
        segment.remove_prefix(encoded ? 3 : 1);
        if (++dots > 2) return 0;
    }
    return dots;
}

// Appends the segments of a path that starts with a slash; dot segments do their work on what stands behind
// `root`.
void append_path(TextBuffer& out, std::string_view path, std::size_t root) {
    while (!path.empty()) {
        std::size_t end = 1;
        while (end < path.size() && !is_slash(path[end])) ++end;
        const std::string_view segment = path.substr(1, end - 1);
        path.remove_prefix(end);
        const int dots = dots_of(segment);
        if (dots == 2 && out.size() > root) out.cut(out.view().rfind('/'));
        if (dots == 0) {
            out += '/';
            append_encoded(out, segment, path_set);
        } else if (path.empty()) {
            out += '/';
        }
    }
    if (out.size() == root) out += '/';
}

// A reference cut in pieces, as it was written.
struct Pieces {
    std::string_view path;      // up to the first ? or #
    std::string_view query;     // with its ?
    std::string_view fragment;  // with its #
};

Pieces cut(std::string_view text) {
    Pieces pieces;
    const std::size_t hash = text.find('#');
    if (hash != std::string_view::npos) pieces.fragment = text.substr(hash);
    text = text.substr(0, hash);
    const std::size_t mark = text.find('?');
    if (mark != std::string_view::npos) pieces.query = text.substr(mark);
    pieces.path = text.substr(0, mark);
    return pieces;
}

void append_query_and_fragment(TextBuffer& out, const Pieces& pieces, std::string_view set) {
    if (!pieces.query.empty()) {
        out += '?';
        append_encoded(out, pieces.query.substr(1), set);
    }
    if (!pieces.fragment.empty()) {
        out += '#';
        append_encoded(out, pieces.fragment.substr(1), fragment_set);
    }
}

// As browsers read an attribute: no control characters or spaces at the ends, no tabs or line ends anywhere.
void preprocess(TextBuffer& out, std::string_view text) {
    const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
    while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
    for (const char c : text) {
        if (c != '\t' && c != '\n' && c != '\r') out += c;
    }
}

bool has_control(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
    }
    return false;
}

// The length of the scheme's name, 0 where there is none.
std::size_t scheme_size(std::string_view text) {
    if (text.empty() || !is_letter(text[0])) return 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == ':') return i;
        if (!is_letter(text[i]) && !is_digit(text[i]) && !contains("+-.", text[i])) return 0;
    }
    return 0;
}

// "//host:port/path": what follows the scheme of an http URL. `out` holds the scheme and its colon, or
// nothing.
bool append_hierarchy(TextBuffer& out, std::string_view text, std::string_view scheme) {
    Pieces pieces = cut(text);
    std::size_t begin = 0;
    while (begin < pieces.path.size() && pieces.path[begin] == '/') ++begin;
    pieces.path.remove_prefix(begin);
    const std::size_t end = pieces.path.find_first_of("/\\");
    const std::string_view rest = end == std::string_view::npos ? "" : pieces.path.substr(end);
    // A backslash ends a host for browsers, and not for other readers of URLs: refused, as are user names.
    if (begin < 2 || (!rest.empty() && rest[0] == '\\')) return false;
    out += "//";
    if (!append_authority(out, pieces.path.substr(0, end), scheme)) return false;
    append_path(out, rest, out.size());
    append_query_and_fragment(out, pieces, query_set);
    return true;
}

// What follows appends a URL to an empty `out`, or gives false where the policy refuses it.

bool append_absolute(TextBuffer& out, std::string_view text, std::size_t name_size, bool may_call) {
    TextBuffer scheme;
    append_lower_ascii(scheme, text.substr(0, name_size));
    text.remove_prefix(name_size + 1);
    out += scheme;
    out += ':';
    const std::string_view name = scheme;
    if (name == "https" || name == "http") return append_hierarchy(out, text, scheme);
    if (!may_call || (name != "mailto" && name != "tel")) return false;
    const Pieces pieces = cut(text);
    if (!pieces.path.empty() && pieces.path[0] == '/') return false;  // that would be a host
    append_encoded(out, pieces.path, "");
    append_query_and_fragment(out, pieces, opaque_query_set);
    return true;
}

// Without a base a relative reference stays as it is, but for what has to be encoded; dot segments are left
// to the browser, which knows where they lead.
void append_unresolved(TextBuffer& out, const Pieces& pieces) {
    TextBuffer path;
    append_encoded(path, pieces.path, path_set);
    const std::string_view first = path.view().substr(0, path.view().find_first_of("/\\"));
    if (first.find(':') != std::string_view::npos) out += "./";
    for (const char c : path.view()) out += c == '\\' ? '/' : c;
    append_query_and_fragment(out, pieces, query_set);
}

// `base` is a URL as append_absolute prints it.
void append_relative(TextBuffer& out, const Pieces& pieces, std::string_view base) {
    const Pieces parent = cut(base);
    const std::size_t root = parent.path.find('/', parent.path.find("//") + 2);
    if (pieces.path.empty()) {
        out += parent.path;
        if (pieces.query.empty()) out += parent.query;
    } else {
        out += parent.path.substr(0, root);
        // The base is canonical already: encoding it again changes nothing.
        TextBuffer path;
        if (!is_slash(pieces.path[0])) path += parent.path.substr(root, parent.path.rfind('/') + 1 - root);
        path += pieces.path;
        append_path(out, path, root);
    }
    append_query_and_fragment(out, pieces, query_set);
}

bool append_resolved(TextBuffer& out, std::string_view text, std::string_view base, UrlUse use) {
    const bool is_link = use == UrlUse::link;
    const std::size_t name_size = scheme_size(text);
    if (name_size > 0) return append_absolute(out, text, name_size, is_link);

    TextBuffer written_base;
    preprocess(written_base, base);
    TextBuffer parent;
    const std::size_t base_name = scheme_size(written_base);
    const bool has_base = base_name > 0 && !has_control(written_base) &&
                          append_absolute(parent, written_base, base_name, false);

    if (text.size() >= 2 && is_slash(text[0]) && is_slash(text[1])) {
        const std::string_view scheme =
            has_base ? written_base.view().substr(0, base_name) : std::string_view();
        TextBuffer small;
        append_lower_ascii(small, scheme);
        out += small;
        if (has_base) out += ':';
        return append_hierarchy(out, text, small);
    }
    const Pieces pieces = cut(text);
    const bool names_nothing = pieces.path.empty() && pieces.query.empty();
    if (names_nothing && !is_link) return false;
    if (!has_base || (names_nothing && !pieces.fragment.empty())) {
        append_unresolved(out, pieces);
    } else {
        append_relative(out, pieces, parent);
    }
    return true;
}

}  // namespace

std::optional<std::string_view> resolve_url(std::string_view reference, std::string_view base, UrlUse use,
                                            Arena& arena) {
    if (reference.size() > longest_url) return std::nullopt;
    TextBuffer text;
    preprocess(text, reference);
    TextBuffer url;
    if (has_control(text) || !append_resolved(url, text, base, use) || url.size() > longest_url)
        return std::nullopt;
    return arena.keep(url);
}

std::string_view resolve_or_drop(const std::string_view& reference, const std::string_view& base, UrlUse use,
                                 Arena& arena) {
    return resolve_url(reference, base, use, arena).value_or(std::string_view());
}

std::string_view url_origin(std::string_view url) {
    const std::size_t name = scheme_size(url);
    const std::size_t start = name > 0 ? name + 1 : 0;
    if (url.substr(start, 2) != "//") return {};
    return url.substr(0, url.find_first_of("/?#", start + 2));
}

}  // namespace longread
