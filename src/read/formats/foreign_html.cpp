#include "read/formats/foreign_html.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr auto none = std::string_view::npos;

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }

bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':'; }

// Past the '>' of a tag, which may stand in a quoted value too; the end where it is never closed.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
    char quote = 0;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return html.size();
}

std::size_t end_of_comment(std::string_view html, std::size_t at) {
    const std::size_t end = html.find("-->", at);
    return end == none ? html.size() : end + 3;
}

// Elements that are no part of a paragraph, beginning and end; those that stand here never hold a loose line.
constexpr std::string_view block_names =
    "address article aside audio blockquote caption center col colgroup dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe li main nav ol p pre script section "
    "style summary table tbody td tfoot th thead tr ul video !";

bool is_block(std::string_view name) {
    return has_word(block_names, name.substr(0, 1) == "/" ? name.substr(1) : name);
}

// One line at a time, so that a tag that runs over several lines is taken as one.
class ParagraphMaker {
  public:
    ParagraphMaker(std::string_view html, Arena& arena) : rest_(html), arena_(arena) {}

    std::string_view make() {
        while (!rest_.empty()) take_line();
        end_paragraph();
        return arena_.keep(out_);
    }

  private:
    void take_line() {
        const std::size_t end = rest_.find('\n');
        const std::string_view line = trim(rest_.substr(0, end));
        if (line.empty()) {
            end_paragraph();
            rest_.remove_prefix(end == none ? rest_.size() : end + 1);
            return;
        }
        rest_.remove_prefix(static_cast<std::size_t>(line.data() - rest_.data()));
        const HtmlTagText tag = tag_text_at(rest_, 0);
        if (tag.exists() && is_block(tag.name)) return take_block(tag);
        out_ += in_paragraph_ ? "<br>" : "<p>";
        in_paragraph_ = true;
        take_text();
    }

    // A block's tag stands alone; of what is set as it stands, all is taken.
    void take_block(const HtmlTagText& tag) {
        end_paragraph();
        std::size_t end = tag.end;
        if (has_word("pre script style", tag.name)) {
            while (end < rest_.size()) {
                const HtmlTagText next = find_tag_text(rest_, end);
                end = next.exists() ? next.end : rest_.size();
                if (next.name.substr(0, 1) == "/" && next.name.substr(1) == tag.name) break;
            }
        }
        put(end);
    }

    // Up to the end of the line, or to a block in it.
    void take_text() {
        std::size_t at = 0;
        for (;;) {
            at = rest_.find_first_of("<\n", at);
            if (at == none) return put(rest_.size());
            if (rest_[at] == '\n') return put(at);
            const HtmlTagText tag = tag_text_at(rest_, at);
            if (tag.exists() && is_block(tag.name)) return put(at);
            at = tag.exists() ? tag.end : at + 1;
        }
    }

    // With the end of the line, where it follows.
    void put(std::size_t size) {
        out_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
        if (!rest_.empty() && rest_[0] == '\n') rest_.remove_prefix(1);
    }

    void end_paragraph() {
        if (in_paragraph_) out_ += "</p>\n";
        in_paragraph_ = false;
    }

    std::string_view rest_;
    Arena& arena_;
    TextBuffer out_;
    bool in_paragraph_ = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "photo-1024x768" -> "photo".
std::string_view without_size(std::string_view name) {
    std::size_t at = name.size();
    while (at > 0 && is_digit(name[at - 1])) --at;
    if (at == name.size() || at == 0 || name[at - 1] != 'x') return name;
    const std::size_t height = at--;
    while (at > 0 && is_digit(name[at - 1])) --at;
    const bool is_size = at + 1 < height && at > 0 && name[at - 1] == '-';
    return is_size ? name.substr(0, at - 1) : name;
}

// An address cut into what tells a picture: host and path up to the name's end, and its ending.
struct PictureName {
    std::string_view folder;  // with the host, up to where a size may stand
    std::string_view name;
    std::string_view ending;
};

PictureName picture_name(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    if (const std::size_t scheme = url.find("//"); scheme != none) url.remove_prefix(scheme + 2);
    const std::size_t slash = url.rfind('/');
    const std::size_t name = slash == none ? 0 : slash + 1;
    std::size_t dot = url.rfind('.');
    if (dot == none || dot < name) dot = url.size();
    PictureName parts{url.substr(0, name), without_size(url.substr(name, dot - name)), url.substr(dot)};
    constexpr std::string_view scaled = "-scaled";
    if (parts.name.size() > scaled.size() && parts.name.substr(parts.name.size() - scaled.size()) == scaled) {
        parts.name.remove_suffix(scaled.size());
    }
    return parts;
}

// Takes "size/w600/" out of a comparison: Ghost's.
bool is_same_folder(std::string_view one, std::string_view other) {
    constexpr std::string_view size = "/size/w";
    if (one == other) return true;
    if (one.find(size) == none) std::swap(one, other);
    const std::size_t at = one.find(size);
    if (at == none) return false;
    const std::string_view before = one.substr(0, at);
    const std::size_t after = one.find('/', at + size.size());
    if (after == none || other.substr(0, at) != before) return false;
    return other.substr(at) == one.substr(after);
}

class ClassReplacer {
  public:
    ClassReplacer(std::string_view html, std::string_view table, Arena& arena)
        : html_(html), table_(table), arena_(arena) {}

    std::string_view replace() {
        for (HtmlTagText tag = find_tag_text(html_, 0); tag.exists(); tag = find_tag_text(html_, at_)) {
            put(tag.begin);
            take(tag);
        }
        put(html_.size());
        return arena_.keep(out_);
    }

  private:
    static constexpr std::size_t most_open = 64;

    void put(std::size_t end) {
        out_ += html_.substr(at_, end - at_);
        at_ = end;
    }

    void take(const HtmlTagText& tag) {
        if (has_word("/div /aside /figure", tag.name)) return take_end(tag);
        const std::string_view text = html_.substr(tag.begin, tag.end - tag.begin);
        const std::string_view by = find_tag(attribute_text(text, "class"));
        if (by == "-" && drop(tag)) return;
        const std::size_t dot = by.find('.');
        const std::string_view name = by == "-" ? std::string_view() : by.substr(0, dot);
        if (has_word("div aside figure", tag.name) && open_++ < most_open) names_[open_ - 1] = name;
        if (name.empty()) return put(tag.end);
        out_ += '<';
        out_ += name;
        if (dot != none) {
            out_ += " class=";
            out_ += by.substr(dot + 1);
        }
        out_ += '>';
        at_ = tag.end;
    }

    void take_end(const HtmlTagText& tag) {
        std::string_view name;
        if (open_ > 0 && --open_ < most_open) name = names_[open_];
        if (name.empty()) return put(tag.end);
        out_ += "</";
        out_ += name;
        out_ += '>';
        at_ = tag.end;
    }

    // Up to the element's own end. Where it has none, it stays, and so does all that is to come: one look to
    // the end of the text is enough.
    bool drop(const HtmlTagText& tag) {
        int depth = has_word("img", tag.name) ? 0 : 1;
        HtmlTagText last = tag;
        while (depth > 0 && can_drop_) {
            last = find_tag_text(html_, last.end);
            can_drop_ = last.exists();
            const bool is_end = last.name.substr(0, 1) == "/";
            if (last.name.substr(is_end ? 1 : 0) == tag.name) depth += is_end ? -1 : 1;
        }
        if (can_drop_) at_ = last.end;
        return can_drop_;
    }

    std::string_view find_tag(std::string_view classes) const {
        while (!(classes = trim(classes)).empty()) {
            const std::string_view name = take_word(classes);
            std::string_view rest = table_;
            while (!rest.empty()) {
                const std::string_view known = take_word(rest);
                const std::string_view by = take_word(rest);
                if (known == name) return by;
            }
        }
        return {};
    }

    std::string_view html_;
    std::string_view table_;
    Arena& arena_;
    TextBuffer out_;
    std::size_t at_ = 0;
    std::size_t open_ = 0;
    std::string_view names_[most_open];  // of what has taken the place of open elements
    bool can_drop_ = true;
};

bool is_shown(std::string_view tag) {
    if (attribute_text(tag, "width") == "1" || attribute_text(tag, "height") == "1") return false;
    const std::string_view classes = attribute_text(tag, "class");
    return classes.find("wp-smiley") == none && classes.find("emoji") == none;
}

}  // namespace

HtmlTagText tag_text_at(std::string_view html, std::size_t at) {
    HtmlTagText tag;
    const std::string_view rest = html.substr(at);
    if (rest.size() < 2 || rest[0] != '<') return tag;
    const bool is_other = rest[1] == '!' || rest[1] == '?';
    std::size_t size = rest[1] == '/' ? 2 : 1;
    if (!is_other && (size >= rest.size() || !is_letter(rest[size]))) return tag;
    while (!is_other && size < rest.size() && is_name_character(rest[size])) ++size;
    tag.begin = at;
    tag.name = is_other ? std::string_view("!") : rest.substr(1, size - 1);
    tag.end = rest.substr(0, 4) == "<!--" ? end_of_comment(html, at + 4) : end_of_tag(html, at + size);
    return tag;
}

HtmlTagText find_tag_text(std::string_view html, std::size_t from) {
    for (std::size_t at = html.find('<', from); at != none; at = html.find('<', at + 1)) {
        const HtmlTagText tag = tag_text_at(html, at);
        if (tag.exists()) return tag;
    }
    return {};
}

std::string_view attribute_text(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != none; at = tag.find(name, at + 1)) {
        std::size_t value = at + name.size();
        if (at == 0 || !is_ascii_space(tag[at - 1])) continue;
        while (value < tag.size() && is_ascii_space(tag[value])) ++value;
        if (value >= tag.size() || tag[value] != '=') continue;
        ++value;
        while (value < tag.size() && is_ascii_space(tag[value])) ++value;
        if (value >= tag.size()) return {};
        const char quote = tag[value];
        if (quote == '"' || quote == '\'')
            return tag.substr(value + 1, tag.find(quote, value + 1) - value - 1);
        return tag.substr(value, tag.find_first_of(" \t\n\r>", value) - value);
    }
    return {};
}

std::string_view first_picture(std::string_view html, JsonValue place, Converter& to) {
    for (HtmlTagText tag = find_tag_text(html, 0); tag.exists(); tag = find_tag_text(html, tag.end)) {
        if (!equals_ignoring_ascii_case(tag.name, "img")) continue;
        const std::string_view text = html.substr(tag.begin, tag.end - tag.begin);
        if (!is_shown(text)) continue;
        for (const std::string_view name : {"data-src", "data-lazy-src", "src"}) {
            const std::string_view src = attribute_text(text, name);
            if (!src.empty() && src.substr(0, 5) != "data:") return to.words_of(src, place);
        }
    }
    return {};
}

bool is_same_picture(std::string_view one, std::string_view other) {
    const PictureName a = picture_name(one);
    const PictureName b = picture_name(other);
    return !a.name.empty() && a.name == b.name && a.ending == b.ending && is_same_folder(a.folder, b.folder);
}

void append_paragraphs(TextBuffer& html, std::string_view text) {
    bool in_paragraph = false;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(end == none ? text.size() : end + 1);
        if (!line.empty()) {
            html += in_paragraph ? "<br>" : "<p>";
            append_escaped(html, line);
        } else if (in_paragraph) {
            html += "</p>";
        }
        in_paragraph = !line.empty();
    }
    if (in_paragraph) html += "</p>";
}

std::string_view plain_or_html(std::string_view text, Arena& arena) {
    if (find_tag_text(text, 0).exists()) return with_paragraphs(text, arena);
    TextBuffer html;
    // What has entities is HTML without elements.
    if (text.find('&') != none && text.find(';') != none) return with_paragraphs(text, arena);
    append_paragraphs(html, text);
    return arena.keep(html);
}

std::string_view with_paragraphs(std::string_view html, Arena& arena) {
    if (html.find('\n') == none) return html;
    for (HtmlTagText tag = find_tag_text(html, 0); tag.exists(); tag = find_tag_text(html, tag.end)) {
        if (equals_ignoring_ascii_case(tag.name, "p")) return html;
    }
    return ParagraphMaker(html, arena).make();
}

std::string_view replace_by_class(std::string_view html, std::string_view table, Arena& arena) {
    bool has_any = false;
    for (std::string_view rest = table; !rest.empty() && !has_any; take_word(rest)) {
        has_any = html.find(take_word(rest)) != none;
    }
    if (!has_any) return html;
    return ClassReplacer(html, table, arena).replace();
}

std::string_view replace_all(std::string_view text, std::string_view from, std::string_view by,
                             Arena& arena) {
    if (text.find(from) == none) return text;
    TextBuffer replaced;
    for (std::size_t at = text.find(from); at != none; at = text.find(from)) {
        replaced += text.substr(0, at);
        replaced += by;
        text.remove_prefix(at + from.size());
    }
    replaced += text;
    return arena.keep(replaced);
}

}  // namespace longread
