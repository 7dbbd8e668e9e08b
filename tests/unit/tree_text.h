// A tree as one line of text that tests compare: white space where a browser would drop it is dropped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/html_tree.h"

namespace longread {

class TreeText {
  public:
    explicit TreeText(const HtmlTree& tree) : cursor_(tree) {}

    std::string print() {
        for (; !cursor_.at_end(); cursor_.advance()) print_event();
        drop_space();
        return out_;
    }

  private:
    static bool is_inline(Tag tag) {
        constexpr std::string_view names = " a abbr b code del em i img ins s span strong sub sup u unknown ";
        const std::string name = tag == Tag::unknown   ? "unknown"
                                 : tag == Tag::dropped ? "dropped"
                                                       : std::string(tag_name(tag));
        return names.find(" " + name + " ") != std::string_view::npos;
    }

    void drop_space() {
        while (pre_ == 0 && !out_.empty() && out_.back() == ' ') out_.pop_back();
    }

    void boundary(Tag tag) {
        if (is_inline(tag)) return;
        drop_space();
        wants_space_ = false;
    }

    void print_event() {
        switch (cursor_.kind()) {
            case HtmlEventKind::open: {
                const Tag tag = cursor_.tag();
                boundary(tag);
                open_.push_back(tag);
                if (tag == Tag::pre) ++pre_;
                out_ += tag == Tag::unknown   ? "<?"
                        : tag == Tag::dropped ? "<!"
                                              : "<" + std::string(tag_name(tag));
                out_ += ">";
                if (is_inline(tag)) wants_space_ = true;
                break;
            }
            case HtmlEventKind::attribute:
                out_.pop_back();
                out_ += " " +
                        (cursor_.attr() == Attr::name_was ? "was" : std::string(attr_name(cursor_.attr()))) +
                        "='" + std::string(cursor_.text()) + "'>";
                break;
            case HtmlEventKind::text: print_text(); break;
            case HtmlEventKind::close: {
                const Tag tag = open_.back();
                open_.pop_back();
                boundary(tag);
                if (tag == Tag::pre) --pre_;
                out_ += "</>";
                if (is_inline(tag)) wants_space_ = true;
                break;
            }
        }
    }

    void print_text() {
        for (const char c : cursor_.text()) {
            const bool is_space = c == ' ' || c == '\n' || c == '\t';
            if (pre_ > 0 || !is_space) {
                out_ += c;
                wants_space_ = true;
            } else if (wants_space_) {
                out_ += ' ';
                wants_space_ = false;
            }
        }
    }

    HtmlCursor cursor_;
    std::vector<Tag> open_;
    int pre_ = 0;
    bool wants_space_ = false;  // something that is no space stands before on the same line
    std::string out_;
};

inline std::string tree_text(const HtmlTree& tree) { return TreeText(tree).print(); }

}  // namespace longread
