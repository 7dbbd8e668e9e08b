#include "read/formats/apple_components.h"

#include "base/text.h"
#include "read/formats/find_any.h"

namespace longread {
namespace {

constexpr std::string_view roles =
    "container section chapter header aside divider title intro heading heading1 heading2 heading3 heading4 "
    "heading5 heading6 body quote pullquote byline author illustrator photographer caption image photo "
    "figure "
    "portrait logo gallery mosaic video audio music podcast embedwebvideo embedvideo tweet instagram "
    "facebook_post tiktok htmltable datatable link_button article_link article_title article_thumbnail "
    "spacer "
    "flexible_spacer banner_advertisement medium_rectangle_advertisement replica_advertisement arkit map "
    "place";

enum Role : int {
    container,
    section,
    chapter,
    header,
    aside,
    divider,
    title,
    intro,
    heading,
    heading1,
    heading2,
    heading3,
    heading4,
    heading5,
    heading6,
    body,
    quote,
    pullquote,
    byline,
    author,
    illustrator,
    photographer,
    caption,
    image,
    photo,
    figure,
    portrait,
    logo,
    gallery,
    mosaic,
    video,
    audio,
    music,
    podcast,
    embedwebvideo,
    embedvideo,
    tweet,
    instagram,
    facebook_post,
    tiktok,
    htmltable,
    datatable,
    link_button,
    article_link,
    article_title,
    article_thumbnail,
    spacer,
    flexible_spacer,
    banner_advertisement,
    medium_rectangle_advertisement,
    replica_advertisement,
    arkit,
};

int role_of(JsonValue component) {
    const std::string_view role = component.find("role").text();
    return role.empty() ? -1 : word_index(roles, role);
}

bool is_image(int role) { return role >= image && role <= portrait; }

bool is_hidden(JsonValue component) { return component.find("hidden").boolean(); }

// A long one is a part of the text.
constexpr std::size_t longest_dek = 600;

void look_at(JsonValue component, AppleHead& head, AppleText& text) {
    const int role = role_of(component);
    if (role == body || (role >= heading && role <= heading6)) head.has_text = true;
    if (role == title && !head.title.exists()) head.title = component;
    if (head.has_text) return;
    if ((role == byline || role == author) && !head.byline.exists()) head.byline = component;
    if (role == intro && !head.intro.exists() && component.find("text").text().size() <= longest_dek) {
        head.intro = component;
    }
    if (!head.picture.exists() && find_picture(component, text).exists()) head.picture = component;
}

bool is_one_of(const List<JsonValue>& values, JsonValue value) {
    for (const JsonValue& one : values) {
        if (one.offset() == value.offset()) return true;
    }
    return false;
}

bool is_same(JsonValue a, JsonValue b) { return a.exists() && a.offset() == b.offset(); }

// As far as letters go: titles are broken into lines, and set in capitals.
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

}  // namespace

JsonValue find_picture(JsonValue component, AppleText& text) {
    if (is_image(role_of(component))) return component.find("URL");
    const JsonValue fill = text.style("componentStyles", component.find("style")).find("fill");
    return fill.find("type").text() == "image" ? fill.find("URL") : JsonValue();
}

void find_head(JsonValue components, AppleHead& head, AppleText& text, Arena& arena) {
    constexpr std::size_t most_captions = 4;
    bool is_behind_picture = false;
    for (const JsonValue component : components) {
        if (is_hidden(component)) continue;
        const bool had_picture = head.picture.exists();
        look_at(component, head, text);
        if (is_behind_picture && role_of(component) == caption && head.captions.size() < most_captions) {
            head.captions.add(component, arena);
        } else {
            is_behind_picture = !had_picture && head.picture.exists();
        }
        find_head(component.find("components"), head, text, arena);
    }
}

bool AppleComponents::is_in_head(JsonValue component) const {
    return is_same(head_.title, component) || is_same(head_.intro, component) ||
           (is_same(head_.picture, component) && is_image(role_of(component))) ||
           is_one_of(head_.captions, component);
}

void AppleComponents::write_all(JsonValue components) {
    for (const JsonValue component : components) {
        if (component.is(JsonKind::object) && !is_hidden(component) && !is_in_head(component)) {
            write_role(role_of(component), component);
        }
    }
}

void AppleComponents::write_role(int role, JsonValue component) {
    switch (role) {
        case container:
        case section:
        case chapter:
        case header:
        case article_link: write_all(component.find("components")); break;
        case aside: write_inside("aside", component); break;
        case divider: html_.markup("<hr>"); break;
        case title: write_title(component); break;
        case heading: text_.append(html_, "h2", component); break;
        case heading1:
        case heading2:
        case heading3:
        case heading4:
        case heading5:
        case heading6: text_.append(html_, heading_tag(Decimal(role - heading1 + 1)), component); break;
        case article_title: text_.append(html_, "h3", component); break;
        case quote: write_quote(component, false); break;
        case pullquote: write_quote(component, true); break;
        case byline:
        case author: write_byline(component); break;
        case caption: write_caption(component); break;
        case image:
        case photo:
        case figure:
        case portrait:
        case logo:
        case article_thumbnail: write_figure(component); break;
        case gallery:
        case mosaic: write_gallery(component); break;
        case video: write_media("video", component); break;
        case audio:
        case music: write_media("audio", component); break;
        case podcast:
        case embedwebvideo:
        case embedvideo:
        case tweet:
        case instagram:
        case facebook_post:
        case tiktok:
            html_.embed(component.find("URL").text(), {}, text_.plain(component.find("caption")));
            break;
        case htmltable: html_.fragment(component.find("html").text()); break;
        case datatable: write_table(component); break;
        case link_button: write_link(component); break;
        case body:
        case intro:
        case illustrator:
        case photographer: text_.append(html_, "p", component); break;
        case spacer:
        case flexible_spacer:
        case banner_advertisement:
        case medium_rectangle_advertisement:
        case replica_advertisement: break;
        default: write_unknown(component);  // with maps, places and models in three dimensions
    }
}

void AppleComponents::write_inside(std::string_view tag, JsonValue component) {
    html_.open(tag);
    write_all(component.find("components"));
    html_.close(tag);
}

void AppleComponents::write_unknown(JsonValue component) {
    to_.note(Code::unknown_block, component, component.find("role").text());
    text_.append(html_, "p", component);
    text_.append(html_, "p", component.find("caption"));
    write_all(component.find("components"));
}

// Some titles stand in pieces beside the whole.
void AppleComponents::write_title(JsonValue component) {
    if (!has_words(head_.title_text, text_.plain(component))) text_.append(html_, "h2", component);
}

// One that names the author says nothing new.
void AppleComponents::write_byline(JsonValue component) {
    const bool is_said =
        !head_.author.empty() && text_.plain(component).find(head_.author) != std::string_view::npos;
    if (!is_said) text_.append(html_, "p", component);
}

void AppleComponents::write_caption(JsonValue component) {
    html_.markup("<p class=\"caption\">");
    text_.append(html_, "span", component);
    html_.markup("</p>");
}

void AppleComponents::write_quote(JsonValue component, bool is_pull_quote) {
    html_.markup(is_pull_quote ? "<blockquote class=\"pullquote\">" : "<blockquote>");
    text_.append(html_, "p", component);
    html_.markup("</blockquote>");
}

Picture apple_picture(JsonValue item, AppleText& text) {
    Picture picture;
    picture.src = item.find("URL").text();
    picture.alt = alt_text(item.find("accessibilityCaption"));
    picture.caption = text.plain(item.find("caption"));
    return picture;
}

void AppleComponents::write_figure(JsonValue component) { html_.figure(apple_picture(component, text_)); }

void AppleComponents::write_gallery(JsonValue component) {
    html_.markup("<figure>");
    for (const JsonValue item : component.find("items")) write_figure(item);
    html_.markup("</figure>");
    text_.append(html_, "p", component.find("caption"));
}

void AppleComponents::write_media(std::string_view tag, JsonValue component) {
    const JsonValue still = find_any(component, "stillURL imageURL");
    html_.media(tag, component.find("URL").text(), {}, still.text(), text_.plain(component.find("caption")));
}

void AppleComponents::write_link(JsonValue component) {
    html_.markup("<p>");
    html_.link(component.find("URL").text(), text_.plain(component));
    html_.markup("</p>");
}

void AppleComponents::write_cell(JsonValue value) {
    if (value.find("type").text() == "image") {
        html_.image(
            {value.find("URL").text(), {}, {}, {}, alt_text(value.find("accessibilityCaption")), {}, {}});
    } else {
        text_.append(html_, "span",
                     value.is(JsonKind::object) && value.find("value").is(JsonKind::object)
                         ? value.find("value")
                         : value);
    }
}

// Rows are records; descriptors say which of their members are columns.
void AppleComponents::write_table(JsonValue component) {
    const JsonValue data = component.find("data");
    const JsonValue columns = data.find("descriptors");
    html_.markup("<table><tr>");
    for (const JsonValue column : columns) {
        html_.markup("<th>");
        text_.append(html_, "span", find_any(column, "label"));
        html_.markup("</th>");
    }
    html_.markup("</tr>");
    constexpr int most_cells = 50'000;  // what the policy takes of a table
    int cells = 0;
    for (const JsonValue record : data.find("records")) {
        html_.markup("<tr>");
        for (const JsonValue column : columns) {
            if (++cells > most_cells) break;
            html_.markup("<td>");
            write_cell(record.find(column.find("key").text()));
            html_.markup("</td>");
        }
        html_.markup("</tr>");
    }
    html_.markup("</table>");
    text_.append(html_, "p", component.find("caption"));
}

}  // namespace longread
