#include "read/formats/editorjs.h"

#include "read/formats/element_writer.h"
#include "read/formats/find_any.h"
#include "read/formats/site_fields.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

constexpr const char* patterns =
    "paragraph|<p>{!text}</p>\n"
    "header|<{#level}>{!text}</{#level}>\n"
    "list nestedList nested-list checklist|@l\n"
    "quote|<blockquote><p>{!text}</p><footer>{!caption}</footer></blockquote>\n"
    "code|<pre class=\"language-{language}\">{code}</pre>\n"
    "delimiter|<hr>\n"
    "image simpleImage|<figure><img{src=file.url url}{width=file.width width}{height=file.height height}"
    "{alt=alt}><figcaption>{=caption}</figcaption></figure>\n"
    "embed|<figure><iframe{src=embed source}></iframe><figcaption>{=caption}</figcaption></figure>\n"
    "table|@t\n"
    "raw|{!html}\n"
    "warning|<aside><h3>{!title}</h3><p>{!message}</p></aside>\n"
    "linkTool|<p><a{href=link}>{=meta.title link}</a></p><p>{!meta.description}</p>\n"
    "attaches|<p><a{href=file.url url}>{title file.title file.name}</a></p>\n"
    "personality|<p><a{href=link}>{name}</a></p><p>{!description}</p>\n"
    "audio|<figure><audio{src=file.url url}></audio><figcaption>{=caption}</figcaption></figure>\n"
    "video|<figure><video{src=file.url url}></video><figcaption>{=caption}</figcaption></figure>\n";

class EditorBlocks final : public ElementWriter {
  public:
    using ElementWriter::ElementWriter;

    void write(JsonValue block) override {
        const JsonValue data = find_member(block, "data");
        const std::string_view type = find_text(block, "type");
        if (!data.is(JsonKind::object) && type != "delimiter" && !find_member(block, "blocks").exists()) {
            return to_.note(Code::missing_field, block, "data");
        }
        const char part = write_by(patterns, type, data);
        if (part == 'l') return write_items(find_member(data, "items"), is_ordered(data) ? "ol" : "ul");
        if (part == 't') return write_table(data);
        if (part == 0) return;
        if (!type.empty()) to_.note(Code::unknown_block, block, type);
        write_pattern(
            data.exists() ? data : block,
            "<p>{!title}</p><p>{!text}</p><p>{!message}</p><p>{!content}</p><p>{!description}</p>{!html}"
            "<p>{!caption}</p>{*blocks}{*cols}");
    }

  private:
    static bool is_ordered(JsonValue data) { return find_text(data, "style") == "ordered"; }

    // Items are texts, or objects that may hold lists.
    void write_items(JsonValue items, const char* tag) {
        if (items.is_empty()) return;
        html_.open(tag);
        for (const JsonValue item : items) {
            html_.markup("<li>");
            const JsonValue checked = find_any(item, "checked meta.checked");
            if (checked.exists()) html_.markup(checked.boolean() ? "☑ " : "☐ ");
            html_.fragment(item.is(JsonKind::object) ? find_text(item, "content text") : item.text());
            if (item.is(JsonKind::object)) write_items(find_member(item, "items"), tag);
            html_.markup("</li>");
        }
        html_.close(tag);
    }

    void write_table(JsonValue data) {
        const char* tag = find_member(data, "withHeadings").boolean() ? "th" : "td";
        html_.markup("<table>");
        for (const JsonValue row : find_member(data, "content")) {
            write_row(row, tag);
            tag = "td";
        }
        html_.markup("</table>");
    }
};

bool recognises(JsonValue root) {
    return find_member(root, "blocks").is(JsonKind::array) && find_any(root, "blocks.0.type").exists() &&
           find_any(root, "blocks.0.data time").exists();
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue blocks = find_member(root, "blocks");
    if (!blocks.is(JsonKind::array)) return to.error(Code::not_a_document, root, "no blocks of Editor.js");
    HtmlBuilder html(to.arena());
    SiteFields site(root, to);
    const bool has_title = site.write(root);
    site.write_hero(root);
    EditorBlocks(html, to).write_all(blocks);
    write_body(html.html(), blocks, has_title, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter editorjs = {"editorjs", recognises, convert_article, convert_site_list};

}  // namespace longread
