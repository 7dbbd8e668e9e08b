// For tests of the HTML policy: a tree from a strict little HTML (every element closed, void ones by "/>",
// values in single quotes, no entities), and blocks as one line of text.
#pragma once

#include <string>
#include <string_view>

#include "model/block.h"
#include "model/html_tree.h"
#include "test_arena.h"

namespace longread {

class LittleHtml {
  public:
    explicit LittleHtml(std::string_view text) : rest_(text) {}

    HtmlTree read() {
        while (!rest_.empty()) {
            if (rest_[0] != '<') {
                tree_.text(take(rest_.find('<')));
            } else if (rest_.substr(0, 2) == "</") {
                take(rest_.find('>') + 1);
                tree_.close();
            } else {
                read_tag();
            }
        }
        return tree_;
    }

  private:
    std::string_view take(std::size_t size) {
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    void read_tag() {
        take(1);
        const std::string_view name = take(rest_.find_first_of(" />"));
        const Tag tag = find_tag(name);
        tree_.open(tag);
        if (tag == Tag::unknown || tag == Tag::dropped) tree_.attribute(Attr::name_was, name);
        while (rest_[0] == ' ') read_attribute();
        if (rest_[0] == '/') {
            take(1);
            tree_.close();
        }
        take(1);
    }

    void read_attribute() {
        take(1);
        const std::string_view name = take(rest_.find_first_of("= />"));
        std::string_view value;
        if (rest_[0] == '=') {
            take(2);
            value = take(rest_.find('\''));
            take(1);
        }
        const Attr attr = find_attr(name);
        if (attr != Attr::count_) tree_.attribute(attr, value);
    }

    std::string_view rest_;
    HtmlTree tree_{test_arena()};
};

inline HtmlTree little_html(std::string_view text) { return LittleHtml(text).read(); }

inline std::string field_text(std::string_view name, std::string_view value) {
    return value.empty() ? "" : " " + std::string(name) + "='" + std::string(value) + "'";
}

inline std::string image_text(const Image& image) {
    std::string out =
        "[img " + std::string(image.src) + field_text("srcset", image.srcset) + field_text("alt", image.alt);
    if (image.width != 0 || image.height != 0) {
        out += " " + std::to_string(image.width) + "x" + std::to_string(image.height);
    }
    return out + field_text("caption", image.caption) + field_text("credit", image.credit) + "]";
}

inline std::string inline_text(const Inlines& inlines) {
    constexpr std::string_view names[] = {"span", "strong", "em",  "a",     "code", "sub", "sup",
                                          "mark", "del",    "ins", "br",    "abbr", "q",   "fn",
                                          "time", "img",    "kbd", "small", "ruby"};
    std::string out;
    for (const Inline& item : inlines) {
        const std::string name(names[static_cast<std::size_t>(item.kind)]);
        if (item.kind == InlineKind::text && item.lang.empty()) {
            out += item.text;
        } else if (item.kind == InlineKind::line_break) {
            out += "<br>";
        } else if (item.kind == InlineKind::image) {
            out += image_text(*item.image);
        } else {
            out += "<" + name + field_text("value", item.value) + field_text("title", item.title) +
                   field_text("lang", item.lang) + ">" + std::string(item.text) + inline_text(item.children) +
                   "</" + name + ">";
        }
    }
    return out;
}

inline std::string block_text(const Blocks& blocks) {
    constexpr std::string_view names[] = {"p",       "h",       "list",     "item",  "quote", "pull",
                                          "image",   "gallery", "code",     "table", "row",   "cell",
                                          "divider", "embed",   "audio",    "video", "notes", "note",
                                          "aside",   "button",  "timeline", "entry", "fact",  "details"};
    std::string out;
    for (const Block& block : blocks) {
        if (!out.empty()) out += " ";
        out += names[static_cast<std::size_t>(block.kind)];
        if (block.level != 0) out += std::to_string(block.level);
        if (block.ordered) out += " ordered";
        if (block.header) out += " header";
        if (block.start != 1) out += " start=" + std::to_string(block.start);
        if (block.columns != 1) out += " columns=" + std::to_string(block.columns);
        if (block.rows != 1) out += " rows=" + std::to_string(block.rows);
        out += field_text("id", block.id) + field_text("url", block.url) + field_text("title", block.title) +
               field_text("plain", block.plain) + field_text("lang", block.lang) + "(";
        for (const Image& image : block.images) out += image_text(image);
        out += block_text(block.children);
        if (!block.children.empty() && !block.text.empty()) out += " | ";
        out += inline_text(block.text) + ")";
    }
    return out;
}

}  // namespace longread
