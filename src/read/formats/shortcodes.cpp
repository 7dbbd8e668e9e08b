#include "read/formats/shortcodes.h"

#include "base/text.h"
#include "read/formats/foreign_html.h"

namespace longread {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::string_view embed_class = "wp-block-embed__wrapper";

struct Shortcode {
    std::size_t end = 0;    // just past its ']'; 0: there is none
    std::string_view name;  // without '/'
    std::string_view text;  // all of it
    bool closes = false;    // [/name]
    [[nodiscard]] bool exists() const { return end != 0; }
};

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// A shortcode that begins at the '[' at `at`, where what stands there could be one.
Shortcode shortcode_at(std::string_view html, std::size_t at) {
    Shortcode code;
    std::size_t name = at + 1;
    if (html.substr(name, 1) == "/") {
        code.closes = true;
        ++name;
    }
    std::size_t end = name;
    while (end < html.size() && is_name_character(html[end])) ++end;
    code.name = html.substr(name, end - name);
    if (code.name.empty() || !(code.name[0] >= 'a' && code.name[0] <= 'z')) return code;
    const std::size_t close = html.find_first_of("]<[", end);
    if (close == none || html[close] != ']') return code;
    if (html.substr(close, 2) == "](") return code;  // Markdown's link
    code.text = html.substr(at, close + 1 - at);
    code.end = close + 1;
    return code;
}

// Just past the picture with the link around it; the words of the caption follow.
std::size_t end_of_picture(std::string_view content) {
    bool in_link = false;
    std::size_t end = 0;
    for (HtmlTagText tag = find_tag_text(content, 0); tag.exists(); tag = find_tag_text(content, tag.end)) {
        if (has_word("a", tag.name) && end == 0) in_link = true;
        if (has_word("img", tag.name)) end = tag.end;
        if (has_word("/a", tag.name) && in_link) return tag.end;
        if (end != 0 && !in_link) break;
    }
    return end;
}

class ShortcodeExpander {
  public:
    ShortcodeExpander(std::string_view html, JsonValue place, Converter& to)
        : rest_(html), place_(place), to_(to) {}

    std::string_view expand() {
        while (!rest_.empty()) {
            const std::size_t at = rest_.find_first_of("[<");
            put(at == none ? rest_.size() : at);
            if (rest_.empty()) break;
            if (rest_[0] == '<') {
                put_tag();
            } else {
                take_bracket();
            }
        }
        return to_.arena().keep(out_);
    }

  private:
    void put(std::size_t size) {
        out_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
    }

    // Brackets in tags and in code are never shortcodes.
    void put_tag() {
        const HtmlTagText tag = tag_text_at(rest_, 0);
        if (!tag.exists()) return put(1);
        std::size_t end = tag.end;
        if (has_word("pre code script style", tag.name)) {
            while (end < rest_.size()) {
                const HtmlTagText next = find_tag_text(rest_, end);
                end = next.exists() ? next.end : rest_.size();
                if (next.name.substr(0, 1) == "/" && next.name.substr(1) == tag.name) break;
            }
        }
        const bool holds_address = rest_.substr(0, end).find(embed_class) != none;
        put(end);
        if (holds_address) take_address();
    }

    // What an embed is where its host gave no answer: the address alone.
    void take_address() {
        const std::size_t size = rest_.substr(0, rest_.find('<')).size();
        const std::string_view url = trim(rest_.substr(0, size));
        if (url.substr(0, 4) != "http" || url.find_first_of(" \"\n") != none) return;
        out_ += "<iframe src=\"";
        out_ += url;
        out_ += "\"></iframe>";
        rest_.remove_prefix(size);
    }

    void take_bracket() {
        const bool is_escaped = rest_.substr(0, 2) == "[[";
        const Shortcode code = is_escaped ? Shortcode() : shortcode_at(rest_, 0);
        if (!code.exists()) return put(is_escaped ? 2 : 1);
        if (!code.closes && has_word("caption wp_caption", code.name)) return take_caption(code);
        if (!code.closes && code.name == "embed") return take_embed(code);
        if (!code.closes && has_word("audio video playlist", code.name) && take_media(code)) return;
        if (!is_mark(code)) return put(code.end);
        to_.note(Code::unknown_block, place_, code.name);
        rest_.remove_prefix(code.end);
    }

    // Where the end mark of a shortcode begins, or npos. So many marks are looked for and no more: each look
    // may go through the whole text.
    std::size_t find_end_mark(const Shortcode& code) {
        if (looks_left_ == 0) return none;
        --looks_left_;
        for (std::size_t at = rest_.find("[/", code.end); at != none; at = rest_.find("[/", at + 2)) {
            const std::string_view mark = rest_.substr(at + 2);
            if (mark.substr(0, code.name.size()) == code.name && mark.substr(code.name.size(), 1) == "]")
                return at;
        }
        return none;
    }

    // What is certainly no word in brackets.
    bool is_mark(const Shortcode& code) {
        if (code.closes || has_word("gallery more nextpage", code.name)) return true;
        return code.text.find('=') != none || code.name.find('_') != none || find_end_mark(code) != none;
    }

    // Takes a shortcode with its end mark; what stands between, or nothing where there is no end.
    std::string_view take_content(const Shortcode& code) {
        const std::size_t end = find_end_mark(code);
        std::string_view content;
        std::size_t past = code.end;
        if (end != none) {
            content = rest_.substr(code.end, end - code.end);
            past = end + code.name.size() + 3;
        }
        rest_.remove_prefix(past);
        return content;
    }

    // [caption id="x"]<a><img></a> words[/caption], or with the words as an attribute.
    void take_caption(const Shortcode& code) {
        const std::string_view content = take_content(code);
        const std::size_t end = end_of_picture(content);
        out_ += "<figure>";
        out_ += content.substr(0, end);
        out_ += "<figcaption>";
        out_ += attribute_text(code.text, "caption");
        out_ += ' ';
        out_ += content.substr(end);
        out_ += "</figcaption></figure>\n";
    }

    void take_embed(const Shortcode& code) {
        const std::string_view url = trim(take_content(code));
        if (url.find_first_of("<>\"'") != none) {
            out_ += url;
            return;
        }
        out_ += "<a href=\"";
        out_ += url;
        out_ += "\">";
        out_ += url;
        out_ += "</a>";
    }

    bool take_media(const Shortcode& code) {
        std::string_view src;
        for (const std::string_view name : {"src", "mp4", "webm", "mp3", "m4a", "ogg"}) {
            if (src.empty()) src = attribute_text(code.text.substr(0, code.text.size() - 1), name);
        }
        if (src.empty()) return false;
        out_ += '<';
        out_ += code.name;
        out_ += " src=\"";
        out_ += src;
        out_ += "\"></";
        out_ += code.name;
        out_ += '>';
        out_ += take_content(code);
        return true;
    }

    std::string_view rest_;
    JsonValue place_;
    Converter& to_;
    TextBuffer out_;
    int looks_left_ = 1000;
};

}  // namespace

std::string_view expand_shortcodes(std::string_view html, JsonValue place, Converter& to) {
    if (html.find('[') == none && html.find(embed_class) == none) return html;
    return ShortcodeExpander(html, place, to).expand();
}

}  // namespace longread
