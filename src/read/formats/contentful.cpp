#include "read/formats/contentful.h"

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/marked_text.h"
#include "read/formats/site_fields.h"

namespace longread {
namespace {

constexpr std::string_view elements =
    "paragraph p heading-1 h2 heading-2 h2 heading-3 h3 heading-4 h4 heading-5 h5 heading-6 h6 "
    "ordered-list ol unordered-list ul list-item li blockquote blockquote table table table-row tr "
    "table-cell td table-header-cell th";

bool is_rich_text(JsonValue value) {
    return value.find("nodeType").text() == "document" && value.find("content").is(JsonKind::array);
}

class Nodes {
  public:
    Nodes(HtmlBuilder& html, SiteFields& fields, Converter& to)
        : html_(html), fields_(fields), to_(to), marked_(html) {}

    void write(JsonValue node) {
        const std::string_view type = node.find("nodeType").text();
        if (type == "text") return write_text(node);
        if (const std::string_view tag = find_pair(elements, type); !tag.empty()) {
            marked_.finish();
            html_.open(tag);
            write_all(node.find("content"));
            html_.close(tag);
        } else if (type == "hr") {
            html_.markup("<hr>");
        } else if (type == "embedded-asset-block") {
            write_asset(node);
        } else if (type == "hyperlink" || type == "asset-hyperlink") {
            write_link(node, type);
        } else {
            write_entry(node, type);
        }
    }
    void finish() { marked_.finish(); }

  private:
    void write_all(JsonValue nodes) {
        for (const JsonValue node : nodes) write(node);
        finish();
    }

    void write_text(JsonValue node) {
        Marks marks = 0;
        for (const JsonValue mark : node.find("marks")) marks |= find_mark(mark.find("type").text());
        marked_.set(marks, link_);
        html_.lines(node.find("value").text());
    }

    void write_link(JsonValue node, std::string_view type) {
        const JsonValue data = node.find("data");
        link_ = type == "hyperlink" ? data.find("uri").text() : file_url(data.find("target"));
        for (const JsonValue child : node.find("content")) write(child);
        link_ = {};
    }

    std::string_view file_url(JsonValue link) {
        const JsonValue file = fields_.see(fields_.see(link).find("fields").find("file"));
        return file.find("url").text();
    }

    void write_asset(JsonValue node) {
        const JsonValue asset = fields_.see(node.find("data").find("target"));
        const JsonValue file = fields_.see(asset.find("fields").find("file"));
        const std::string_view url = file.find("url").text();
        if (url.empty()) return to_.note(Code::unknown_block, node, "an asset that is not included");
        const std::string_view type = file.find("contentType").text();
        const std::string_view title = fields_.see(asset.find("fields").find("title")).text();
        if (type.substr(0, 5) == "image") return html_.figure(picture_of(asset));
        if (type.substr(0, 5) == "video" || type.substr(0, 5) == "audio") {
            return html_.media(type.substr(0, 5), url, title, {}, {});
        }
        html_.markup("<p>");
        html_.link(url, title);
        html_.markup("</p>");
    }

    // An entry that is shown or led to: a thing of the site's own, of which the words stay.
    void write_entry(JsonValue node, std::string_view type) {
        const bool is_inline =
            type.find("inline") != std::string_view::npos || type.find("hyperlink") != std::string_view::npos;
        to_.note(is_inline ? Code::unknown_inline : Code::unknown_block, node, type);
        if (!node.find("content").is_empty()) {
            for (const JsonValue child : node.find("content")) write(child);
            return;
        }
        const JsonValue entry = fields_.see(node.find("data").find("target")).find("fields");
        const JsonValue title = fields_.see(find_any(entry, "title headline name heading label"));
        if (is_inline) return html_.text(title.text());
        html_.element("p", title.text());
        // Entries lead to each other: those of the body are enough.
        if (is_inside_entry_) return;
        is_inside_entry_ = true;
        for (const JsonValue field : entry) {
            const JsonValue value = fields_.see(field);
            if (is_rich_text(value)) write_all(value.find("content"));
        }
        is_inside_entry_ = false;
    }

  public:
    Picture picture_of(JsonValue asset) {
        const JsonValue fields = asset.find("fields");
        const JsonValue file = fields_.see(fields.find("file"));
        const JsonValue size = file.find("details").find("image");
        Picture picture;
        picture.src = file.find("url").text();
        picture.width = size.find("width").text();
        picture.height = size.find("height").text();
        picture.alt = alt_text(fields_.see(find_any(fields, "alt altText description title")));
        picture.caption = fields_.see(fields.find("description")).text();
        if (picture.alt == picture.caption) picture.caption = {};
        return picture;
    }

  private:
    HtmlBuilder& html_;
    SiteFields& fields_;
    Converter& to_;
    MarkedText marked_;
    std::string_view link_;
    bool is_inside_entry_ = false;
};

// The fields of the entry that a document is, or holds first.
JsonValue find_fields(JsonValue root) {
    const JsonValue items = root.find("items");
    const JsonValue entry = items.is(JsonKind::array) ? items.first() : root;
    return entry.find("fields");
}

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
    if (is_rich_text(root)) return true;
    const JsonValue type = root.find("sys").find("type");
    return (type.text() == "Entry" || type.text() == "Array") && find_fields(root).exists();
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    SiteFields site(root, to);
    const JsonValue body = find_body(root, site);
    if (!body.exists()) return to.error(Code::not_a_document, root, "no document of Contentful Rich Text");
    HtmlBuilder html(to.arena());
    Nodes nodes(html, site, to);
    bool has_title = false;
    if (const JsonValue fields = find_fields(root); fields.exists()) {
        has_title = site.write(fields);
        const JsonValue hero = site.find_hero(fields);
        if (hero.find("fields").exists()) write_picture("hero", nodes.picture_of(hero), to.out());
    }
    if (body.is(JsonKind::string)) {  // fields of long text hold Markdown
        to.out().begin_object("body");
        to.text("markdown", body);
        to.out().member("_from", body.pointer(to.arena()));
        to.out().end_object();
        return std::nullopt;
    }
    const JsonValue content = body.find("content");
    JsonValue node = content.first();
    const bool is_heading = node.find("nodeType").text().substr(0, 8) == "heading-";
    if (!has_title && is_heading && node.next(content).exists()) {
        TextBuffer title;
        for (const JsonValue part : node.find("content")) title += part.find("value").text();
        to.out().member("title", title);
        node = node.next(content);
    }
    for (; node.exists(); node = node.next(content)) nodes.write(node);
    nodes.finish();
    to.html_body(html.html(), content);
    return std::nullopt;
}

}  // namespace

constexpr Adapter contentful = {"contentful", recognises, convert_article, nullptr};

}  // namespace longread
