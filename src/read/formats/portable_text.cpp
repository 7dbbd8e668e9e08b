#include "read/formats/portable_text.h"

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/marked_text.h"
#include "read/formats/site_fields.h"

namespace longread {
namespace {

constexpr std::string_view text_fields =
    "title heading headline name label text quote content description html caption attribution author";

bool is_block(JsonValue value) {
    return value.find("_type").text() == "block" || value.find("children").is(JsonKind::array);
}

bool is_text(JsonValue value) {
    if (!value.is(JsonKind::array)) return false;
    for (const JsonValue item : value) {
        if (is_block(item)) return true;
    }
    return false;
}

// "image-<id>-<width>x<height>-<extension>": the size.
void take_size(std::string_view reference, Picture& picture) {
    const std::size_t format = reference.rfind('-');
    if (format == std::string_view::npos) return;
    const std::string_view front = reference.substr(0, format);
    const std::string_view size = front.substr(front.rfind('-') + 1);
    const std::size_t cross = size.find('x');
    if (cross == std::string_view::npos) return;
    picture.width = size.substr(0, cross);
    picture.height = size.substr(cross + 1);
}

// Its URL where the query asked for it: what a reference leads to, only the site knows.
Picture picture_of(JsonValue image) {
    const JsonValue asset = image.find("asset");
    Picture picture;
    picture.src = find_any(asset, "url").text();
    if (picture.src.empty()) picture.src = find_any(image, "url src").text();
    take_size(find_any(asset, "_ref _id").text(), picture);
    picture.alt = alt_text(find_any(image, "alt altText"));
    picture.caption = image.find("caption").text();
    picture.credit = find_any(image, "credit attribution").text();
    return picture;
}

class PortableText {
  public:
    PortableText(HtmlBuilder& html, Converter& to) : html_(html), to_(to), marked_(html) {}

    void write_all(JsonValue blocks) {
        for (const JsonValue block : blocks) write(block);
        close_lists(0);
    }
    // Behind the last one follows finish().
    void write(JsonValue block) {
        if (is_block(block) && block.find("listItem").is(JsonKind::string)) return write_item(block);
        close_lists(0);
        if (is_block(block)) return write_block(block);
        if (block.is(JsonKind::object)) write_object(block);
    }
    void finish() { close_lists(0); }

  private:
    static constexpr std::size_t most_levels = 20;

    void close_lists(std::size_t level) {
        while (level_ > level) html_.close((ordered_ >> --level_ & 1U) != 0 ? "ol" : "ul");
    }

    // Items stand one behind the other: each says how deep it lies.
    void write_item(JsonValue block) {
        const JsonValue depth = block.find("level");
        std::size_t level = depth.integer() < 1 ? 1 : static_cast<std::size_t>(depth.integer());
        if (level > most_levels) level = most_levels;
        const std::uint32_t ordered = block.find("listItem").text() == "number" ? 1 : 0;
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
        const std::string_view style = block.find("style").text();
        const bool is_heading = style.size() == 2 && style[0] == 'h';
        const bool is_quote = style == "blockquote";
        const std::string_view tag = is_heading ? heading_tag(style.substr(1)) : is_quote ? style : "p";
        html_.open(tag);
        const JsonValue children = block.find("children");
        for (const JsonValue child : children) write_child(child, block.find("markDefs"));
        marked_.finish();
        html_.close(tag);
    }

    void write_child(JsonValue child, JsonValue definitions) {
        const std::string_view type = child.find("_type").text();
        if (type == "span" || (type.empty() && child.find("text").exists())) {
            set_marks(child, definitions);
            return html_.lines(child.find("text").text());
        }
        marked_.finish();
        if (child.find("asset").exists()) {
            const Picture picture = picture_of(child);
            if (picture.src.empty()) return note_reference(child);
            return html_.image(picture);
        }
        to_.note(Code::unknown_inline, child, type);
        html_.text(find_any(child, "text title name label value").text());
    }

    void set_marks(JsonValue span, JsonValue definitions) {
        Marks marks = 0;
        std::string_view link;
        for (const JsonValue mark : span.find("marks")) {
            const Marks known = find_mark(mark.text());
            marks |= known;
            if (known != 0) continue;
            const JsonValue definition = find_definition(definitions, mark.text());
            const std::string_view href = find_any(definition, "href url").text();
            if (!href.empty()) link = href;
            marks |= find_mark(definition.find("_type").text());
            if (definition.exists() && href.empty()) {
                to_.note(Code::unknown_inline, definition, definition.find("_type").text());
            }
        }
        marked_.set(marks, link);
    }

    static JsonValue find_definition(JsonValue definitions, std::string_view key) {
        int searches = 100;
        for (const JsonValue definition : definitions) {
            if (definition.find("_key").text() == key) return definition;
            if (--searches == 0) break;
        }
        return {};
    }

    void note_reference(JsonValue image) {
        to_.note(Code::bad_url, image, find_any(image.find("asset"), "_ref").text());
    }

    // A block of the site's own.
    void write_object(JsonValue object) {
        const std::string_view type = object.find("_type").text();
        if (object.find("asset").exists() || type == "image") return write_image(object);
        if (const JsonValue code = find_any(object, "code"); code.is(JsonKind::string)) {
            return html_.code(code.text(), object.find("language").text());
        }
        if (find_word("break divider hr horizontalRule separator", type)) return html_.markup("<hr>");
        if (object.find("rows").is(JsonKind::array)) return write_table(object.find("rows"));
        if (const std::string_view url = find_any(object, "url src href").text(); !url.empty()) {
            return html_.embed(url, object.find("title").text(), object.find("caption").text());
        }
        to_.note(Code::unknown_block, object, type);
        for (const JsonValue field : object) {
            if (is_text(field)) {
                write_all(field);
            } else if (find_word(text_fields, field.key())) {
                html_.element("p", field.text());
            }
        }
    }

    void write_image(JsonValue object) {
        const Picture picture = picture_of(object);
        if (picture.src.empty()) note_reference(object);
        html_.figure(picture);
    }

    void write_table(JsonValue rows) {
        html_.markup("<table>");
        for (const JsonValue row : rows) {
            html_.markup("<tr>");
            for (const JsonValue cell : row.is(JsonKind::array) ? row : row.find("cells")) {
                html_.markup("<td>");
                if (is_text(cell)) {
                    write_all(cell);
                } else {
                    html_.lines(cell.text());
                }
                html_.markup("</td>");
            }
            html_.markup("</tr>");
        }
        html_.markup("</table>");
    }

    HtmlBuilder& html_;
    Converter& to_;
    MarkedText marked_;
    std::size_t level_ = 0;      // lists that are open
    std::uint32_t ordered_ = 0;  // a bit for each of them
};

// A reply to a query holds the document.
JsonValue find_document(JsonValue root) {
    const JsonValue result = root.find("result");
    const JsonValue document = result.exists() ? result : root;
    const bool is_list = document.is(JsonKind::array) && !is_text(document);
    return is_list && is_text(find_any(document.first(), "body content text")) ? document.first() : document;
}

JsonValue find_body(JsonValue document) {
    if (is_text(document) || document.find("_type").text() == "block") return document;
    if (document.is(JsonKind::array)) return document;
    const JsonValue named = find_any(document, "body content text");
    if (is_text(named)) return named;
    for (const JsonValue member : document) {
        if (is_text(member)) return member;
    }
    return {};
}

bool recognises(JsonValue root) {
    const JsonValue body = find_body(find_document(root));
    if (!body.is(JsonKind::array)) return body.find("_type").text() == "block";
    for (const JsonValue block : body) {
        if (block.find("_type").is(JsonKind::string)) return true;
    }
    return false;
}

bool is_title(JsonValue block, JsonValue blocks) {
    const std::string_view style = block.find("style").text();
    return style.size() == 2 && style[0] == 'h' && !block.find("listItem").exists() &&
           block.next(blocks).exists();
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue document = find_document(root);
    const JsonValue body = find_body(document);
    if (!body.exists()) return to.error(Code::not_a_document, root, "no list of Portable Text blocks");
    bool has_title = false;
    if (document.is(JsonKind::object) && !is_block(document)) {
        SiteFields site(root, to);
        has_title = site.write(document);
        if (const JsonValue hero = site.find_hero(document); hero.exists()) {
            write_picture("hero", picture_of(hero), to.out());
        }
    }
    HtmlBuilder html(to.arena());
    PortableText writer(html, to);
    if (!body.is(JsonKind::array)) {
        writer.write(body);
    } else {
        JsonValue block = body.first();
        if (!has_title && is_title(block, body)) {
            TextBuffer title;
            for (const JsonValue span : block.find("children")) title += span.find("text").text();
            to.out().member("title", title);
            block = block.next(body);
        }
        for (; block.exists(); block = block.next(body)) writer.write(block);
    }
    writer.finish();
    to.html_body(html.html(), body);
    return std::nullopt;
}

}  // namespace

constexpr Adapter portable_text = {"portable-text", recognises, convert_article, nullptr};

}  // namespace longread
