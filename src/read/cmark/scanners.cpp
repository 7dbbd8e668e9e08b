// Takes the place of cmark's scanners.c, 280 KB of automata that re2c generates: the same functions by hand,
// for the text that cmark hands over, which ends in a zero byte. tests/unit/cmark_parts_test.cpp holds them
// against upstream's. The two that only upstream's renderers call are left out.
#include <scanners.h>

#include <string_view>

namespace {

using Text = const unsigned char*;

constexpr std::string_view raw_block_names = " script pre textarea style ";
constexpr std::string_view block_names =
    " address article aside base basefont blockquote body caption center col colgroup dd details dialog dir "
    "div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe "
    "legend li "
    "link main menu menuitem nav noframes ol optgroup option p param section source title summary table "
    "tbody td "
    "tfoot th thead title tr track ul ";

constexpr std::string_view all_space = " \t\v\f\r\n";

// Whether c is one of the characters; never the zero byte.
bool is_one_of(std::string_view characters, unsigned char c) {
    return characters.find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(unsigned char c) { return is_upper(c & 0xDFU) && c < 0x80; }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(unsigned char c) { return is_letter(c) || is_digit(c); }
bool is_line_end(unsigned char c) { return c == '\r' || c == '\n'; }

Text skip(Text p, std::string_view characters) {
    while (is_one_of(characters, *p)) ++p;
    return p;
}

Text skip_run(Text p, unsigned char c) {
    while (*p == c) ++p;
    return p;
}

// Past the characters if they stand here, in any case; otherwise nullptr. `characters` is in lower case.
Text match(Text p, std::string_view characters) {
    for (const char wanted : characters) {
        const unsigned char c = is_upper(*p) ? *p | 0x20U : *p;
        if (c != static_cast<unsigned char>(wanted)) return nullptr;
        ++p;
    }
    return p;
}

// Past a name of the list (" a b "), in any case; otherwise nullptr.
Text match_name(Text p, std::string_view names) {
    char word[12] = " ";
    std::size_t size = 1;
    while (is_alphanumeric(*p)) {
        if (size == sizeof word - 1) return nullptr;
        word[size++] = static_cast<char>(*p++ | 0x20);
    }
    word[size++] = ' ';
    return size > 2 && names.find({word, size}) != std::string_view::npos ? p : nullptr;
}

bufsize_t length(Text start, Text end) { return end == nullptr ? 0 : static_cast<bufsize_t>(end - start); }

Text match_scheme(Text p) {
    if (!is_letter(*p)) return nullptr;
    const Text start = p;
    while (is_alphanumeric(*p) || is_one_of(".+-", *p)) ++p;
    return p - start >= 2 && p - start <= 32 && *p == ':' ? p + 1 : nullptr;
}

// A part of a host name: 1 to 63 letters, digits and hyphens, no hyphen at the ends.
Text match_host_label(Text p) {
    const Text start = p;
    while (is_alphanumeric(*p) || *p == '-') ++p;
    const bool is_label = p > start && p - start <= 63 && *start != '-' && p[-1] != '-';
    return is_label ? p : nullptr;
}

Text skip_tag_name(Text p) {
    while (is_alphanumeric(*p) || *p == '-') ++p;
    return p;
}

Text match_attribute_value(Text p) {
    if (*p == '"' || *p == '\'') {
        const unsigned char quote = *p++;
        while (*p != quote && *p != '\0') ++p;
        return *p == quote ? p + 1 : nullptr;
    }
    const Text start = p;
    while (*p != '\0' && !is_one_of(" \t\r\n\v\f\"'=<>`", *p)) ++p;
    return p > start ? p : nullptr;
}

bool starts_attribute_name(unsigned char c) { return is_letter(c) || c == '_' || c == ':'; }

Text match_attribute(Text p) {
    while (is_alphanumeric(*p) || is_one_of(":._-", *p)) ++p;
    const Text sign = skip(p, all_space);
    return *sign == '=' ? match_attribute_value(skip(sign + 1, all_space)) : p;
}

Text match_tag(Text p) {
    if (*p == '/') {
        if (!is_letter(*++p)) return nullptr;
        p = skip(skip_tag_name(p), all_space);
        return *p == '>' ? p + 1 : nullptr;
    }
    if (!is_letter(*p)) return nullptr;
    p = skip_tag_name(p);
    for (;;) {
        const Text next = skip(p, all_space);
        if (next == p || !starts_attribute_name(*next)) {
            p = *next == '/' ? next + 1 : next;
            return *p == '>' ? p + 1 : nullptr;
        }
        p = match_attribute(next);
        if (p == nullptr) return nullptr;
    }
}

// Past the last place on the line where `suffix` ends; nullptr where it is not.
Text find_last_on_line(Text p, std::string_view suffix) {
    Text found = nullptr;
    for (; *p != '\0' && *p != '\n'; ++p) {
        if (const Text end = match(p, suffix); end != nullptr) found = end;
    }
    return found;
}

Text match_fence(Text p) {
    if (*p != '`' && *p != '~') return nullptr;
    const Text end = skip_run(p, *p);
    return end - p >= 3 ? end : nullptr;
}

}  // namespace

bufsize_t _scan_at(bufsize_t (*scanner)(const unsigned char*), cmark_chunk* chunk, bufsize_t offset) {
    // cmark's buffers are its own and may be written to.
    auto* text = const_cast<unsigned char*>(chunk->data);
    if (text == nullptr || offset > chunk->len) return 0;
    const unsigned char last = text[chunk->len];
    text[chunk->len] = '\0';
    const bufsize_t size = scanner(text + offset);
    text[chunk->len] = last;
    return size;
}

bufsize_t _scan_scheme(Text p) { return length(p, match_scheme(p)); }

bufsize_t _scan_autolink_uri(Text p) {
    Text end = match_scheme(p);
    if (end == nullptr) return 0;
    while (*end > ' ' && *end != '<' && *end != '>') ++end;
    return *end == '>' ? length(p, end + 1) : 0;
}

bufsize_t _scan_autolink_email(Text p) {
    Text end = p;
    while (is_alphanumeric(*end) || is_one_of(".!#$%&'*+/=?^_`{|}~-", *end)) ++end;
    if (end == p || *end != '@') return 0;
    do {
        end = match_host_label(end + 1);
    } while (end != nullptr && *end == '.');
    return end != nullptr && *end == '>' ? length(p, end + 1) : 0;
}

bufsize_t _scan_html_tag(Text p) { return length(p, match_tag(p)); }

// From the second hyphen of "<!--" on.
bufsize_t _scan_html_comment(Text p) {
    if (const Text end = match(p, "--->"); end != nullptr) return length(p, end);
    const Text start = p;
    if (*p++ != '-') return 0;
    if (*(*p == '-' ? p + 1 : p) == '>') return 0;
    for (; *p != '\0'; ++p) {
        if (*p != '-') continue;
        if (*++p == '-') return p - start > 2 && p[1] == '>' ? length(start, p + 2) : 0;
        if (*p == '\0') return 0;
    }
    return 0;
}

bufsize_t _scan_html_pi(Text p) {
    const Text start = p;
    while (*p != '\0') {
        if (*p == '?' && (*++p == '>' || *p == '\0')) return length(start, p - 1);
        ++p;
    }
    return length(start, p);
}

bufsize_t _scan_html_declaration(Text p) {
    Text end = p;
    while (is_upper(*end)) ++end;
    if (end == p || !is_one_of(all_space, *end)) return 0;
    while (*end != '>' && *end != '\0') ++end;
    return length(p, end);
}

bufsize_t _scan_html_cdata(Text p) {
    Text end = match(p, "cdata[");
    if (end == nullptr) return 0;
    while (*end != '\0') {
        const Text brackets = end;
        if (*end == ']' && *++end == ']') ++end;
        const bool is_close = end - brackets == 2 && *end == '>';
        if (is_close || *end == '\0') return length(p, brackets);
        ++end;
    }
    return length(p, end);
}

bufsize_t _scan_html_block_start(Text p) {
    if (*p++ != '<') return 0;
    if (const Text end = match_name(p, raw_block_names); end != nullptr) {
        if (*end == '>' || is_one_of(all_space, *end)) return 1;
    }
    if (*p == '?') return 3;
    if (*p == '!') {
        if (match(p, "!--") != nullptr) return 2;
        if (match(p, "![cdata[") != nullptr) return 5;
        return is_upper(p[1]) ? 4 : 0;
    }
    const Text end = match_name(*p == '/' ? p + 1 : p, block_names);
    if (end == nullptr) return 0;
    return is_one_of(all_space, *end) || *end == '>' || (*end == '/' && end[1] == '>') ? 6 : 0;
}

bufsize_t _scan_html_block_start_7(Text p) {
    const Text tag = *p == '<' ? match_tag(p + 1) : nullptr;
    if (tag == nullptr) return 0;
    const Text end = skip(tag, "\t\n\f ");
    const std::string_view gap(reinterpret_cast<const char*>(tag), static_cast<std::size_t>(end - tag));
    return *end == '\r' || gap.find('\n') != std::string_view::npos ? 7 : 0;
}

bufsize_t _scan_html_block_end_1(Text p) {
    Text found = nullptr;
    for (const std::string_view suffix : {"</script>", "</pre>", "</textarea>", "</style>"}) {
        const Text end = find_last_on_line(p, suffix);
        if (end != nullptr && (found == nullptr || end > found)) found = end;
    }
    return length(p, found);
}

bufsize_t _scan_html_block_end_2(Text p) { return length(p, find_last_on_line(p, "-->")); }
bufsize_t _scan_html_block_end_3(Text p) { return length(p, find_last_on_line(p, "?>")); }
bufsize_t _scan_html_block_end_4(Text p) { return length(p, find_last_on_line(p, ">")); }
bufsize_t _scan_html_block_end_5(Text p) { return length(p, find_last_on_line(p, "]]>")); }

// Upstream takes a backslash as an escape or as itself, whichever makes the title longer: so does this.
bufsize_t _scan_link_title(Text p) {
    if (*p != '"' && *p != '\'' && *p != '(') return 0;
    const unsigned char close = *p == '(' ? ')' : *p;
    Text end = nullptr;
    for (Text at = p + 1; *at != '\0'; ++at) {
        const bool is_escaped = at[-1] == '\\';
        if (*at == close) end = at + 1;
        if (!is_escaped && (*at == close || (close == ')' && *at == '('))) break;
    }
    return length(p, end);
}

bufsize_t _scan_spacechars(Text p) { return length(p, skip(p, all_space)); }

bufsize_t _scan_atx_heading_start(Text p) {
    const Text end = skip_run(p, '#');
    if (end == p || end - p > 6) return 0;
    return length(p, is_line_end(*end) ? end + 1 : is_one_of(" \t", *end) ? skip(end, " \t") : p);
}

bufsize_t _scan_setext_heading_line(Text p) {
    if (*p != '=' && *p != '-') return 0;
    const Text end = skip(skip_run(p, *p), " \t");
    if (!is_line_end(*end)) return 0;
    return *p == '=' ? 1 : 2;
}

bufsize_t _scan_open_code_fence(Text p) {
    const Text fence = match_fence(p);
    if (fence == nullptr) return 0;
    Text end = fence;
    while (*end != '\0' && !is_line_end(*end) && !(*p == '`' && *end == '`')) ++end;
    return is_line_end(*end) ? length(p, fence) : 0;
}

bufsize_t _scan_close_code_fence(Text p) {
    const Text fence = match_fence(p);
    return fence != nullptr && is_line_end(*skip(fence, " \t")) ? length(p, fence) : 0;
}
