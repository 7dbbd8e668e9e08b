#include "read/formats/contentful.h"

#include "read/formats/element_writer.h"
#include "read/formats/find_any.h"
#include "read/formats/marked_text.h"
#include "read/formats/site_fields.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

constexpr const char* patterns =
    "paragraph|<p>{*content}</p>\n"
    "heading-1 heading-2|<h2>{*content}</h2>\n"
    "heading-3|<h3>{*content}</h3>\n"
    "heading-4|<h4>{*content}</h4>\n"
    "heading-5|<h5>{*content}</h5>\n"
    "heading-6|<h6>{*content}</h6>\n"
    "ordered-list|<ol>{*content}</ol>\n"
    "unordered-list|<ul>{*content}</ul>\n"
    "list-item|<li>{*content}</li>\n"
    "blockquote|<blockquote>{*content}</blockquote>\n"
    "hr|<hr>\n"
    "table|<table>{*content}</table>\n"
    "table-row|<tr>{*content}</tr>\n"
    "table-cell|<td>{*content}</td>\n"
    "table-header-cell|<th>{*content}</th>\n";

constexpr const char* image_fields = "src=url\nwidth#details.image.width\nheight#details.image.height";

bool is_rich_text(JsonValue value) {
    return find_text(value, "nodeType") == "document" && find_member(value, "content").is(JsonKind::array);
}

class Nodes final : public ElementWriter {
  public:
    Nodes(HtmlBuilder& html, SiteFields& site, Converter& to)
        : ElementWriter(html, to), site_(site), marked_(html) {}

    void write_all(JsonValue nodes) override {
        ElementWriter::write_all(nodes);
        marked_.finish();
    }

    void write(JsonValue node) override {
        const std::string_view type = find_text(node, "nodeType");
        if (type == "text") return write_text(node);
        if (type == "hyperlink") return write_link(node, find_text(node, "data.uri"));
        const JsonValue target = site_.see(find_any(node, "data.target"));
        if (type == "asset-hyperlink") return write_link(node, find_text(file_of(target), "url"));
        const bool is_inline = find_word("entry-hyperlink resource-hyperlink embedded-entry-inline", type);
        if (!is_inline) marked_.finish();
        if (type == "embedded-asset-block") return write_asset(node, target);
        if (write_by(patterns, type, node) == 0) return;
        to_.note(is_inline ? Code::unknown_inline : Code::unknown_block, node, type);
        write_entry(node, find_member(target, "fields"), is_inline);
    }

    // A picture as the article's own.
    void write_hero(JsonValue asset) {
        if (find_any(file_of(asset), "url").exists()) {
            to_.out().begin_object("hero");
            write_fields(file_of(asset), image_fields, to_);
            to_.text("alt", description_of(asset));
            to_.out().end_object();
        }
    }

  private:
    JsonValue file_of(JsonValue asset) { return site_.see(find_any(asset, "fields.file")); }
    JsonValue description_of(JsonValue asset) {
        return site_.see(find_any(asset, "fields.description fields.title"));
    }

    void write_text(JsonValue node) {
        Marks marks = 0;
        for (const JsonValue mark : find_member(node, "marks")) marks |= find_mark(find_text(mark, "type"));
        marked_.set(marks, link_);
        html_.lines(find_text(node, "value"));
    }

    void write_link(JsonValue node, std::string_view url) {
        link_ = url;
        ElementWriter::write_all(find_member(node, "content"));
        link_ = {};
    }

    void write_asset(JsonValue node, JsonValue asset) {
        const JsonValue file = file_of(asset);
        const std::string_view type = find_text(file, "contentType").substr(0, 5);
        if (!file.exists()) return to_.note(Code::unknown_block, node, "an asset that is not included");
        if (type == "image") {
            write_pattern(file,
                          "<figure><img{src=url}{width=details.image.width}{height=details.image.height}");
            html_.attribute("alt", description_of(asset).text());
            return html_.markup("></figure>");
        }
        if (type == "video") return write_pattern(file, "<video{src=url}></video>");
        if (type == "audio") return write_pattern(file, "<audio{src=url}></audio>");
        write_pattern(file, "<p><a{href=url}>");
        html_.text(description_of(asset).text());
        html_.markup("</a></p>");
    }

    // An entry that is shown or led to: a thing of the site's own, of which the words stay.
    void write_entry(JsonValue node, JsonValue entry, bool is_inline) {
        if (!find_member(node, "content").is_empty())
            return ElementWriter::write_all(find_member(node, "content"));
        if (!is_inline) html_.markup("<aside><h3>");
        html_.text(site_.see(find_any(entry, "title headline name heading label")).text());
        if (is_inline) return;
        html_.markup("</h3>");
        // Entries lead to each other: those of the body are enough.
        if (!is_inside_entry_) {
            is_inside_entry_ = true;
            for (const JsonValue field : entry) {
                const JsonValue value = site_.see(field);
                if (is_rich_text(value)) write_all(find_member(value, "content"));
            }
            is_inside_entry_ = false;
        }
        html_.markup("</aside>");
    }

    SiteFields& site_;
    MarkedText marked_;
    std::string_view link_;
    bool is_inside_entry_ = false;
};

// The fields of the entry that a document is, or holds first.
JsonValue find_fields(JsonValue root) { return find_any(root, "items.0.fields fields"); }

JsonValue find_body(JsonValue root, SiteFields& site) {
    if (is_rich_text(root)) return root;
    const JsonValue fields = find_fields(root);
    const JsonValue named = site.see(find_any(fields, "body content"));
    if (is_rich_text(named)) return named;
    for (const JsonValue field : fields) {
        if (const JsonValue value = site.see(field); is_rich_text(value)) return value;
    }
    return named;
}

bool recognises(JsonValue root) {
    return is_rich_text(root) ||
           (find_word("Entry Array", find_text(root, "sys.type")) && find_fields(root).exists());
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    SiteFields site(root, to);
    const JsonValue body = find_body(root, site);
    if (!body.exists()) return to.error(Code::not_a_document, root, "no document of Contentful Rich Text");
    HtmlBuilder html(to.arena());
    Nodes nodes(html, site, to);
    const JsonValue fields = find_fields(root);
    const bool has_title = fields.exists() && site.write(fields);
    nodes.write_hero(site.find_hero(fields));
    if (body.is(JsonKind::string)) {  // fields of long text hold Markdown
        to.out().begin_object("body");
        to.text("markdown", body);
        to.out().member("_from", body.pointer(to.arena()));
        to.out().end_object();
        return std::nullopt;
    }
    const JsonValue content = find_member(body, "content");
    nodes.write_all(content);
    write_body(html.html(), content, has_title, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter contentful = {"contentful", recognises, convert_article, convert_site_list};

}  // namespace longread
