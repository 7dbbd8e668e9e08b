#include "read/formats/short_markdown.h"

#include "base/text.h"
#include "read/formats/marked_text.h"

namespace longread {
namespace {

// Inline text of one paragraph. A mark that nothing ends is closed at its end.
class MarkdownLine {
  public:
    MarkdownLine(HtmlBuilder& out, std::string_view text) : out_(out), marked_(out), text_(text) {}

    void write() {
        while (at_ < text_.size()) write_next();
        marked_.finish();
    }

  private:
    [[nodiscard]] bool is_next(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

    void put(std::string_view text) {
        marked_.set(marks_, link_);
        out_.text(text);
    }

    void write_next() {
        const char c = text_[at_];
        if (c == '\\' && at_ + 1 < text_.size()) {
            put(text_.substr(at_ + 1, 1));
            at_ += 2;
        } else if (is_next("**") || is_next("__")) {
            toggle(find_mark("strong"), 2);
        } else if (c == '*' || (c == '_' && is_word_edge())) {
            toggle(find_mark("em"), 1);
        } else if (c == '`') {
            toggle(find_mark("code"), 1);
        } else if (c == '[' && link_.empty() && find_link()) {
            ++at_;
        } else if (c == ']' && !link_.empty()) {
            link_ = {};
            at_ = link_end_;
        } else if (c == '\n') {
            out_.markup("<br>");
            ++at_;
        } else {
            std::size_t end = text_.find_first_of("\\*_`[]\n", at_ + 1);
            if (end == std::string_view::npos) end = text_.size();
            put(text_.substr(at_, end - at_));
            at_ = end;
        }
    }

    // Not in snake_case.
    [[nodiscard]] bool is_word_edge() const {
        const auto is_letter = [this](std::size_t i) {
            return i < text_.size() && is_word(static_cast<unsigned char>(text_[i]));
        };
        return !(at_ > 0 && is_letter(at_ - 1) && is_letter(at_ + 1));
    }

    void toggle(Marks mark, std::size_t size) {
        const bool is_open = (marks_ & mark) != 0;
        const std::string_view sign = text_.substr(at_, size);
        const bool has_end = text_.find(sign, at_ + size) != std::string_view::npos;
        const bool before_space = at_ + size < text_.size() && is_ascii_space(text_[at_ + size]);
        at_ += size;
        if (is_open || (has_end && !before_space)) {
            marks_ ^= mark;
        } else {
            put(sign);
        }
    }

    // "[text](URL)".
    bool find_link() {
        const std::size_t middle = text_.find("](", at_);
        if (middle == std::string_view::npos || text_.substr(at_, middle - at_).find('\n') < middle - at_) {
            return false;
        }
        const std::size_t end = text_.find(')', middle);
        if (end == std::string_view::npos) return false;
        const std::string_view target = text_.substr(middle + 2, end - middle - 2);
        link_ = target.substr(0, target.find(' '));
        link_end_ = end + 1;
        return !link_.empty();
    }

    HtmlBuilder& out_;
    MarkedText marked_;
    std::string_view text_;
    std::size_t at_ = 0;
    Marks marks_ = 0;
    std::string_view link_;
    std::size_t link_end_ = 0;
};

// The size of "- ", "* ", "+ " or "12. " at the start; 0 where there is none.
std::size_t bullet_size(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    const bool is_number = at > 0 && at < line.size() && line[at] == '.';
    const bool is_bullet =
        at == 0 && !line.empty() && std::string_view("-*+").find(line[0]) != std::string_view::npos;
    if (!is_number && !is_bullet) return 0;
    return line.substr(at + 1, 1) == " " ? at + 2 : 0;
}

class MarkdownBlocks {
  public:
    MarkdownBlocks(HtmlBuilder& out, std::string_view text) : out_(out), rest_(text) {}

    void write() {
        while (!rest_.empty()) write_line();
        end_paragraph();
        end_list();
    }

  private:
    void write_line() {
        const std::size_t end = rest_.find('\n');
        const std::string_view line = trim(rest_.substr(0, end));
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        const std::size_t bullet = bullet_size(line);
        const std::size_t level = line.find_first_not_of('#');
        if (line.empty()) {
            end_paragraph();
            end_list();
        } else if (level != std::string_view::npos && level > 0 && level < 7 && line[level] == ' ') {
            end_paragraph();
            end_list();
            const Decimal rank(static_cast<std::int64_t>(level));
            write_inline(heading_tag(rank), trim(line.substr(level)));
        } else if (bullet > 0) {
            end_paragraph();
            start_list(line[0] >= '0' && line[0] <= '9' ? "ol" : "ul");
            write_inline("li", line.substr(bullet));
        } else {
            end_list();
            if (paragraph_.empty()) {
                paragraph_ = line;
            } else {
                paragraph_ = {paragraph_.data(),
                              static_cast<std::size_t>(line.data() - paragraph_.data()) + line.size()};
            }
        }
    }

    void write_inline(std::string_view tag, std::string_view text) {
        out_.open(tag);
        MarkdownLine(out_, text).write();
        out_.close(tag);
    }

    void end_paragraph() {
        if (!paragraph_.empty()) write_inline("p", paragraph_);
        paragraph_ = {};
    }

    void start_list(std::string_view tag) {
        if (list_ == tag) return;
        end_list();
        out_.open(tag);
        list_ = tag;
    }

    void end_list() {
        if (!list_.empty()) out_.close(list_);
        list_ = {};
    }

    HtmlBuilder& out_;
    std::string_view rest_;
    std::string_view paragraph_;  // lines of one that has not ended yet
    std::string_view list_;       // the tag of the one that is open
};

}  // namespace

void append_markdown(HtmlBuilder& out, std::string_view markdown) { MarkdownBlocks(out, markdown).write(); }

}  // namespace longread
