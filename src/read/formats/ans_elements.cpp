#include "read/formats/ans_elements.h"

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

constexpr const char* patterns =
    "text list_element element_group content_zone|<p>{!content text}</p>{*content_elements}\n"
    "header|<{#level}>{!content}</{#level}>\n"
    "quote blockquote|<blockquote{class=subtype}><p>{!content}</p>{*content_elements}"
    "<footer>{!citation.content citation}</footer></blockquote>\n"
    "list|@l\n"
    "raw_html|{!content}\n"
    "code|<pre class=\"language-{language}\">{content}</pre>\n"
    "table|@t\n"
    "divider|<hr>\n"
    "correction|<aside><p>{!text}</p></aside>\n"
    "interstitial_link interstitial-link|<p><a{href=url}>{=content url}</a></p>"
    "<p>{!description.content description}</p>{*image}\n"
    "link_list|<aside><h3>{!title}</h3><ul>{+items}</ul></aside>\n"
    "endorsement|<p><strong>{endorsement}</strong></p>\n"
    "numeric_rating|@r\n"
    "image|@i\n"
    "gallery|<figure>{*content_elements}<figcaption><strong>{=headlines.basic}</strong> {=description.basic}"
    "</figcaption></figure>\n"
    "video|@v\n"
    "audio|@a\n"
    "story collection|<p><a{href=canonical_url website_url short_url}>{=headlines.basic}</a></p>"
    "<p>{!description.basic}</p>\n"
    "oembed oembed_response|@o\n"
    "reference|@f\n"
    "author|<p>{name byline}</p><p>{!bio}</p>\n";

constexpr const char* embed = "<figure><iframe{src=raw_oembed.url url referent.id _id}></iframe></figure>";

bool is_for_web(JsonValue channels) {
    bool is_limited = false;
    for (const JsonValue channel : channels) {
        if (channel.text() == "web") return true;
        is_limited = true;
    }
    return !is_limited;
}

// A file that a browser can play, rather than a list of pieces of one.
std::string_view find_stream(JsonValue element) {
    std::string_view found = find_text(element, "source_url");
    for (const JsonValue stream : find_member(element, "streams")) {
        const std::string_view url = find_text(stream, "url");
        const bool is_file = url.find(".mp4") != std::string_view::npos;
        if (found.empty() || is_file) found = url;
    }
    return found;
}

// What follows the question mark asks for a size, unless a script serves the picture.
std::string_view path_of(std::string_view url) {
    const std::string_view path = url.substr(0, url.find('?'));
    return path.find(".php") == std::string_view::npos ? path : url;
}

}  // namespace

void AnsElements::write(JsonValue element) {
    if (!element.is(JsonKind::object)) return;
    const std::string_view type = find_text(element, "type");
    if (!is_for_web(find_member(element, "channels"))) {
        return to_.note(Code::unknown_block, element, "its channels leave the web out");
    }
    const char part = write_by(patterns, type, element);
    if (part != '?') return write_part(part, element);
    to_.note(Code::unknown_block, element, type);
    write_pattern(element,
                  "<p>{!content text}</p>{*content_elements}{*items}<p>{!headlines.basic}</p>"
                  "<p>{!description.basic}</p>");
}

void AnsElements::write_part(char which, JsonValue element) {
    switch (which) {
        case 'l':
            return write_pattern(element, find_text(element, "list_type") == "ordered" ? "<ol>{+items}</ol>"
                                                                                       : "<ul>{+items}</ul>");
        case 't': return write_table(element);
        case 'r':
            return write_pattern(element, find_any(element, "max").exists()
                                              ? "<p>{numeric_rating} / {max} {units}</p>"
                                              : "<p>{numeric_rating} {units}</p>");
        case 'i': return write_image(element);
        case 'c': return html_.text(credit_of(element));
        case 'v': return write_film("video", element);
        case 'a': return write_film("audio", element);
        case 'o':
            return write_pattern(element, find_any(element, "raw_oembed.html html").exists()
                                              ? "{!raw_oembed.html html}"
                                              : embed);
        case 'f':
            // Of a post elsewhere its address is enough; other things were left to be fetched.
            if (find_text(element, "referent.id").substr(0, 4) == "http")
                return write_pattern(element, embed);
            to_.note(Code::unknown_block, element, find_text(element, "referent.type"));
            break;
        default: break;
    }
}

void AnsElements::write_table(JsonValue element) {
    html_.markup("<table>");
    write_row(find_member(element, "header"), "th");
    for (const JsonValue row : find_member(element, "rows")) write_row(row, "td");
    html_.markup("</table>");
}

std::string_view AnsElements::credit_of(JsonValue image) {
    TextBuffer credit;
    for (const JsonValue role : find_member(image, "credits")) {
        for (const JsonValue person : role) {
            const std::string_view name = find_text(person, "name byline");
            if (name.empty()) continue;
            if (!credit.empty()) credit += role.key() == "affiliation" ? "/" : ", ";
            credit += name;
        }
    }
    return to_.arena().keep(credit);
}

void AnsElements::write_hero(JsonValue lead) {
    const std::string_view type = find_text(lead, "type");
    if (type == "story") return;
    if (type != "image") return write_all(lead);
    shown_ = path_of(find_text(lead, "url"));
    if (shown_.empty()) return;
    to_.out().begin_object("hero");
    write_fields(lead, "src=url\nwidth#width\nheight#height\nalt=alt_text\ncaption!caption subtitle", to_);
    if (const std::string_view credit = credit_of(lead); !credit.empty()) to_.out().member("credit", credit);
    to_.out().end_object();
}

void AnsElements::write_image(JsonValue element) {
    const std::string_view path = path_of(find_text(element, "url"));
    if (path == shown_ && !path.empty()) {
        shown_ = {};
        return;
    }
    write_pattern(
        element,
        "<figure><img{src=url}{width=width}{height=height}{alt=alt_text}><figcaption>{=caption subtitle}"
        "<span class=\"credit\">{@c}</span></figcaption></figure>");
}

void AnsElements::write_film(const char* tag, JsonValue element) {
    const std::string_view stream = find_stream(element);
    if (stream.empty())
        return write_pattern(element, "{!embed_html}<p>{=description.basic headlines.basic}</p>");
    html_.markup("<figure><");
    html_.markup(tag);
    html_.attribute("src", stream);
    write_pattern(element, "{title=headlines.basic}{poster=promo_image.url promo_items.basic.url}></");
    html_.markup(tag);
    write_pattern(element, "><figcaption>{=description.basic headlines.basic}</figcaption></figure>");
}

}  // namespace longread
