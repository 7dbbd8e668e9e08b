#include "read/formats/guardian.h"

#include "base/text.h"
#include "base/time.h"
#include "read/formats/find_any.h"
#include "read/formats/foreign_html.h"
#include "read/formats/foreign_story.h"
#include "read/formats/guardian_elements.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

constexpr const char* item_fields =
    "id=pageId id\n"
    "url=canonicalUrl webURL webUrl\n"
    "lang=lang fields.lang\n"
    "title!headline fields.headline webTitle\n"
    "dek!standfirst fields.standfirst trailText fields.trailText\n"
    "published=webPublicationDate\n"
    "updated=fields.lastModified linkedData.0.dateModified";

constexpr const char* card_fields =
    "title!fields.headline headline linkText webTitle\n"
    "url=url webUrl webURL\n"
    "id=id\n"
    "dek!fields.trailText fields.standfirst\n"
    "image=image.src masterImage image fields.secureThumbnail fields.thumbnail\n"
    "published=webPublicationDate\n"
    "kicker*sectionName";

// The item that a reply of the Content API is about, or its first; the article of a page.
JsonValue find_item(JsonValue root) {
    if (find_member(root, "response").exists()) return find_any(root, "response.content response.results.0");
    const JsonValue page = find_member(root, "frontendData");
    return page.is(JsonKind::object) ? page : root;
}

bool is_page(JsonValue value) {
    return find_member(value, "blocks").is(JsonKind::array) &&
           find_member(value, "webPublicationDate").exists();
}

bool is_item(JsonValue value) {
    return find_member(value, "webTitle").exists() && find_member(value, "apiUrl").exists() &&
           find_member(value, "webUrl").exists();
}

JsonValue find_trails(JsonValue root) {
    return root.is(JsonKind::array) ? root : find_any(root, "response.results trails");
}

bool recognises(JsonValue root) {
    const JsonValue item = find_item(root);
    return is_page(item) || is_item(item) || find_any(find_trails(root), "0.linkText").exists();
}

// The page of a tag or section; pages themselves only say its path.
void write_page_url(JsonValue tag, const char* path, JsonValue item, Converter& to) {
    const std::string_view host = find_text(item, "guardianBaseURL");
    const std::string_view place = find_text(tag, path);
    if (!host.empty() && !place.empty()) {
        to.out().member("url", to.arena().join({host, "/", place}));
    } else if (path == std::string_view("id")) {
        to.text("url", find_member(tag, "webUrl"));
    }
}

bool is_of_type(JsonValue tag, std::string_view type) {
    return equals_ignoring_ascii_case(find_text(tag, "type"), type) &&
           !find_text(tag, "title webTitle").empty();
}

void write_tags(JsonValue item, Converter& to) {
    to.out().begin_array("kicker");
    if (find_any(item, "sectionLabel sectionName").exists()) {
        to.out().begin_object();
        write_fields(item, "label!sectionLabel sectionName", to);
        write_page_url(item, "sectionUrl", item, to);
        to.out().end_object();
    }
    to.out().end_array();
    int tags_left = 50;
    to.out().begin_array("tags");
    for (const JsonValue tag : find_member(item, "tags")) {
        if (!is_of_type(tag, "keyword") || --tags_left < 0) continue;
        to.out().begin_object();
        write_fields(tag, "label!title webTitle", to);
        write_page_url(tag, "id", item, to);
        to.out().end_object();
    }
    to.out().end_array();
}

void write_author(std::string_view name, JsonValue tag, JsonValue item, Converter& to) {
    to.out().begin_object();
    to.out().member("name", name);
    write_page_url(tag, "id", item, to);
    write_fields(tag, "image=bylineImageUrl bylineLargeImageUrl\nbio!bio", to);
    to.out().end_object();
}

// Whether nothing but what joins names is left of a line.
bool only_joins(std::string_view text) {
    TextBuffer words;
    for (const char c : text) words += c == ',' || c == '&' ? ' ' : c;
    std::string_view rest = words;
    while (!(rest = trim(rest)).empty()) {
        if (take_word(rest) != "and") return false;
    }
    return true;
}

// Several names lead to their authors' pages where the line holds nothing but them; else it stays as it is.
void write_byline(JsonValue item, Converter& to) {
    constexpr std::size_t most_authors = 20;
    constexpr std::size_t longest_line = 1000;  // in which names are looked for
    const std::string_view line = to.plain(find_any(item, "byline fields.byline"));
    List<JsonValue> contributors;
    TextBuffer rest(line);
    for (const JsonValue tag : find_member(item, "tags")) {
        const std::string_view name = find_text(tag, "title webTitle");
        const std::size_t at = rest.view().substr(0, longest_line).find(name);
        const bool is_named = line.empty() || at != std::string_view::npos;
        if (!is_named || !is_of_type(tag, "contributor") || contributors.size() == most_authors) continue;
        contributors.add(tag, to.arena());
        if (line.empty()) continue;
        const std::string_view after = to.arena().keep(rest.view().substr(at + name.size()));
        rest.cut(at);
        rest += after;
    }
    const bool is_one = contributors.size() == 1 && !line.empty();
    to.out().begin_array("byline");
    if (!is_one && (contributors.empty() || !only_joins(rest))) {
        if (!line.empty()) to.out().element(line);
        contributors.clear();
    }
    for (const JsonValue& tag : contributors) {
        write_author(is_one ? line : find_text(tag, "title webTitle"), tag, item, to);
    }
    to.out().end_array();
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
        const bool is_oldest_first = count > 1 && is_before(list[0], list[count - 1]);
        for (std::size_t i = 0; i < count; ++i) {
            const JsonValue block = list[is_oldest_first ? count - 1 - i : i];
            if (count > 1) write_head(block);
            write_content(block);
        }
    }

  private:
    static bool is_before(JsonValue a, JsonValue b) {
        const JsonValue first = find_block_time(a);
        const JsonValue second = find_block_time(b);
        return first.integer() < second.integer() ||
               (first.integer() == second.integer() && first.text() < second.text());
    }

    void write_time(JsonValue block) {
        const JsonValue time = find_block_time(block);
        TextBuffer machine;
        if (time.is(JsonKind::integer)) {
            append_machine_time(machine, {time.integer() / 1000, 0, true});
        } else {
            machine += time.text();
        }
        const std::string_view shown = find_text(block, "blockFirstPublishedDisplay blockCreatedOnDisplay");
        html_.markup("<time");
        html_.attribute("datetime", machine);
        html_.markup(">");
        html_.text(shown.empty() ? machine.view() : shown);
        html_.markup("</time>");
    }

    // A block without a title goes by its time.
    void write_head(JsonValue block) {
        const std::string_view title = find_text(block, "title attributes.title");
        html_.markup("<h2>");
        html_.fragment(title);
        if (!title.empty()) html_.markup("</h2><p>");
        write_time(block);
        html_.markup(title.empty() ? "</h2>" : "</p>");
    }

    // The Content API says all of a block in HTML, and again in elements.
    void write_content(JsonValue block) {
        const std::string_view html = find_text(block, "bodyHtml");
        if (!html.empty()) return html_.fragment(html);
        elements_.write_all(find_member(block, "elements"));
    }

    HtmlBuilder& html_;
    GuardianElements& elements_;
    Converter& to_;
};

// The picture above the article, which is an element of its own.
JsonValue find_main_image(JsonValue item) {
    const JsonValue main = find_any(item, "mainMediaElements.0");
    if (GuardianElements::is_image(main)) return main;
    for (const JsonValue element : find_member(item, "elements")) {
        const bool is_main = find_text(element, "relation") == "main";
        if (is_main && GuardianElements::is_image(element)) return element;
    }
    return {};
}

void write_content(JsonValue item, Converter& to) {
    HtmlBuilder html(to.arena());
    GuardianElements elements(html, to);
    if (const JsonValue image = find_main_image(item); image.exists()) {
        elements.write_hero(image);
    } else {
        elements.write_all(find_member(item, "mainMediaElements"));
        html.fragment(find_text(item, "fields.main blocks.main.bodyHtml"));
    }
    const JsonValue stars = find_any(item, "starRating fields.starRating");
    if (stars.exists()) elements.write_stars(number_of(stars));
    const JsonValue blocks = find_member(item, "blocks");
    const JsonValue list = blocks.is(JsonKind::array) ? blocks : find_member(blocks, "body");
    const bool is_live = list.first().next(list).exists();
    JsonValue place = find_any(item, "fields.body");
    if (place.exists() && !is_live) {
        html.fragment(replace_by_class(place.text(), "element-pullquote figure.pullquote", to.arena()));
    } else if (list.exists()) {
        place = list;
        LiveBlog(html, elements, to).write(list);
    } else {
        place = item;
        if (!is_item(item)) elements.write(item);
    }
    to.html_body(html.html(), place);
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue item = find_item(root);
    if (find_text(root, "response.status") == "error" || !item.exists()) {
        return to.error(Code::not_a_document, root, find_text(root, "response.message"));
    }
    write_fields(item, item_fields, to);
    if (find_member(item, "isRightToLeftLang").boolean()) to.out().member("dir", "rtl");
    if (find_any(item, "config.isSensitive fields.sensitive").boolean()) to.out().member("sensitive", true);
    write_tags(item, to);
    write_byline(item, to);
    write_content(item, to);
    const JsonValue related = find_any(root, "response.storyPackage response.relatedContent");
    write_objects("related",
                  related.exists() ? related : find_any(item, "storyPackage.trails onwards.0.trails"),
                  card_fields, to);
    return std::nullopt;
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    const JsonValue trails = find_trails(root);
    if (!trails.exists()) return to.error(Code::not_a_document, root, "no list of articles");
    write_fields(root, "title!heading", to);
    write_objects("items", trails, card_fields, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter guardian = {"guardian", recognises, convert_article, convert_feed};

}  // namespace longread
