#include "read/formats/ans.h"

#include "read/formats/ans_elements.h"
#include "read/formats/find_any.h"

namespace longread {
namespace {

// Documents that hold a story, or are one.
constexpr std::string_view document_types = "story collection gallery image video audio results";

bool is_ans(JsonValue value) {
    if (!value.is(JsonKind::object)) return false;
    const std::string_view type = value.find("type").text();
    if (find_word(document_types, type) && value.find("content_elements").is(JsonKind::array)) return true;
    return find_word(document_types, type) && value.find("version").text().substr(0, 2) == "0.";
}

bool recognises(JsonValue root) {
    return is_ans(root) || is_ans(root.is(JsonKind::array) ? root.first() : root.find("story"));
}

// The story in the message about a change of it; the first of a list.
JsonValue find_story(JsonValue root) {
    if (root.is(JsonKind::array)) return root.first();
    if (root.find("type").text() == "results") return root.find("content_elements").first();
    const JsonValue story = find_any(root, "story body");
    return story.is(JsonKind::object) ? story : root;
}

JsonValue find_basic(JsonValue object, std::string_view key) {
    const JsonValue texts = object.find(key);
    return texts.is(JsonKind::object) ? texts.find("basic") : texts;
}

// The address of a story: websites have their own, and only some stories name one that is for all.
JsonValue find_url(JsonValue story) {
    const JsonValue own = find_any(story, "canonical_url canonical_url_external");
    if (!own.text().empty()) return own;
    for (const JsonValue site : story.find("websites")) {
        if (const JsonValue url = site.find("website_url"); !url.text().empty()) return url;
    }
    return story.find("short_url");
}

JsonValue find_section(JsonValue story) {
    const JsonValue taxonomy = story.find("taxonomy");
    const JsonValue primary = find_any(taxonomy, "primary_section primary_site");
    if (!primary.find("name").text().empty()) return primary.find("name");
    const JsonValue listed = find_any(taxonomy, "sections sites").first().find("name");
    if (!listed.text().empty()) return listed;
    for (const JsonValue site : story.find("websites")) {
        const JsonValue name = site.find("website_section").find("name");
        if (!name.text().empty()) return name;
    }
    return {};
}

void write_kicker(JsonValue story, Converter& to) {
    to.out().begin_array("kicker");
    const JsonValue label = find_basic(story, "label");
    const bool is_hidden = label.find("display").exists() && !label.find("display").boolean();
    const JsonValue text = label.is(JsonKind::object) ? label.find("text") : label;
    if (!is_hidden && !text.text().empty()) {
        to.out().begin_object();
        to.plain("label", text);
        to.text("url", label.find("url"));
        to.out().end_object();
    }
    if (const std::string_view section = find_section(story).text(); !section.empty()) {
        to.out().element(section);
    }
    to.out().end_array();
}

void write_tags(JsonValue story, Converter& to) {
    to.out().begin_array("tags");
    for (const JsonValue tag : story.find("taxonomy").find("tags")) {
        const JsonValue text = tag.is(JsonKind::object) ? find_any(tag, "text slug") : tag;
        if (!text.text().empty()) to.out().element(text.text());
    }
    to.out().end_array();
}

// "photos_by" as "photos by"; "by" is said by the byline itself.
void write_role(JsonValue credits, Converter& to) {
    if (credits.key() == "by") return;
    TextBuffer role;
    for (const char c : credits.key()) role += c == '_' ? ' ' : c;
    to.out().member("role", role);
}

void write_author(JsonValue author, JsonValue credits, Converter& to) {
    const std::string_view name = author_name(author);
    if (name.empty()) return to.note(Code::missing_field, author, "name");
    to.out().begin_object();
    to.out().member("name", name);
    to.text("url", author.find("url"));
    write_role(credits, to);
    const JsonValue image = author.find("image");
    if (const std::string_view src = image.find("url").text(); !src.empty()) {
        write_picture("image", {src, {}, {}, {}, "", {}, {}}, to.out());
    }
    to.plain("bio", find_any(author, "bio description"));
    to.out().end_object();
}

void write_byline(JsonValue story, Converter& to) {
    to.out().begin_array("byline");
    const JsonValue credits = find_any(story, "vanity_credits credits");
    for (const JsonValue role : credits) {
        if (role.is(JsonKind::object)) write_author(role, role, to);  // before 0.5
        for (const JsonValue author : role.is(JsonKind::array) ? role : JsonValue()) {
            write_author(author, role, to);
        }
    }
    to.out().end_array();
}

void write_corrections(JsonValue story, Converter& to) {
    to.out().begin_array("corrections");
    for (const JsonValue correction : story.find("corrections")) {
        if (correction.find("text").text().empty()) continue;
        to.out().begin_object();
        to.plain("text", correction.find("text"));
        to.out().end_object();
    }
    to.out().end_array();
}

JsonValue find_lead(JsonValue story) { return find_any(story.find("promo_items"), "lead_art basic"); }

// What can be shown small: the picture itself, that of a film, the first of a gallery.
JsonValue find_picture(JsonValue item) {
    if (item.find("type").text() == "image") return item;
    const JsonValue own = find_any(item, "promo_image");
    if (own.find("type").text() == "image") return own;
    const JsonValue promo = find_lead(item);
    if (promo.find("type").text() == "image") return promo;
    const JsonValue first = item.find("content_elements").first();
    return first.find("type").text() == "image" ? first : JsonValue();
}

void write_card(JsonValue story, Converter& to) {
    const JsonValue title = find_basic(story, "headlines");
    if (title.text().empty() || find_url(story).text().empty()) {
        return to.note(Code::missing_field, story, title.text().empty() ? "headlines" : "canonical_url");
    }
    to.out().begin_object();
    to.text("id", story.find("_id"));
    to.text("url", find_url(story));
    to.plain("title", title);
    to.plain("dek", find_any(story.find("subheadlines").exists() ? story.find("subheadlines")
                                                                 : story.find("description"),
                             "basic"));
    to.text("published", find_any(story, "display_date first_publish_date publish_date"));
    to.text("lang", story.find("language"));
    write_kicker(story, to);
    to.out().begin_array("tags");
    for (const JsonValue tag : story.find("taxonomy").find("tags")) {
        const std::string_view text = tag.find("text").text();
        if (!text.empty()) to.out().element(text);
    }
    to.out().end_array();
    const JsonValue picture = find_picture(find_lead(story));
    if (picture.exists()) write_picture("image", ans_picture(picture, to), to.out());
    to.out().end_object();
}

void write_related(JsonValue story, Converter& to) {
    to.out().begin_array("related");
    for (const JsonValue item : story.find("related_content").find("basic")) write_card(item, to);
    to.out().end_array();
}

// The picture above the story, and before the body what else stands there: a film, a gallery, HTML.
void write_hero_and_body(JsonValue story, Converter& to) {
    HtmlBuilder html(to.arena());
    AnsElements elements(html, to);
    const JsonValue lead = find_lead(story);
    if (lead.find("type").text() == "image") {
        const Picture hero = ans_picture(lead, to);
        write_picture("hero", hero, to.out());
        elements.shown_before(hero.src);
    } else if (lead.find("type").text() != "story") {
        elements.write(lead);
    }
    const JsonValue content = story.find("content_elements");
    const std::string_view type = story.find("type").text();
    if (type == "story" || type == "collection" || type.empty()) {
        elements.write_all(content);
    } else {
        elements.write(story);
    }
    to.html_body(html.html(), content.exists() ? content : story);
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue story = find_story(root);
    if (story.find("type").text().empty() && !story.find("content_elements").exists()) {
        return to.error(Code::not_a_document, root, "no ANS document: it has no type");
    }
    to.text("id", story.find("_id"));
    to.text("url", find_url(story));
    to.text("lang", story.find(story.find("language").text().empty() ? "locale" : "language"));
    to.plain("title", find_basic(story, "headlines"));
    const JsonValue dek = find_basic(story, "subheadlines");
    to.plain("dek", dek.text().empty() ? find_basic(story, "description") : dek);
    write_kicker(story, to);
    write_tags(story, to);
    write_byline(story, to);
    to.text("published", find_any(story, "display_date first_publish_date publish_date created_date"));
    to.text("updated", story.find("last_updated_date"));
    write_hero_and_body(story, to);
    write_corrections(story, to);
    write_related(story, to);
    return std::nullopt;
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    const JsonValue stories = root.is(JsonKind::array) ? root : root.find("content_elements");
    if (!root.is(JsonKind::array)) to.plain("title", find_basic(root, "headlines"));
    to.out().begin_array("items");
    for (const JsonValue story : stories) write_card(story, to);
    to.out().end_array();
    return std::nullopt;
}

}  // namespace

constexpr Adapter ans = {"ans", recognises, convert_article, convert_feed};

}  // namespace longread
