#include "read/markdown_guard.h"

#include <cstdint>

namespace longread {
namespace {

constexpr std::size_t max_bytes = 1U << 20U;
// Each mark can make two nodes of about 100 bytes, and a page's memory ends at 128 MiB.
constexpr std::uint32_t max_marks = 150'000;
// cmark 0.30 takes quadratic time for "![[]()" over and over.
constexpr std::uint32_t max_brackets_of_block = 10'000;
// Containers that one line opens, and how far to the right: every line walks down all that are open.
constexpr std::uint32_t max_containers_of_line = 100;
constexpr std::uint32_t max_container_column = 200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Meter {
  public:
    explicit Meter(std::string_view text) : text_(text) {}

    Code measure() {
        if (text_.size() > max_bytes) return Code::input_too_large;
        while (at_ < text_.size()) {
            if (!read_line_start()) return Code::tree_too_deep;
            read_line_rest();
            if (marks_ > max_marks || brackets_ > max_brackets_of_block) return Code::input_too_large;
        }
        return Code{};
    }

    [[nodiscard]] std::string_view detail() const {
        if (text_.size() > max_bytes) return "Markdown of more than 1 MiB";
        if (brackets_ > max_brackets_of_block) return "Markdown with more than 10,000 brackets in one block";
        if (marks_ > max_marks) return "Markdown with more than 150,000 marks and lines";
        return "Markdown that opens more than 100 quotes and lists in one line, or too far to the right";
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
    }
    [[nodiscard]] bool is_gap(std::size_t ahead) const {
        const char c = peek(ahead);
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
    }
    [[nodiscard]] bool is_line_end() const { return peek() == '\n' || peek() == '\r'; }

    // The size of a quote or list mark at this place; 0 where there is none.
    [[nodiscard]] std::size_t container_mark() const {
        const char c = peek();
        if (c == '>') return 1;
        if (c == '-' || c == '+' || c == '*') return is_gap(1) ? 1 : 0;
        std::size_t digits = 0;
        while (digits < 10 && is_digit(peek(digits))) ++digits;
        const bool is_number =
            digits > 0 && (peek(digits) == '.' || peek(digits) == ')') && is_gap(digits + 1);
        return is_number ? digits + 1 : 0;
    }

    // Passes white space and the marks of containers. A line of nothing but one mark ("* * *") is a rule and
    // opens nothing.
    bool read_line_start() {
        std::uint32_t containers = 0;
        std::uint32_t column = 0;
        std::uint32_t column_of_last = 0;
        std::uint32_t run = 0;  // of the same mark
        char last = '\0';
        for (;;) {
            while (peek() == ' ' || peek() == '\t') {
                column += peek() == '\t' ? 4U : 1U;
                ++at_;
            }
            const std::size_t size = container_mark();
            if (size == 0) break;
            run = peek() == last ? run + 1 : 1;
            last = peek();
            ++containers;
            column_of_last = column;
            column += static_cast<std::uint32_t>(size);
            at_ += size;
        }
        is_blank_ = is_line_end();
        if (is_blank_ && (last == '-' || last == '*') && run > 2) {
            containers -= run;
            column_of_last = 0;
        }
        marks_ += 2 * containers;
        is_blank_ = is_blank_ && containers == 0;
        return containers <= max_containers_of_line &&
               (containers == 0 || column_of_last <= max_container_column);
    }

    void read_line_rest() {
        constexpr std::string_view special = "\\`&_*[]<!";
        if (is_blank_) brackets_ = 0;
        for (; at_ < text_.size() && !is_line_end(); ++at_) {
            const char c = text_[at_];
            if (special.find(c) != std::string_view::npos) ++marks_;
            if (c == '[') ++brackets_;
            if (c == '&') marks_ += 3;  // its name is looked up
        }
        ++marks_;
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool is_blank_ = false;
    std::uint32_t marks_ = 0;
    std::uint32_t brackets_ = 0;
};

}  // namespace

std::optional<Error> find_markdown_excess(std::string_view text) {
    Meter meter(text);
    const Code code = meter.measure();
    if (code == Code{}) return std::nullopt;
    return Error{code, {}, 0, 0, 0, meter.detail()};
}

}  // namespace longread
