#include "read/formats/apple_news.h"

#include "base/text.h"
#include "read/formats/apple_text.h"
#include "read/formats/element_writer.h"
#include "read/formats/find_any.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

// Texts are left to write_part: "p" is one in a paragraph, "1" to "6" are headings, "s" is one in a line, "c"
// a caption.
constexpr const char* patterns =
    "container section chapter header article_link|{*components}\n"
    "aside|<aside>{*components}</aside>\n"
    "divider|<hr>\n"
    "title|@t\n"
    "heading heading1 heading2|@2\n"
    "heading3 article_title|@3\n"
    "heading4|@4\n"
    "heading5|@5\n"
    "heading6|@6\n"
    "body intro illustrator photographer|@p\n"
    "quote|<blockquote>{@p}</blockquote>\n"
    "pullquote|<blockquote class=\"pullquote\">{@p}</blockquote>\n"
    "byline author|@b\n"
    "caption|<p class=\"caption\">{@s}</p>\n"
    "image photo figure portrait logo article_thumbnail|@i\n"
    "gallery mosaic|@g\n"
    "video|<figure><video{src=URL}{poster=stillURL imageURL}></video><figcaption>{@c}</figcaption></figure>\n"
    "audio music|<figure><audio{src=URL}></audio><figcaption>{@c}</figcaption></figure>\n"
    "podcast embedwebvideo embedvideo tweet instagram facebook_post tiktok|"
    "<figure><iframe{src=URL}></iframe><figcaption>{@c}</figcaption></figure>\n"
    "htmltable|{!html}\n"
    "datatable|@d\n"
    "link_button|<p><a{href=URL}>{@s}</a></p>\n"
    "spacer flexible_spacer banner_advertisement medium_rectangle_advertisement replica_advertisement|\n";

constexpr const char* figure =
    "<figure><img{src=URL}{alt=accessibilityCaption}><figcaption>{@c}</figcaption></figure>";

constexpr std::string_view images = "image photo figure portrait logo";

// Components that say what the article's own fields say: found before the body is written, which leaves them
// out.
struct Head {
    JsonValue title;
    JsonValue intro;
    JsonValue byline;
    JsonValue picture;         // a component, or one that is filled with a picture
    List<JsonValue> captions;  // behind the picture
    bool has_text = false;     // the body has begun
    std::string_view title_text;
    std::string_view author;  // the first one

    [[nodiscard]] bool holds(JsonValue component) const {
        const auto is = [component](JsonValue one) {
            return one.exists() && one.offset() == component.offset();
        };
        for (const JsonValue& caption : captions) {
            if (is(caption)) return true;
        }
        return is(title) || is(intro) || (is(picture) && find_word(images, find_text(component, "role")));
    }
};

bool is_hidden(JsonValue component) { return find_member(component, "hidden").boolean(); }

class HeadFinder {
  public:
    HeadFinder(Head& head, AppleText& text, Arena& arena) : head_(head), text_(text), arena_(arena) {}

    void find(JsonValue components) {
        constexpr std::size_t most_captions = 4;
        bool is_behind_picture = false;
        for (const JsonValue component : components) {
            if (is_hidden(component)) continue;
            const bool had_picture = head_.picture.exists();
            look_at(component);
            const bool is_caption = find_text(component, "role") == "caption";
            if (is_behind_picture && is_caption && head_.captions.size() < most_captions) {
                head_.captions.add(component, arena_);
            } else {
                is_behind_picture = !had_picture && head_.picture.exists();
            }
            find(find_member(component, "components"));
        }
    }

    // The URL of a picture that a component shows or is filled with.
    std::string_view picture_of(JsonValue component) {
        if (find_word(images, find_text(component, "role"))) return find_text(component, "URL");
        const JsonValue fill = text_.style("componentStyles", find_member(component, "style")).find("fill");
        return find_text(fill, "type") == "image" ? find_text(fill, "URL") : "";
    }

  private:
    void look_at(JsonValue component) {
        constexpr std::size_t longest_dek = 600;  // more is a part of the text
        const std::string_view role = find_text(component, "role");
        if (role == "body" || role.substr(0, 7) == "heading") head_.has_text = true;
        if (role == "title") take(component, head_.title);
        if (head_.has_text) return;
        if (role == "byline" || role == "author") take(component, head_.byline);
        if (role == "intro" && find_text(component, "text").size() <= longest_dek) {
            take(component, head_.intro);
        }
        if (!picture_of(component).empty()) take(component, head_.picture);
    }

    static void take(JsonValue component, JsonValue& place) {
        if (!place.exists()) place = component;
    }

    Head& head_;
    AppleText& text_;
    Arena& arena_;
};

// Whether words stand in a text one after the other, whatever white space is between them.
bool has_words(std::string_view text, std::string_view words) {
    while (!(words = trim(words)).empty()) {
        const std::string_view word = words.substr(0, words.find_first_of(" \n\t"));
        words.remove_prefix(word.size());
        const std::size_t place = text.find(word);
        if (place == std::string_view::npos) return false;
        text.remove_prefix(place + word.size());
    }
    return true;
}

class Components final : public ElementWriter {
  public:
    Components(HtmlBuilder& html, const Head& head, AppleText& text, Converter& to)
        : ElementWriter(html, to), head_(head), text_(text) {}

    void write(JsonValue component) override {
        if (is_hidden(component) || head_.holds(component)) return;
        const std::string_view role = find_text(component, "role");
        const char part = write_by(patterns, role, component);
        if (part != '?') return write_part(part, component);
        // Maps, places, models in three dimensions, and what is to come.
        to_.note(Code::unknown_block, component, role);
        write_pattern(component, "{@p}<p>{@c}</p>{*components}");
    }

  private:
    void write_part(char which, JsonValue component) override {
        switch (which) {
            case 0: break;
            case 't':
                // Some titles stand in pieces beside the whole.
                if (!has_words(head_.title_text, text_.plain(component)))
                    text_.append(html_, "h2", component);
                break;
            case 'b':
                // A line that names the author says nothing new.
                if (head_.author.empty() ||
                    text_.plain(component).find(head_.author) == std::string_view::npos) {
                    text_.append(html_, "p", component);
                }
                break;
            case 'c': html_.text(text_.plain(find_member(component, "caption"))); break;
            case 's': text_.append(html_, "span", component); break;
            case 'p': text_.append(html_, "p", component); break;
            case 'i': write_pattern(component, figure); break;
            case 'g':
                html_.markup("<figure>");
                for (const JsonValue item : find_member(component, "items")) write_pattern(item, figure);
                write_pattern(component, "</figure><p>{@c}</p>");
                break;
            case 'd': write_table(find_member(component, "data")); break;
            default: text_.append(html_, heading_tag({&which, 1}), component);
        }
    }

    // Rows are records; descriptors say which of their members are columns.
    void write_table(JsonValue data) {
        const JsonValue columns = find_member(data, "descriptors");
        html_.markup("<table><tr>");
        for (const JsonValue column : columns) text_.append(html_, "th", find_member(column, "label"));
        html_.markup("</tr>");
        for (const JsonValue record : find_member(data, "records")) {
            int cells_left = 50;  // what the policy takes of a row
            html_.markup("<tr>");
            for (const JsonValue column : columns) {
                if (--cells_left < 0) break;
                html_.markup("<td>");
                write_cell(record.find(find_text(column, "key")));
                html_.markup("</td>");
            }
            html_.markup("</tr>");
        }
        html_.markup("</table>");
    }

    void write_cell(JsonValue value) {
        if (find_text(value, "type") == "image") return write_pattern(value, figure);
        const JsonValue inner = find_member(value, "value");
        text_.append(html_, "span", inner.is(JsonKind::object) ? inner : value);
    }

    const Head& head_;
    AppleText& text_;
};

bool recognises(JsonValue root) {
    return find_member(root, "components").is(JsonKind::array) &&
           find_any(root, "components.0.role componentTextStyles").exists();
}

void write_byline(JsonValue authors, Head& head, AppleText& text, Converter& to) {
    to.out().begin_array("byline");
    for (const JsonValue author : authors) {
        if (!author.text().empty()) to.out().element(author.text());
    }
    head.author = authors.first().text();
    if (head.author.empty() && head.byline.exists()) {
        const std::string_view line = text.plain(head.byline);
        const bool has_by = equals_ignoring_ascii_case(line.substr(0, 3), "by ");
        head.author = trim(line.substr(has_by ? 3 : 0));
        if (!head.author.empty()) to.out().element(head.author);
    }
    to.out().end_array();
}

void write_hero(const Head& head, std::string_view src, AppleText& text, Converter& to) {
    if (src.empty()) return;
    to.out().begin_object("hero");
    to.out().member("src", src);
    write_fields(head.picture, "alt=accessibilityCaption", to);
    TextBuffer caption(text.plain(find_member(head.picture, "caption")));
    for (const JsonValue& part : head.captions) {
        caption += ' ';
        caption += text.plain(part);
    }
    if (!caption.empty()) to.out().member("caption", trim(caption));
    to.out().end_object();
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue components = find_member(root, "components");
    if (!components.is(JsonKind::array)) {
        return to.error(Code::not_a_document, root, "no Apple News Format: it has no components");
    }
    AppleText text(root, to);
    Head head;
    HeadFinder finder(head, text, to.arena());
    finder.find(components);
    // What readers of the app see, rather than what lists call the article.
    head.title_text = text.plain(head.title);
    if (head.title_text.empty()) head.title_text = find_text(root, "title");
    const std::string_view intro = text.plain(head.intro);
    to.out().member("title", head.title_text);
    to.out().member("dek", intro.empty() ? find_text(root, "subtitle") : intro);
    write_fields(root,
                 "id=identifier\nurl=metadata.canonicalURL\nlang=language\n"
                 "published=metadata.datePublished metadata.dateCreated\nupdated=metadata.dateModified\n"
                 "tags*metadata.keywords",
                 to);
    write_byline(find_any(root, "metadata.authors"), head, text, to);
    const std::string_view picture = finder.picture_of(head.picture);
    write_hero(head, picture.empty() ? find_text(root, "metadata.thumbnailURL") : picture, text, to);
    HtmlBuilder html(to.arena());
    Components(html, head, text, to).write_all(components);
    to.html_body(html.html(), components);
    return std::nullopt;
}

}  // namespace

constexpr Adapter apple_news = {"apple-news", recognises, convert_article, nullptr};

}  // namespace longread
