#include "read/formats/guardian.h"

#include "base/text.h"
#include "base/time.h"
#include "read/formats/find_any.h"
#include "read/formats/guardian_elements.h"

namespace longread {
namespace {

// The item that a reply of the Content API is about, or its first; the article of a page.
JsonValue find_item(JsonValue root) {
    const JsonValue response = root.find("response");
    if (response.exists()) {
        const JsonValue content = response.find("content");
        return content.exists() ? content : response.find("results").first();
    }
    const JsonValue page = root.find("frontendData");
    return page.is(JsonKind::object) ? page : root;
}

bool is_page(JsonValue value) {
    return value.find("blocks").is(JsonKind::array) && value.find("webPublicationDate").exists();
}

bool is_item(JsonValue value) {
    return value.find("webTitle").exists() && value.find("apiUrl").exists() && value.find("webUrl").exists();
}

JsonValue find_trails(JsonValue root) {
    const JsonValue results = root.find("response").find("results");
    if (results.exists()) return results;
    return root.is(JsonKind::array) ? root : root.find("trails");
}

bool recognises(JsonValue root) {
    const JsonValue item = find_item(root);
    if (is_page(item) || is_item(item)) return true;
    const JsonValue trail = find_trails(root).first();
    return trail.find("linkText").exists() && trail.find("url").exists();
}

bool is_of_type(JsonValue tag, std::string_view type) {
    return equals_ignoring_ascii_case(tag.find("type").text(), type);
}

JsonValue title_of_tag(JsonValue tag) { return find_any(tag, "title webTitle"); }

// The page of a tag; pages themselves only say its id.
void write_tag_url(JsonValue tag, JsonValue item, Converter& to) {
    const JsonValue url = tag.find("webUrl");
    if (!url.text().empty()) return to.text("url", url);
    const std::string_view host = item.find("guardianBaseURL").text();
    const std::string_view id = tag.find("id").text();
    if (!host.empty() && !id.empty()) to.out().member("url", to.arena().join({host, "/", id}));
}

void write_tags(JsonValue item, Converter& to) {
    to.out().begin_array("tags");
    for (const JsonValue tag : item.find("tags")) {
        if (!is_of_type(tag, "keyword") || title_of_tag(tag).text().empty()) continue;
        to.out().begin_object();
        to.plain("label", title_of_tag(tag));
        write_tag_url(tag, item, to);
        to.out().end_object();
    }
    to.out().end_array();
}

void write_kicker(JsonValue item, Converter& to) {
    const JsonValue label = find_any(item, "sectionLabel sectionName");
    to.out().begin_array("kicker");
    if (!label.text().empty()) {
        to.out().begin_object();
        to.plain("label", label);
        const std::string_view host = item.find("guardianBaseURL").text();
        const std::string_view path = item.find("sectionUrl").text();
        if (!host.empty() && !path.empty()) to.out().member("url", to.arena().join({host, "/", path}));
        to.out().end_object();
    }
    to.out().end_array();
}

void write_author(std::string_view name, JsonValue tag, JsonValue item, Converter& to) {
    to.out().begin_object();
    to.out().member("name", name);
    write_tag_url(tag, item, to);
    const std::string_view portrait = find_any(tag, "bylineImageUrl bylineLargeImageUrl").text();
    write_picture("image", {portrait, {}, {}, {}, "", {}, {}}, to.out());
    to.plain("bio", tag.find("bio"));
    to.out().end_object();
}

// What a line says besides names: "Ana Ruiz in Paris" leaves "in Paris".
std::string_view without_name(std::string_view line, std::string_view name, Arena& arena) {
    const std::size_t at = line.find(name);
    if (name.empty() || at == std::string_view::npos) return line;
    return trim(arena.join({line.substr(0, at), line.substr(at + name.size())}));
}

bool only_joins(std::string_view text) {
    TextBuffer words;
    for (const char c : text) words += c == ',' || c == '&' || c == '.' ? ' ' : c;
    std::string_view rest = words;
    while (!(rest = trim(rest)).empty()) {
        const std::string_view word = take_word(rest);
        if (word != "and" && word != "with") return false;
    }
    return true;
}

// Several names lead to their authors' pages where the line holds nothing but them; else it stays as it is.
void write_byline(JsonValue item, Converter& to) {
    constexpr std::size_t most_authors = 20;
    const JsonValue own = item.find("byline");
    const std::string_view line = to.plain(own.exists() ? own : find_any(item.find("fields"), "byline"));
    List<JsonValue> contributors;
    std::string_view rest = line;
    for (const JsonValue tag : item.find("tags")) {
        const std::string_view name = title_of_tag(tag).text();
        const bool is_named = line.empty() || line.find(name) != std::string_view::npos;
        if (!is_of_type(tag, "contributor") || name.empty() || !is_named) continue;
        if (contributors.size() == most_authors) break;
        contributors.add(tag, to.arena());
        rest = without_name(rest, name, to.arena());
    }
    to.out().begin_array("byline");
    if (contributors.size() == 1) {
        const JsonValue& only = contributors[0];
        write_author(line.empty() ? title_of_tag(only).text() : line, only, item, to);
    } else if (contributors.empty() || !only_joins(rest)) {
        if (!line.empty()) to.out().element(line);
    } else {
        for (const JsonValue& tag : contributors) write_author(title_of_tag(tag).text(), tag, item, to);
    }
    to.out().end_array();
}

void write_card(JsonValue trail, Converter& to) {
    to.out().begin_object();
    to.text("id", trail.find("id"));
    to.text("url", find_any(trail, "url webUrl webURL"));
    to.plain("title", find_any(trail.find("fields").exists() ? trail.find("fields") : trail,
                               "headline linkText webTitle"));
    to.plain("dek", find_any(trail.find("fields"), "trailText standfirst"));
    const JsonValue image = trail.find("image");
    Picture picture;
    picture.src = image.is(JsonKind::object) ? image.find("src").text() : image.text();
    if (picture.src.empty()) picture.src = find_any(trail, "masterImage").text();
    if (picture.src.empty()) picture.src = find_any(trail.find("fields"), "secureThumbnail thumbnail").text();
    picture.alt = alt_text(find_any(image, "altText"));
    write_picture("image", picture, to.out());
    to.text("published", trail.find("webPublicationDate"));
    to.out().begin_array("tags");
    for (const JsonValue tag : trail.find("tags")) {
        if (is_of_type(tag, "keyword")) to.out().element(title_of_tag(tag).text());
    }
    to.out().end_array();
    to.out().end_object();
}

void write_cards(std::string_view member, JsonValue trails, Converter& to) {
    to.out().begin_array(member);
    for (const JsonValue trail : trails) write_card(trail, to);
    to.out().end_array();
}

JsonValue find_related(JsonValue root, JsonValue item) {
    const JsonValue response = find_any(root.find("response"), "storyPackage relatedContent");
    if (response.is(JsonKind::array)) return response;
    const JsonValue package = item.find("storyPackage").find("trails");
    return package.exists() ? package : item.find("onwards").first().find("trails");
}

// When a block of a live blog was published: a number of milliseconds, or a text.
JsonValue find_block_time(JsonValue block) {
    return find_any(block, "blockFirstPublished firstPublishedDate blockCreatedOn createdDate");
}

class LiveBlog {
  public:
    LiveBlog(HtmlBuilder& html, GuardianElements& elements, Converter& to)
        : html_(html), elements_(elements), to_(to) {}

    // Newest first; a single block has no need to say when it was written.
    void write(JsonValue blocks) {
        List<JsonValue> list;
        for (const JsonValue block : blocks) list.add(block, to_.arena());
        const std::size_t count = list.size();
        const bool is_oldest_first =
            count > 1 && compare(find_block_time(list[0]), find_block_time(list[count - 1])) < 0;
        for (std::size_t i = 0; i < count; ++i) {
            const JsonValue block = list[is_oldest_first ? count - 1 - i : i];
            if (count > 1) write_head(block);
            write_content(block);
        }
    }

  private:
    static int compare(JsonValue a, JsonValue b) {
        if (a.is(JsonKind::integer) && b.is(JsonKind::integer)) {
            return a.integer() < b.integer() ? -1 : a.integer() > b.integer() ? 1 : 0;
        }
        const int order = a.text().compare(b.text());
        return order < 0 ? -1 : order > 0 ? 1 : 0;
    }

    void write_time(JsonValue block) {
        const JsonValue time = find_block_time(block);
        TextBuffer machine;
        if (time.is(JsonKind::integer)) {
            append_machine_time(machine, {time.integer() / 1000, 0, true});
        } else {
            machine += time.text();
        }
        if (machine.empty()) return;
        const std::string_view shown =
            find_any(block, "blockFirstPublishedDisplay blockCreatedOnDisplay").text();
        html_.markup("<time");
        html_.attribute("datetime", machine);
        html_.markup(">");
        html_.text(shown.empty() ? machine.view() : shown);
        html_.markup("</time>");
    }

    // A block without a title goes by its time.
    void write_head(JsonValue block) {
        const JsonValue own = find_any(block, "title");
        const JsonValue title = own.exists() ? own : find_any(block.find("attributes"), "title");
        if (!title.text().empty()) {
            html_.fragment_element("h2", title.text());
            html_.markup("<p>");
            write_time(block);
            html_.markup("</p>");
        } else {
            html_.markup("<h2>");
            write_time(block);
            html_.markup("</h2>");
        }
    }

    // The Content API says all of a block in HTML, and again in elements.
    void write_content(JsonValue block) {
        const std::string_view html = block.find("bodyHtml").text();
        if (!html.empty()) return html_.fragment(html);
        elements_.write_all(block.find("elements"));
    }

    HtmlBuilder& html_;
    GuardianElements& elements_;
    Converter& to_;
};

// The picture above the article, which is an element of its own.
JsonValue find_main_image(JsonValue item) {
    const JsonValue main = item.find("mainMediaElements").first();
    if (is_guardian_image(main)) return main;
    for (const JsonValue element : item.find("elements")) {
        if (element.find("relation").text() == "main" && is_guardian_image(element)) return element;
    }
    return {};
}

void write_main(JsonValue item, HtmlBuilder& html, GuardianElements& elements, Converter& to) {
    const JsonValue image = find_main_image(item);
    if (image.exists()) return write_picture("hero", guardian_picture(image, to), to.out());
    elements.write_all(item.find("mainMediaElements"));
    const JsonValue main = find_any(item.find("fields"), "main");
    const JsonValue block = item.find("blocks").find("main");
    html.fragment(main.exists() ? main.text() : block.find("bodyHtml").text());
}

void write_body(JsonValue item, Converter& to) {
    HtmlBuilder html(to.arena());
    GuardianElements elements(html, to);
    write_main(item, html, elements, to);
    const JsonValue fields = item.find("fields");
    const JsonValue stars =
        item.find("starRating").exists() ? item.find("starRating") : fields.find("starRating");
    if (stars.is(JsonKind::integer)) elements.write_stars(stars.integer());
    const JsonValue blocks = item.find("blocks");
    const JsonValue list = blocks.is(JsonKind::array) ? blocks : blocks.find("body");
    const JsonValue body = fields.find("body");
    const bool is_live = list.first().next(list).exists();
    if (!body.text().empty() && !is_live) {
        html.fragment(body.text());
        return to.html_body(html.html(), body);
    }
    if (list.exists()) {
        LiveBlog(html, elements, to).write(list);
        return to.html_body(html.html(), list);
    }
    if (!is_item(item)) elements.write(item);
    to.html_body(html.html(), item);
}

void write_dates(JsonValue item, Converter& to) {
    to.text("published", find_any(item, "webPublicationDate"));
    const JsonValue modified = find_any(item.find("fields"), "lastModified");
    to.text("updated", modified.exists() ? modified : item.find("linkedData").first().find("dateModified"));
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue item = find_item(root);
    const bool is_error = root.find("response").find("status").text() == "error";
    if (is_error || !item.exists()) {
        return to.error(Code::not_a_document, root, root.find("response").find("message").text());
    }
    const JsonValue fields = item.find("fields");
    to.text("id", find_any(item, "pageId id"));
    to.text("url", find_any(item, "canonicalUrl webURL webUrl"));
    to.text("lang", find_any(item.find("lang").exists() ? item : fields, "lang"));
    if (item.find("isRightToLeftLang").boolean()) to.out().member("dir", "rtl");
    const JsonValue headline = find_any(item, "headline");
    const JsonValue other = find_any(fields, "headline");
    to.plain("title", headline.exists() ? headline : other.exists() ? other : item.find("webTitle"));
    const JsonValue standfirst = find_any(item, "standfirst trailText");
    to.plain("dek", standfirst.exists() ? standfirst : find_any(fields, "standfirst trailText"));
    write_kicker(item, to);
    write_tags(item, to);
    write_byline(item, to);
    write_dates(item, to);
    const JsonValue own = item.find("config").find("isSensitive");
    if (own.boolean() || fields.find("sensitive").boolean()) to.out().member("sensitive", true);
    write_body(item, to);
    write_cards("related", find_related(root, item), to);
    return std::nullopt;
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    const JsonValue trails = find_trails(root);
    if (!trails.exists()) return to.error(Code::not_a_document, root, "no list of articles");
    to.plain("title", find_any(root, "heading"));
    write_cards("items", trails, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter guardian = {"guardian", recognises, convert_article, convert_feed};

}  // namespace longread
