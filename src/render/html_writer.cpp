#include "render/html_writer.h"

#include <string_view>
#include <utility>

namespace longread {
namespace {

class HtmlWriter {
  public:
    explicit HtmlWriter(const HtmlTree& tree) : cursor_(tree) {}

    std::string write() {
        while (!cursor_.at_end()) {
            switch (cursor_.kind()) {
                case HtmlEventKind::open: open(); continue;
                case HtmlEventKind::close: close(); break;
                case HtmlEventKind::text: escape(cursor_.text(), false); break;
                case HtmlEventKind::attribute: break;
            }
            cursor_.advance();
        }
        return std::move(out_);
    }

  private:
    void open() {
        const Tag tag = cursor_.tag();
        if (tag == Tag::dropped) return cursor_.skip_element();
        HtmlCursor inside = cursor_;
        inside.advance();
        if (tag != Tag::unknown) {
            out_ += '<';
            out_ += tag_name(tag);
            write_attributes(inside);
            out_ += '>';
        }
        // A void element's content has no place in HTML text; an iframe's would be printed unescaped by
        // browsers.
        if (is_void(tag)) return cursor_.skip_element();
        if (tag == Tag::iframe) {
            cursor_.skip_element();
            out_ += "</iframe>";
            return;
        }
        open_.add(tag, open_tags_);
        cursor_ = inside;
    }

    void close() {
        if (open_.empty()) return;
        const Tag tag = open_.back();
        open_.pop_back();
        if (tag == Tag::unknown) return;
        out_ += "</";
        out_ += tag_name(tag);
        out_ += '>';
    }

    void write_attributes(HtmlCursor& at) {
        for (; !at.at_end() && at.kind() == HtmlEventKind::attribute; at.advance()) {
            if (at.attr() == Attr::name_was) continue;
            out_ += ' ';
            out_ += attr_name(at.attr());
            out_ += "=\"";
            escape(at.text(), true);
            out_ += '"';
        }
    }

    // Current browsers escape '<' and '>' in values too.
    void escape(std::string_view text, bool in_value) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '&') {
                out_ += "&amp;";
            } else if (c == '<') {
                out_ += "&lt;";
            } else if (c == '>') {
                out_ += "&gt;";
            } else if (c == '"' && in_value) {
                out_ += "&quot;";
            } else if (text.substr(i, 2) == "\xC2\xA0") {
                out_ += "&nbsp;";
                ++i;
            } else {
                out_ += c;
            }
        }
    }

    HtmlCursor cursor_;
    List<Tag> open_;
    Arena open_tags_;
    std::string out_;
};

}  // namespace

std::string write_html(const HtmlTree& tree) { return HtmlWriter(tree).write(); }

}  // namespace longread
