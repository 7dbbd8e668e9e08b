#include "read/formats/portable_text.h"

#include "read/formats/element_writer.h"
#include "read/formats/find_any.h"
#include "read/formats/marked_text.h"
#include "read/formats/site_fields.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

// What a picture's reference leads to, only the site knows: a query has to ask for the URL.
constexpr const char* image =
    "<img{src=asset.url url "
    "src}{width=asset.metadata.dimensions.width}{height=asset.metadata.dimensions.height}"
    "{alt=alt altText}>";
constexpr const char* caption =
    "<figcaption>{caption}<span class=\"credit\">{credit attribution}</span></figcaption></figure>";

bool is_block(JsonValue value) {
    return find_text(value, "_type") == "block" || find_member(value, "children").is(JsonKind::array);
}

bool is_text(JsonValue value) {
    if (!value.is(JsonKind::array)) return false;
    for (const JsonValue item : value) {
        if (is_block(item)) return true;
    }
    return false;
}

class PortableText final : public ElementWriter {
  public:
    PortableText(HtmlBuilder& html, Converter& to) : ElementWriter(html, to), marked_(html) {}

    void write_all(JsonValue blocks) override {
        ElementWriter::write_all(blocks);
        close_lists(0);
    }

    void write(JsonValue block) override {
        if (is_block(block) && find_member(block, "listItem").is(JsonKind::string)) return write_item(block);
        close_lists(0);
        if (is_block(block)) return write_block(block);
        if (block.is(JsonKind::object)) write_object(block);
    }

  private:
    static constexpr std::size_t most_levels = 20;

    void close_lists(std::size_t level) {
        while (level_ > level) html_.close((ordered_ >> --level_ & 1U) != 0 ? "ol" : "ul");
    }

    // Items stand one behind the other: each says how deep it lies.
    void write_item(JsonValue block) {
        const std::int64_t depth = find_member(block, "level").integer();
        std::size_t level = depth < 1 ? 1 : static_cast<std::size_t>(depth);
        if (level > most_levels) level = most_levels;
        const std::uint32_t ordered = find_text(block, "listItem") == "number" ? 1 : 0;
        const bool is_other = level_ >= level && (ordered_ >> (level - 1) & 1U) != ordered;
        close_lists(is_other ? level - 1 : level);
        while (level_ < level) {
            html_.open(ordered != 0 ? "ol" : "ul");
            ordered_ = (ordered_ & ~(1U << level_)) | ordered << level_;
            ++level_;
        }
        html_.markup("<li>");
        write_block(block);
        html_.markup("</li>");
    }

    void write_block(JsonValue block) {
        const std::string_view style = find_text(block, "style");
        const bool is_heading = style.size() == 2 && style[0] == 'h';
        const bool is_quote = style == "blockquote";
        const std::string_view tag = is_heading ? heading_tag(style.substr(1)) : is_quote ? style : "p";
        html_.open(tag);
        for (const JsonValue child : find_member(block, "children"))
            write_child(child, find_member(block, "markDefs"));
        marked_.finish();
        html_.close(tag);
    }

    void write_child(JsonValue child, JsonValue definitions) {
        const std::string_view type = find_text(child, "_type");
        if (type == "span" || (type.empty() && find_member(child, "text").exists())) {
            set_marks(child, definitions);
            return html_.lines(find_text(child, "text"));
        }
        marked_.finish();
        if (find_member(child, "asset").exists()) return write_image(child);
        to_.note(Code::unknown_inline, child, type);
        write_pattern(child, "{text title name label value}");
    }

    void set_marks(JsonValue span, JsonValue definitions) {
        Marks marks = 0;
        std::string_view link;
        for (const JsonValue mark : find_member(span, "marks")) {
            const Marks known = find_mark(mark.text());
            marks |= known;
            if (known != 0) continue;
            const JsonValue definition = find_definition(definitions, mark.text());
            const std::string_view type = find_text(definition, "_type");
            const std::string_view href = find_text(definition, "href url");
            if (!href.empty()) link = href;
            const Marks defined = find_mark(type);
            marks |= defined;
            if (definition.exists() && href.empty() && defined == 0) {
                to_.note(Code::unknown_inline, definition, type);
            }
        }
        marked_.set(marks, link);
    }

    static JsonValue find_definition(JsonValue definitions, std::string_view key) {
        int searches = 100;
        for (const JsonValue definition : definitions) {
            if (find_text(definition, "_key") == key) return definition;
            if (--searches == 0) break;
        }
        return {};
    }

    void write_image(JsonValue object) {
        if (!find_any(object, "asset.url url src").exists()) {
            return to_.note(Code::bad_url, object, find_text(object, "asset._ref"));
        }
        write_pattern(object, image);
    }

    // A block of the site's own.
    void write_object(JsonValue object) {
        const std::string_view type = find_text(object, "_type");
        if (find_member(object, "asset").exists() || type == "image") {
            html_.markup("<figure>");
            write_image(object);
            return write_pattern(object, caption);
        }
        if (find_member(object, "code").is(JsonKind::string)) {
            return write_pattern(object, "<pre class=\"language-{language}\">{code}</pre>");
        }
        if (find_word("break divider hr horizontalRule separator", type)) return html_.markup("<hr>");
        if (find_member(object, "rows").is(JsonKind::array)) return write_table(find_member(object, "rows"));
        if (find_any(object, "url src href").exists()) {
            write_pattern(object, "<figure><iframe{src=url src href}{title=title}></iframe>");
            return write_pattern(object, caption);
        }
        const bool is_quote = type.find("uote") != std::string_view::npos;
        if (is_quote && find_any(object, "text quote").is(JsonKind::string)) {
            return write_pattern(object,
                                 "<blockquote class=\"pullquote\"><p>{text quote}</p>"
                                 "<footer>{attribution author cite source}</footer></blockquote>");
        }
        to_.note(Code::unknown_block, object, type);
        write_pattern(object,
                      "<p>{title heading headline name label}</p><p>{text "
                      "quote}</p><p>{content}</p><p>{description}</p>"
                      "<p>{caption}</p><p>{attribution author}</p>{!html}");
        for (const JsonValue field : object) {
            if (is_text(field)) write_all(field);
            if (!find_any(field, "0.asset").exists()) continue;
            html_.markup("<figure>");
            write_all(field);
            html_.markup("</figure>");
        }
    }

    void write_table(JsonValue rows) {
        html_.markup("<table>");
        for (const JsonValue row : rows) {
            html_.markup("<tr>");
            for (const JsonValue cell : row.is(JsonKind::array) ? row : find_member(row, "cells")) {
                html_.markup("<td>");
                html_.lines(cell.text());
                if (is_text(cell)) write_all(cell);
                html_.markup("</td>");
            }
            html_.markup("</tr>");
        }
        html_.markup("</table>");
    }

    MarkedText marked_;
    std::size_t level_ = 0;      // lists that are open
    std::uint32_t ordered_ = 0;  // a bit for each of them
};

// A reply to a query holds the document, or several.
JsonValue find_document(JsonValue root) {
    const JsonValue result = find_member(root, "result");
    const JsonValue document = result.exists() ? result : root;
    return is_text(find_any(document, "0.body 0.content 0.text")) ? document.first() : document;
}

JsonValue find_body(JsonValue document) {
    if (document.is(JsonKind::array) || is_block(document)) return document;
    const JsonValue named = find_any(document, "body content text");
    if (is_text(named)) return named;
    for (const JsonValue member : document) {
        if (is_text(member)) return member;
    }
    return {};
}

bool recognises(JsonValue root) {
    const JsonValue body = find_body(find_document(root));
    return find_any(body, "_type 0._type").is(JsonKind::string);
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue document = find_document(root);
    const JsonValue body = find_body(document);
    if (!body.exists()) return to.error(Code::not_a_document, root, "no list of Portable Text blocks");
    bool has_title = false;
    if (document.is(JsonKind::object) && !is_block(document)) {
        SiteFields site(root, to);
        has_title = site.write(document);
        site.write_hero(document);
    }
    HtmlBuilder html(to.arena());
    PortableText(html, to).write_all(body);
    write_body(html.html(), body, has_title, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter portable_text = {"portable-text", recognises, convert_article, convert_site_list};

}  // namespace longread
