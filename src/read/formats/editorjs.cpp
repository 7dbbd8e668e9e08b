#include "read/formats/editorjs.h"

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/html_builder.h"
#include "read/formats/site_fields.h"

namespace longread {
namespace {

constexpr std::string_view types =
    "paragraph header list checklist quote code delimiter image simpleImage embed table raw warning linkTool "
    "attaches personality nestedList nested-list audio video";

enum Type : int {
    paragraph,
    header,
    list,
    checklist,
    quote,
    code,
    delimiter,
    image,
    simple_image,
    embed,
    table,
    raw,
    warning,
    link_tool,
    attaches,
    personality,
    nested_list,
    nested_list_dashed,
    audio,
    video,
};

class BlockWriter {
  public:
    BlockWriter(HtmlBuilder& html, Converter& to) : html_(html), to_(to) {}

    void write(JsonValue block) {
        const JsonValue data = block.find("data");
        const std::string_view name = block.find("type").text();
        const int type = name.empty() ? -1 : word_index(types, name);
        if (type < 0) {
            to_.note(Code::unknown_block, block, name);
            return write_unknown(data);
        }
        if (!data.is(JsonKind::object) && type != delimiter) {
            return to_.note(Code::missing_field, block, "data");
        }
        write_known(type, data);
    }

  private:
    void write_known(int type, JsonValue data) {
        switch (type) {
            case paragraph: html_.fragment_element("p", data.find("text").text()); break;
            case header:
                html_.fragment_element(heading_tag(data.find("level").text()), data.find("text").text());
                break;
            case quote: write_quote(data); break;
            case code: html_.code(data.find("code").text(), data.find("language").text()); break;
            case delimiter: html_.markup("<hr>"); break;
            case image:
            case simple_image: write_image(data); break;
            case embed:
                html_.embed(find_any(data, "embed source").text(), {}, to_.plain(data.find("caption")));
                break;
            case table: write_table(data); break;
            case raw: html_.fragment(data.find("html").text()); break;
            case warning:
                html_.markup("<aside>");
                html_.fragment_element("h3", data.find("title").text());
                html_.fragment_element("p", data.find("message").text());
                html_.markup("</aside>");
                break;
            case link_tool: write_link(data); break;
            case attaches: write_attachment(data); break;
            case personality: write_person(data); break;
            case audio:
            case video:
                html_.media(type == audio ? "audio" : "video", file_url(data), {}, {},
                            to_.plain(data.find("caption")));
                break;
            default: write_list(data);
        }
    }

    static std::string_view file_url(JsonValue data) {
        const JsonValue file = data.find("file");
        return find_any(file.exists() ? file : data, "url").text();
    }

    void write_unknown(JsonValue data) {
        for (const JsonValue value : data) {
            const bool is_text =
                find_word("text title caption message content description html", value.key());
            if (is_text) html_.fragment_element("p", value.text());
        }
        for (const JsonValue block : data.find("blocks")) write(block);
        for (const JsonValue column : data.find("cols")) {
            for (const JsonValue block : column.find("blocks")) write(block);
        }
    }

    void write_quote(JsonValue data) {
        html_.markup("<blockquote>");
        html_.fragment_element("p", data.find("text").text());
        html_.fragment_element("footer", data.find("caption").text());
        html_.markup("</blockquote>");
    }

    void write_image(JsonValue data) {
        Picture picture;
        picture.src = file_url(data);
        const JsonValue size = data.find("file").exists() ? data.find("file") : data;
        picture.width = size.find("width").text();
        picture.height = size.find("height").text();
        picture.caption = to_.plain(data.find("caption"));
        picture.alt = alt_text(data.find("alt"));
        html_.figure(picture);
    }

    // Items are texts, or objects that may hold lists.
    void write_list(JsonValue data) {
        const std::string_view tag = data.find("style").text() == "ordered" ? "ol" : "ul";
        write_items(data.find("items"), tag);
    }

    void write_items(JsonValue items, std::string_view tag) {
        if (items.is_empty()) return;
        html_.open(tag);
        for (const JsonValue item : items) {
            html_.markup("<li>");
            write_check(item);
            html_.fragment(item.is(JsonKind::object) ? find_any(item, "content text").text() : item.text());
            if (item.is(JsonKind::object)) write_items(item.find("items"), tag);
            html_.markup("</li>");
        }
        html_.close(tag);
    }

    void write_check(JsonValue item) {
        const JsonValue own = item.find("checked");
        const JsonValue checked = own.exists() ? own : item.find("meta").find("checked");
        if (checked.exists()) html_.markup(checked.boolean() ? "☑ " : "☐ ");
    }

    void write_table(JsonValue data) {
        bool is_head = data.find("withHeadings").boolean();
        html_.markup("<table>");
        for (const JsonValue row : data.find("content")) {
            html_.markup("<tr>");
            for (const JsonValue cell : row) {
                html_.open(is_head ? "th" : "td");
                html_.fragment(cell.text());
                html_.close(is_head ? "th" : "td");
            }
            html_.markup("</tr>");
            is_head = false;
        }
        html_.markup("</table>");
    }

    void write_link(JsonValue data) {
        const JsonValue meta = data.find("meta");
        html_.markup("<p>");
        html_.link(data.find("link").text(), to_.plain(meta.find("title")));
        html_.markup("</p>");
        html_.fragment_element("p", meta.find("description").text());
    }

    void write_attachment(JsonValue data) {
        const std::string_view title = data.find("title").text();
        html_.markup("<p>");
        html_.link(file_url(data), title.empty() ? find_any(data.find("file"), "title name").text() : title);
        html_.markup("</p>");
    }

    void write_person(JsonValue data) {
        html_.markup("<p>");
        html_.link(data.find("link").text(), data.find("name").text());
        html_.markup("</p>");
        html_.fragment_element("p", data.find("description").text());
    }

    HtmlBuilder& html_;
    Converter& to_;
};

bool recognises(JsonValue root) {
    const JsonValue first = root.find("blocks").first();
    return root.find("blocks").is(JsonKind::array) && first.find("type").is(JsonKind::string) &&
           (first.find("data").exists() || root.find("time").exists());
}

// A heading that begins the text is its title, where nothing else is.
bool is_title(JsonValue block, JsonValue blocks) {
    return block.find("type").text() == "header" && !block.find("data").find("text").text().empty() &&
           block.next(blocks).exists();
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue blocks = root.find("blocks");
    if (!blocks.is(JsonKind::array)) return to.error(Code::not_a_document, root, "no blocks of Editor.js");
    const bool has_title = SiteFields(root, to).write(root);
    JsonValue block = blocks.first();
    if (!has_title && is_title(block, blocks)) {
        to.plain("title", block.find("data").find("text"));
        block = block.next(blocks);
    }
    HtmlBuilder html(to.arena());
    BlockWriter writer(html, to);
    for (; block.exists(); block = block.next(blocks)) writer.write(block);
    to.html_body(html.html(), blocks);
    return std::nullopt;
}

}  // namespace

constexpr Adapter editorjs = {"editorjs", recognises, convert_article, nullptr};

}  // namespace longread
