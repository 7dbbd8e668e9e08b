#include "read/formats/ans_elements.h"

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/foreign_html.h"

namespace longread {
namespace {

constexpr std::string_view types =
    "text header quote blockquote list raw_html code table divider correction interstitial_link link_list "
    "element_group endorsement numeric_rating image gallery video audio story oembed_response reference "
    "author "
    "content_zone list_element collection oembed interstitial-link";

enum Type : int {
    text,
    header,
    quote,
    blockquote,
    list,
    raw_html,
    code,
    table,
    divider,
    correction,
    interstitial_link,
    link_list,
    element_group,
    endorsement,
    numeric_rating,
    image,
    gallery,
    video,
    audio,
    story,
    oembed_response,
    reference,
    author,
    content_zone,
    list_element,
    collection,
    oembed,
    interstitial_link_of_old,
};

bool is_for_web(JsonValue element) {
    const JsonValue channels = element.find("channels");
    if (!channels.is(JsonKind::array) || channels.is_empty()) return true;
    for (const JsonValue channel : channels) {
        if (channel.text() == "web") return true;
    }
    return false;
}

// A text of HTML, or an element of text that holds one.
std::string_view html_of(JsonValue value) {
    return value.is(JsonKind::object) ? find_any(value, "content text").text() : value.text();
}

bool is_web_url(std::string_view text) { return text.substr(0, 4) == "http"; }

// A file that a browser can play, rather than a list of pieces of one.
JsonValue find_stream(JsonValue element) {
    JsonValue found;
    for (const JsonValue stream : element.find("streams")) {
        const JsonValue url = stream.find("url");
        if (url.text().empty()) continue;
        if (!found.exists() || stream.find("stream_type").text() == "mp4" ||
            url.text().find(".mp4") != std::string_view::npos) {
            found = url;
        }
    }
    return found.exists() ? found : find_any(element, "source_url");
}

}  // namespace

std::string_view author_name(JsonValue author) {
    if (author.is(JsonKind::string)) return author.text();
    const JsonValue name = find_any(author, "name byline");
    if (name.exists()) return name.text();
    return author.find("additional_properties").find("original").find("byline").text();
}

Picture ans_picture(JsonValue image, Converter& to) {
    Picture picture;
    picture.src = image.find("url").text();
    picture.width = image.find("width").text();
    picture.height = image.find("height").text();
    picture.alt = alt_text(image.find("alt_text"));
    picture.caption = to.plain(find_any(image, "caption subtitle"));
    TextBuffer credit;
    for (const JsonValue role : image.find("credits")) {
        for (const JsonValue person : role.is(JsonKind::array) ? role : JsonValue()) {
            const std::string_view name = author_name(person);
            if (name.empty()) continue;
            if (!credit.empty()) credit += role.key() == "affiliation" ? "/" : ", ";
            credit += name;
        }
    }
    picture.credit = to.arena().keep(credit);
    return picture;
}

void AnsElements::write(JsonValue element) {
    if (!element.is(JsonKind::object)) return;
    if (!is_for_web(element)) return to_.note(Code::unknown_block, element, "its channels leave the web out");
    const std::string_view name = element.find("type").text();
    const int type = name.empty() ? -1 : word_index(types, name);
    if (type >= 0) return write_known(type, element);
    to_.note(Code::unknown_block, element, name);
    write_unknown(element);
}

void AnsElements::write_known(int type, JsonValue element) {
    switch (type) {
        case header:
            html_.fragment_element(heading_tag(element.find("level").text()), html_of(element));
            break;
        case quote:
        case blockquote: write_quote(element); break;
        case list: write_list(element); break;
        case raw_html: html_.fragment(html_of(element)); break;
        case code: html_.code(element.find("content").text(), element.find("language").text()); break;
        case table: write_table(element); break;
        case divider: html_.markup("<hr>"); break;
        case correction:
            html_.markup("<aside>");
            write_content(element);
            html_.markup("</aside>");
            break;
        case interstitial_link:
        case interstitial_link_of_old: write_link(element); break;
        case link_list: write_link_list(element); break;
        case endorsement:
            html_.markup("<p>");
            html_.element("strong", element.find("endorsement").text());
            html_.markup("</p>");
            break;
        case numeric_rating: write_rating(element); break;
        case image: write_image(element); break;
        case gallery: write_gallery(element); break;
        case video: write_film("video", element); break;
        case audio: write_film("audio", element); break;
        case story: write_story(element); break;
        case oembed:
        case oembed_response: write_oembed(element); break;
        case reference: write_reference(element); break;
        default: write_content(element);  // text, groups, authors
    }
}

// A text of its own, then what it holds.
void AnsElements::write_content(JsonValue element) {
    html_.fragment_element("p", html_of(element));
    if (element.find("type").text() == "author") {
        html_.element("p", author_name(element));
        html_.fragment_element("p", element.find("bio").text());
    }
    write_all(element.find("content_elements"));
}

void AnsElements::write_unknown(JsonValue element) {
    write_content(element);
    write_all(element.find("items"));
    html_.fragment_element("p", element.find("headlines").find("basic").text());
    html_.fragment_element("p", element.find("description").find("basic").text());
}

void AnsElements::write_quote(JsonValue element) {
    const bool is_pull_quote = element.find("subtype").text() == "pullquote";
    html_.markup(is_pull_quote ? "<blockquote class=\"pullquote\">" : "<blockquote>");
    write_content(element);
    html_.fragment_element("footer", html_of(element.find("citation")));
    html_.markup("</blockquote>");
}

void AnsElements::write_list(JsonValue element) {
    const std::string_view tag = element.find("list_type").text() == "ordered" ? "ol" : "ul";
    html_.open(tag);
    for (const JsonValue item : element.find("items")) {
        html_.markup("<li>");
        if (item.find("type").text() == "text") {
            html_.fragment(html_of(item));
        } else {
            write(item);
        }
        html_.markup("</li>");
    }
    html_.close(tag);
}

void AnsElements::write_cells(JsonValue cells, std::string_view tag) {
    if (cells.is_empty()) return;
    html_.markup("<tr>");
    for (const JsonValue cell : cells) {
        html_.open(tag);
        if (cell.is(JsonKind::object) && cell.find("type").text() != "text") {
            write(cell);
        } else {
            html_.fragment(html_of(cell));
        }
        html_.close(tag);
    }
    html_.markup("</tr>");
}

void AnsElements::write_table(JsonValue element) {
    html_.markup("<table>");
    write_cells(element.find("header"), "th");
    for (const JsonValue row : element.find("rows")) write_cells(row, "td");
    html_.markup("</table>");
}

void AnsElements::write_link(JsonValue element) {
    html_.markup("<p>");
    html_.link(element.find("url").text(), to_.plain(element.find("content")));
    html_.markup("</p>");
    html_.fragment_element("p", html_of(element.find("description")));
    if (element.find("image").find("type").text() == "image") write_image(element.find("image"));
}

void AnsElements::write_link_list(JsonValue element) {
    html_.markup("<aside>");
    html_.fragment_element("h3", element.find("title").text());
    html_.markup("<ul>");
    for (const JsonValue item : element.find("items")) {
        html_.markup("<li>");
        write(item);
        html_.markup("</li>");
    }
    html_.markup("</ul></aside>");
}

// "4.5 / 5 stars".
void AnsElements::write_rating(JsonValue element) {
    html_.markup("<p>");
    html_.text(element.find("numeric_rating").text());
    if (const std::string_view most = element.find("max").text(); !most.empty()) {
        html_.markup(" / ");
        html_.text(most);
    }
    html_.markup(" ");
    html_.text(element.find("units").text());
    html_.markup("</p>");
}

void AnsElements::write_image(JsonValue element) {
    const Picture picture = ans_picture(element, to_);
    if (is_same_picture(picture.src, shown_)) {
        shown_ = {};
        return;
    }
    html_.figure(picture);
}

void AnsElements::write_gallery(JsonValue element) {
    html_.markup("<figure>");
    write_all(element.find("content_elements"));
    const std::string_view title = to_.plain(element.find("headlines").find("basic"));
    const std::string_view about = to_.plain(element.find("description").find("basic"));
    if (!title.empty() || !about.empty()) {
        html_.markup("<figcaption>");
        html_.element("strong", title);
        if (!title.empty()) html_.markup(" ");
        html_.text(about);
        html_.markup("</figcaption>");
    }
    html_.markup("</figure>");
}

void AnsElements::write_film(std::string_view tag, JsonValue element) {
    const JsonValue stream = find_stream(element);
    const std::string_view title = to_.plain(element.find("headlines").find("basic"));
    const std::string_view about = to_.plain(element.find("description").find("basic"));
    const std::string_view embed = element.find("embed_html").text();
    if (stream.text().empty() && !embed.empty()) {
        html_.fragment(embed);
        return html_.element("p", about.empty() ? title : about);
    }
    JsonValue poster = element.find("promo_image");
    if (!poster.exists()) poster = element.find("promo_items").find("basic");
    html_.media(tag, stream.text(), title, poster.find("url").text(), about.empty() ? title : about);
}

// One that the story leads to.
void AnsElements::write_story(JsonValue element) {
    const std::string_view title = to_.plain(element.find("headlines").find("basic"));
    if (title.empty()) return to_.note(Code::unknown_block, element, "story");
    html_.markup("<p>");
    html_.link(find_any(element, "canonical_url website_url short_url").text(), title);
    html_.markup("</p>");
    html_.fragment_element("p", element.find("description").find("basic").text());
}

void AnsElements::write_oembed(JsonValue element) {
    const JsonValue reply = element.find("raw_oembed").exists() ? element.find("raw_oembed") : element;
    const std::string_view html = reply.find("html").text();
    if (!html.empty()) return html_.fragment(html);
    const std::string_view url = find_any(reply, "url _id").text();
    const std::string_view address = url.empty() ? find_any(element, "url _id").text() : url;
    html_.embed(is_web_url(address) ? address : "", reply.find("title").text());
}

// A thing that was left to be fetched. Of a post elsewhere its address is enough.
void AnsElements::write_reference(JsonValue element) {
    const JsonValue referent = element.find("referent");
    const std::string_view id = referent.find("id").text();
    if (is_web_url(id)) return html_.embed(id, {});
    to_.note(Code::unknown_block, element, referent.find("type").text());
}

}  // namespace longread
