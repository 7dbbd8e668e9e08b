#include "read/markdown_html.h"

#include <string_view>

#include "base/text.h"

namespace longread {
namespace {

class HtmlPrinter {
  public:
    HtmlPrinter(const HtmlTree& tree, TextBuffer& out, Arena& arena)
        : cursor_(tree), out_(out), arena_(arena) {}

    void print() {
        for (; !cursor_.at_end(); cursor_.advance()) {
            if (is_in_tag_ && cursor_.kind() != HtmlEventKind::attribute) end_tag();
            print_event();
        }
    }

  private:
    [[nodiscard]] bool is_raw() const { return !open_.empty() && open_.back() == Tag::unknown; }

    void end_tag() {
        is_in_tag_ = false;
        if (!is_raw()) out_ += '>';
    }

    void print_event() {
        switch (cursor_.kind()) {
            case HtmlEventKind::open:
                open_.add(cursor_.tag(), arena_);
                is_in_tag_ = true;
                if (is_raw()) return;
                out_ += '<';
                out_ += tag_name(cursor_.tag());
                return;
            case HtmlEventKind::attribute:
                out_ += ' ';
                out_ += attr_name(cursor_.attr());
                out_ += "=\"";
                append_escaped(out_, cursor_.text());
                out_ += '"';
                return;
            case HtmlEventKind::text:
                if (is_raw()) {
                    out_ += cursor_.text();
                } else {
                    append_escaped(out_, cursor_.text());
                }
                return;
            case HtmlEventKind::close:
                if (!is_raw() && !is_void(open_.back())) {
                    out_ += "</";
                    out_ += tag_name(open_.back());
                    out_ += '>';
                }
                open_.pop_back();
                // Blocks stand on lines of their own, as they do in cmark's HTML: what raw HTML leaves open
                // goes on there.
                if (open_.empty() && out_.back() != '\n') out_ += '\n';
                return;
        }
    }

    HtmlCursor cursor_;
    List<Tag> open_;
    bool is_in_tag_ = false;
    TextBuffer& out_;
    Arena& arena_;
};

}  // namespace

std::string_view print_markdown_html(const HtmlTree& tree, Arena& arena) {
    TextBuffer out;
    HtmlPrinter(tree, out, arena).print();
    return arena.keep(out);
}

}  // namespace longread
