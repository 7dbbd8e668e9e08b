#include "read/formats/prosemirror.h"

#include "read/formats/element_writer.h"
#include "read/formats/find_any.h"
#include "read/formats/marked_text.h"
#include "read/formats/site_fields.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

constexpr const char* patterns =
    "text|@t\n"
    "paragraph|<p>{*content}</p>\n"
    "heading|<{#attrs.level}>{*content}</{#attrs.level}>\n"
    "blockquote|<blockquote>{*content}</blockquote>\n"
    "bulletList bullet_list taskList task_list|<ul>{*content}</ul>\n"
    "orderedList ordered_list|<ol{start=attrs.start attrs.order}>{*content}</ol>\n"
    "listItem list_item|<li>{*content}</li>\n"
    "taskItem task_item|<li>{@c}{*content}</li>\n"
    "codeBlock code_block|<pre class=\"language-{attrs.language attrs.params}\">{*content}</pre>\n"
    "hardBreak hard_break|<br>\n"
    "horizontalRule horizontal_rule|<hr>\n"
    "image|<figure><img{src=attrs.src}{srcset=attrs.srcset}{width=attrs.width}{height=attrs.height}"
    "{alt=attrs.alt}><figcaption>{attrs.caption}</figcaption></figure>\n"
    "table|<table>{*content}</table>\n"
    "tableRow table_row|<tr>{*content}</tr>\n"
    "tableCell table_cell|<td{colspan=attrs.colspan}{rowspan=attrs.rowspan}>{*content}</td>\n"
    "tableHeader table_header|<th{colspan=attrs.colspan}{rowspan=attrs.rowspan}>{*content}</th>\n"
    "details|<details>{*content}</details>\n"
    "detailsSummary|<summary>{*content}</summary>\n"
    "detailsContent|<div>{*content}</div>\n"
    "figure|<figure>{*content}</figure>\n"
    "figcaption|<figcaption>{*content}</figcaption>\n"
    "callout|<aside>{*content}</aside>\n"
    "mention|<span>@{attrs.label attrs.name attrs.id}</span>\n"
    "emoji|<span>{attrs.emoji attrs.name}</span>\n"
    "video|<video{src=attrs.src attrs.url}{title=attrs.title}{poster=attrs.poster}></video>\n"
    "audio|<audio{src=attrs.src attrs.url}{title=attrs.title}></audio>\n"
    "youtube iframe embed twitter|<iframe{src=attrs.src attrs.url attrs.href}{title=attrs.title}></iframe>\n";

class Nodes final : public ElementWriter {
  public:
    Nodes(HtmlBuilder& html, Converter& to) : ElementWriter(html, to), marked_(html) {}

    void write_all(JsonValue nodes) override {
        ElementWriter::write_all(nodes);
        marked_.finish();
    }

    void write(JsonValue node) override {
        const std::string_view type = find_text(node, "type");
        if (type == "text") return write_text(node);
        // Lines that are broken stay within their marks.
        if (!find_word("hardBreak hard_break", type)) marked_.finish();
        if (write_by(patterns, type, node) == 0) return;
        // Much that sites define themselves are paragraphs.
        to_.note(Code::unknown_block, node, type);
        const bool is_paragraph = find_text(node, "content.0.type") == "text";
        write_pattern(node, is_paragraph ? "<p>{*content}</p>" : "{*content}");
    }

  private:
    void write_text(JsonValue node) {
        Marks marks = 0;
        std::string_view link;
        for (const JsonValue mark : find_member(node, "marks")) {
            const std::string_view name = mark.is(JsonKind::string) ? mark.text() : find_text(mark, "type");
            if (name == "link") link = find_text(mark, "attrs.href");
            marks |= find_mark(name);
        }
        html_.markup(box_);
        box_ = "";
        marked_.set(marks, link);
        html_.lines(find_text(node, "text"));
    }

    // A task's box stands before its first words, wherever these are.
    void write_part(char /*which*/, JsonValue node) override {
        box_ = find_any(node, "attrs.checked").boolean() ? "☑ " : "☐ ";
    }

    MarkedText marked_;
    const char* box_ = "";
};

bool is_doc(JsonValue value) {
    return find_text(value, "type") == "doc" && find_member(value, "content").is(JsonKind::array);
}

JsonValue find_doc(JsonValue root) {
    if (is_doc(root)) return root;
    for (const JsonValue member : root) {
        if (is_doc(member)) return member;
    }
    return {};
}

bool recognises(JsonValue root) { return root.is(JsonKind::object) && find_doc(root).exists(); }

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue doc = find_doc(root);
    if (!doc.exists()) return to.error(Code::not_a_document, root, "no \"doc\" of ProseMirror");
    HtmlBuilder html(to.arena());
    SiteFields site(root, to);
    const bool has_title = site.write(root);
    site.write_hero(root);
    Nodes(html, to).write_all(find_member(doc, "content"));
    write_body(html.html(), find_member(doc, "content"), has_title, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter prosemirror = {"prosemirror", recognises, convert_article, convert_site_list};

}  // namespace longread
