#include "read/formats/html_builder.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::string_view void_elements =
    "br img hr wbr input col source embed area meta link base param track";
// Their content is no markup.
constexpr std::string_view raw_elements = "script style textarea title xmp iframe noembed noframes";
// One that follows ends the one before it.
constexpr std::string_view self_ending = "p li dt dd td th tr option";

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// The size of a tag, from its "<"; 0 where it does not end.
std::size_t tag_size(std::string_view html) {
    char quote = 0;
    for (std::size_t i = 1; i < html.size(); ++i) {
        const char c = html[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '>') {
            return i + 1;
        } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
            quote = c;
        }
    }
    return 0;
}

std::string_view name_of_tag(std::string_view tag) { return tag.substr(0, tag.find_first_of(" \t\n\r\f/>")); }

// Copies one piece of HTML so that it is whole in itself.
class FragmentCopier {
  public:
    FragmentCopier(std::string_view html, TextBuffer& out, Arena& arena)
        : rest_(html), out_(out), arena_(arena) {}

    void copy() {
        while (!rest_.empty()) {
            take(rest_.find('<'));
            if (!rest_.empty()) copy_markup();
        }
        while (!open_.empty()) {
            close(open_.back());
            open_.pop_back();
        }
    }

  private:
    void take(std::size_t size) {
        out_ += rest_.substr(0, size);
        skip(size);
    }
    void skip(std::size_t size) { rest_.remove_prefix(size < rest_.size() ? size : rest_.size()); }

    void close(std::string_view name) {
        out_ += "</";
        out_ += name;
        out_ += '>';
    }

    // At a "<".
    void copy_markup() {
        if (rest_.substr(0, 4) == "<!--") {
            const std::size_t end = rest_.find("-->", 2);
            return skip(end == std::string_view::npos ? end : end + 3);
        }
        const std::size_t size = failures_ < most_failures ? tag_size(rest_) : 0;
        if (size == 0) ++failures_;
        const bool is_end = rest_.substr(1, 1) == "/";
        const std::string_view tag = rest_.substr(is_end ? 2 : 1);
        if (size == 0 || tag.empty() || !is_letter(tag[0])) {
            const bool is_declaration = size > 0 && tag.find_first_of("!?/>") == 0;
            if (!is_declaration) out_ += "&lt;";
            return skip(is_declaration ? size : 1);
        }
        const std::string_view name = name_of_tag(tag);
        if (is_end) {
            end_element(name);
            return skip(size);
        }
        take(size);
        begin_element(name);
    }

    void begin_element(std::string_view name) {
        if (has_word(void_elements, name)) return;
        if (has_word(raw_elements, name)) return copy_raw(name);
        const bool ends_before =
            !open_.empty() && has_word(self_ending, name) && equals_ignoring_ascii_case(open_.back(), name);
        if (!ends_before) open_.add(name, arena_);
    }

    void end_element(std::string_view name) {
        constexpr std::size_t most_levels = 64;
        for (std::size_t level = 1; level <= most_levels && level <= open_.size(); ++level) {
            if (!equals_ignoring_ascii_case(open_[open_.size() - level], name)) continue;
            open_.cut(open_.size() - level);
            return close(name);
        }
    }

    // Up to its end tag, or to the end.
    void copy_raw(std::string_view name) {
        std::size_t end = rest_.find("</");
        while (end != std::string_view::npos &&
               !equals_ignoring_ascii_case(rest_.substr(end + 2, name.size()), name))
            end = rest_.find("</", end + 2);
        take(end);
        skip(tag_size(rest_));
        close(name);
    }

    // Tags without an end, each of which is looked for to the end of the text: beyond, there are none.
    static constexpr int most_failures = 50;

    std::string_view rest_;
    TextBuffer& out_;
    Arena& arena_;
    List<std::string_view> open_;
    int failures_ = 0;
};

}  // namespace

std::string_view heading_tag(std::string_view level) {
    constexpr std::string_view tags = "h2h3h4h5h6";
    const bool is_rank = level.size() == 1 && level[0] > '2' && level[0] <= '6';
    return tags.substr(is_rank ? static_cast<std::size_t>(level[0] - '2') * 2 : 0, 2);
}

void HtmlBuilder::text(std::string_view plain) { append_escaped(out_, plain); }

void HtmlBuilder::lines(std::string_view plain) {
    for (std::size_t end = plain.find('\n'); end != std::string_view::npos; end = plain.find('\n')) {
        text(plain.substr(0, end));
        markup("<br>");
        plain.remove_prefix(end + 1);
    }
    text(plain);
}

void HtmlBuilder::fragment(std::string_view html) { FragmentCopier(html, out_, arena_).copy(); }

void HtmlBuilder::attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    text(value);
    out_ += '"';
}

void HtmlBuilder::open(std::string_view tag) {
    out_ += '<';
    out_ += tag;
    out_ += '>';
}

void HtmlBuilder::close(std::string_view tag) {
    out_ += "</";
    out_ += tag;
    out_ += '>';
}

}  // namespace longread
