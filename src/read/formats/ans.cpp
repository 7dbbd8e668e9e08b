#include "read/formats/ans.h"

#include "base/text.h"
#include "read/formats/ans_elements.h"
#include "read/formats/find_any.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

// Documents that hold a story, or are one.
constexpr std::string_view document_types = "story collection gallery image video audio results";

constexpr const char* story_fields =
    "id=_id\n"
    "url=canonical_url canonical_url_external websites.0.website_url short_url\n"
    "lang=language locale\n"
    "title!headlines.basic headlines\n"
    "dek!subheadlines.basic description.basic description\n"
    "tags*taxonomy.tags:text slug\n"
    "published=display_date first_publish_date publish_date created_date\n"
    "updated=last_updated_date";

constexpr const char* card_fields =
    "title!headlines.basic headlines\n"
    "url=canonical_url canonical_url_external websites.0.website_url short_url\n"
    "id=_id\n"
    "lang=language\n"
    "dek!subheadlines.basic description.basic\n"
    "kicker*label.basic:text\n"
    "tags*taxonomy.tags:text slug\n"
    "published=display_date first_publish_date publish_date\n"
    "image=promo_items.lead_art.url promo_items.basic.url promo_items.basic.promo_image.url "
    "promo_items.basic.promo_items.basic.url promo_items.basic.content_elements.0.url";

constexpr const char* author_fields =
    "name=name byline additional_properties.original.byline\n"
    "url=url\n"
    "image=image.url\n"
    "bio!bio description";

bool is_ans(JsonValue value) {
    return find_word(document_types, find_text(value, "type")) &&
           (find_member(value, "content_elements").is(JsonKind::array) ||
            find_text(value, "version").substr(0, 2) == "0.");
}

bool recognises(JsonValue root) {
    return is_ans(root) || is_ans(root.is(JsonKind::array) ? root.first() : find_member(root, "story"));
}

// The story in the message about a change of it; the first of a list.
JsonValue find_story(JsonValue root) {
    if (root.is(JsonKind::array)) return root.first();
    if (find_text(root, "type") == "results") return find_any(root, "content_elements.0");
    const JsonValue story = find_any(root, "story body");
    return story.is(JsonKind::object) ? story : root;
}

void write_kicker(JsonValue story, Converter& to) {
    to.out().begin_array("kicker");
    const JsonValue display = find_any(story, "label.basic.display");
    if (!display.exists() || display.boolean()) {
        write_object("", story, "label!label.basic.text label.basic label\nurl=label.basic.url", to);
    }
    const std::string_view section =
        find_text(story,
                  "taxonomy.primary_section.name taxonomy.primary_site.name taxonomy.sections.0.name "
                  "taxonomy.sites.0.name websites.0.website_section.name");
    if (!section.empty()) to.out().element(section);
    to.out().end_array();
}

// Lists of authors by role; before 0.5 one list.
void write_byline(JsonValue story, Converter& to) {
    const JsonValue credits = find_any(story, "vanity_credits credits");
    const JsonValue first = credits.first();
    if (first.is(JsonKind::object)) return write_objects("byline", credits, author_fields, to);
    write_objects("byline", find_member(credits, "by").exists() ? find_member(credits, "by") : first,
                  author_fields, to);
}

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    const JsonValue story = find_story(root);
    if (!find_any(story, "type content_elements").exists()) {
        return to.error(Code::not_a_document, root, "no ANS document: it has no type");
    }
    write_fields(story, story_fields, to);
    write_kicker(story, to);
    write_byline(story, to);
    HtmlBuilder html(to.arena());
    AnsElements elements(html, to);
    elements.write_hero(find_any(story, "promo_items.lead_art promo_items.basic"));
    const JsonValue content = find_member(story, "content_elements");
    const bool is_list = find_word("story collection", find_text(story, "type"));
    if (is_list) {
        elements.write_all(content);
    } else {
        elements.write(story);
    }
    to.html_body(html.html(), content.exists() ? content : story);
    write_objects("corrections", find_member(story, "corrections"), "text!text", to);
    write_objects("related", find_any(story, "related_content.basic"), card_fields, to);
    return std::nullopt;
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    write_fields(root, "title!headlines.basic", to);
    write_objects("items", root.is(JsonKind::array) ? root : find_member(root, "content_elements"),
                  card_fields, to);
    return std::nullopt;
}

}  // namespace

constexpr Adapter ans = {"ans", recognises, convert_article, convert_feed};

}  // namespace longread
