#include "read/formats/prosemirror.h"

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/marked_text.h"
#include "read/formats/site_fields.h"

namespace longread {
namespace {

// Nodes that are elements around what they hold.
constexpr std::string_view elements =
    "paragraph p blockquote blockquote bulletList ul bullet_list ul taskList ul task_list ul listItem li "
    "list_item li table table tableRow tr table_row tr details details detailsSummary summary detailsContent "
    "div figure figure figcaption figcaption callout aside";

constexpr std::string_view others =
    "text heading orderedList ordered_list taskItem task_item codeBlock code_block hardBreak hard_break "
    "horizontalRule horizontal_rule image tableCell table_cell tableHeader table_header mention emoji video "
    "audio youtube iframe embed twitter";

enum Node : int {
    text,
    heading,
    ordered_list,
    ordered_list_snake,
    task_item,
    task_item_snake,
    code_block,
    code_block_snake,
    hard_break,
    hard_break_snake,
    horizontal_rule,
    horizontal_rule_snake,
    image,
    table_cell,
    table_cell_snake,
    table_header,
    table_header_snake,
    mention,
    emoji,
    video,
    audio,
};

class Nodes {
  public:
    Nodes(HtmlBuilder& html, Converter& to) : html_(html), to_(to), marked_(html) {}

    // Behind the last one follows finish().
    void write(JsonValue node) {
        const std::string_view name = node.find("type").text();
        const int kind = name.empty() ? -1 : word_index(others, name);
        if (kind == text) return write_text(node);
        if (kind >= 0) return write_other(kind, node);
        if (const std::string_view tag = find_pair(elements, name); !tag.empty()) {
            return write_element(tag, node);
        }
        // Much that sites define themselves are paragraphs.
        to_.note(Code::unknown_block, node, name);
        const bool holds_text = node.find("content").first().find("type").text() == "text";
        if (holds_text) return write_element("p", node);
        write_all(node.find("content"));
    }

    void finish() { marked_.finish(); }

  private:
    void write_all(JsonValue nodes) {
        for (const JsonValue node : nodes) write(node);
        finish();
    }

    void write_element(std::string_view tag, JsonValue node) {
        marked_.finish();
        html_.open(tag);
        write_all(node.find("content"));
        html_.close(tag);
    }

    void write_text(JsonValue node) {
        Marks marks = 0;
        std::string_view link;
        for (const JsonValue mark : node.find("marks")) {
            const std::string_view name = mark.is(JsonKind::string) ? mark.text() : mark.find("type").text();
            if (name == "link") link = mark.find("attrs").find("href").text();
            marks |= find_mark(name);
        }
        marked_.set(marks, link);
        html_.lines(node.find("text").text());
    }

    void write_other(int kind, JsonValue node) {
        const JsonValue attrs = node.find("attrs");
        if (kind != hard_break && kind != hard_break_snake) marked_.finish();
        switch (kind) {
            case heading: write_element(heading_tag(attrs.find("level").text()), node); break;
            case ordered_list:
            case ordered_list_snake:
                open_with("ol", "start", find_any(attrs, "start order").text());
                write_all(node.find("content"));
                html_.markup("</ol>");
                break;
            case task_item:
            case task_item_snake:
                html_.markup(attrs.find("checked").boolean() ? "<li>☑ " : "<li>☐ ");
                write_all(node.find("content"));
                html_.markup("</li>");
                break;
            case code_block:
            case code_block_snake: write_code(node); break;
            case hard_break:
            case hard_break_snake: html_.markup("<br>"); break;
            case horizontal_rule:
            case horizontal_rule_snake: html_.markup("<hr>"); break;
            case image: write_image(attrs); break;
            case table_cell:
            case table_cell_snake: write_cell("td", node); break;
            case table_header:
            case table_header_snake: write_cell("th", node); break;
            case mention:
                html_.markup("@");
                html_.text(find_any(attrs, "label name id").text());
                break;
            case emoji: html_.text(find_any(attrs, "emoji name").text()); break;
            case video:
            case audio:
                html_.media(kind == video ? "video" : "audio", find_any(attrs, "src url").text(),
                            attrs.find("title").text(), attrs.find("poster").text(), {});
                break;
            default: html_.embed(find_any(attrs, "src url href").text(), attrs.find("title").text());
        }
    }

    void open_with(std::string_view tag, std::string_view name, std::string_view value) {
        html_.markup("<");
        html_.markup(tag);
        html_.attribute(name, value);
        html_.markup(">");
    }

    void write_cell(std::string_view tag, JsonValue node) {
        html_.markup("<");
        html_.markup(tag);
        html_.attribute("colspan", node.find("attrs").find("colspan").text());
        html_.attribute("rowspan", node.find("attrs").find("rowspan").text());
        html_.markup(">");
        write_all(node.find("content"));
        html_.close(tag);
    }

    void write_code(JsonValue node) {
        TextBuffer code;
        for (const JsonValue part : node.find("content")) code += part.find("text").text();
        html_.code(code, find_any(node.find("attrs"), "language params").text());
    }

    void write_image(JsonValue attrs) {
        Picture picture;
        picture.src = attrs.find("src").text();
        picture.srcset = attrs.find("srcset").text();
        picture.width = attrs.find("width").text();
        picture.height = attrs.find("height").text();
        picture.alt = alt_text(attrs.find("alt"));
        picture.caption = attrs.find("caption").text();
        html_.figure(picture);
    }

    HtmlBuilder& html_;
    Converter& to_;
    MarkedText marked_;
};

bool is_doc(JsonValue value) {
    return value.find("type").text() == "doc" && value.find("content").is(JsonKind::array);
}

JsonValue find_doc(JsonValue root) {
    if (is_doc(root)) return root;
    for (const JsonValue member : root) {
        if (is_doc(member)) return member;
    }
    return {};
}

bool recognises(JsonValue root) { return root.is(JsonKind::object) && find_doc(root).exists(); }

// The words of a heading, as far as they are text.
std::string_view title_of(JsonValue node, Arena& arena) {
    TextBuffer title;
    for (const JsonValue part : node.find("content")) title += part.find("text").text();
    return arena.keep(title);
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue doc = find_doc(root);
    if (!doc.exists()) return to.error(Code::not_a_document, root, "no \"doc\" of ProseMirror");
    const JsonValue content = doc.find("content");
    const bool has_title = SiteFields(root, to).write(root);
    HtmlBuilder html(to.arena());
    JsonValue node = content.first();
    if (!has_title && node.find("type").text() == "heading" && node.next(content).exists()) {
        to.out().member("title", title_of(node, to.arena()));
        node = node.next(content);
    }
    Nodes writer(html, to);
    for (; node.exists(); node = node.next(content)) writer.write(node);
    writer.finish();
    to.html_body(html.html(), content);
    return std::nullopt;
}

}  // namespace

constexpr Adapter prosemirror = {"prosemirror", recognises, convert_article, nullptr};

}  // namespace longread
