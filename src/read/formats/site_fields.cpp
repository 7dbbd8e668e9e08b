#include "read/formats/site_fields.h"

#include "read/document_reader.h"
#include "read/formats/find_any.h"
#include "read/formats/foreign_story.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

JsonValue find_by_id(JsonValue list, std::string_view id) {
    for (const JsonValue item : list) {
        if (find_text(item, "sys.id") == id) return item;
    }
    return {};
}

// {"en-US": ...}: what is kept in one text for each language.
bool is_by_language(JsonValue value) {
    if (!value.is(JsonKind::object)) return false;
    const std::string_view key = value.first().key();
    return is_lang_tag(key) && (key.size() == 2 || key[2] == '-') && key != "id";
}

constexpr const char* title_fields = "title headline name";
constexpr const char* url_fields = "canonicalUrl canonicalURL canonical_url url permalink link";

JsonValue find_list(JsonValue root) {
    return root.is(JsonKind::array) ? root
                                    : find_any(root, "items result data docs entries stories articles");
}

JsonValue fields_of(JsonValue item) {
    const JsonValue fields = find_member(item, "fields");
    return fields.is(JsonKind::object) ? fields : item;
}

bool is_site_list(JsonValue root) {
    const JsonValue fields = fields_of(find_list(root).first());
    // Those of people, pictures and tags have names.
    return !find_text(fields, "title headline").empty() && find_any(fields, url_fields).exists();
}

std::optional<Error> refuse_article(JsonValue root, Converter& to) {
    return to.error(Code::not_a_document, root, "a list of stories, where one was expected");
}

}  // namespace

constexpr Adapter site_list = {"list", is_site_list, refuse_article, convert_site_list};

std::optional<Error> convert_site_list(JsonValue root, Converter& to) {
    SiteFields site(root, to);
    std::uint32_t count = 0;
    to.out().begin_array("items");
    for (const JsonValue item : find_list(root)) {
        if (count++ == most_written_cards) break;
        to.out().begin_object();
        site.write(fields_of(item));
        site.write_hero(fields_of(item), "image");
        to.out().end_object();
    }
    to.out().end_array();
    return std::nullopt;
}

JsonValue SiteFields::see(JsonValue value) {
    if (is_by_language(value)) value = value.first();
    if (find_text(value, "sys.type") != "Link" || searches_ == 0) return value;
    --searches_;
    const bool is_asset = find_text(value, "sys.linkType") == "Asset";
    const JsonValue target =
        find_by_id(includes_.find(is_asset ? "Asset" : "Entry"), find_text(value, "sys.id"));
    return target.exists() ? target : value;
}

void SiteFields::write_text(const char* member, JsonValue fields, const char* names) {
    to_.text(member, see(find_any(fields, names)));
}

// A value, or each of a list, that is a name or has one.
void SiteFields::write_names(const char* member, JsonValue fields, const char* names) {
    const auto write_one = [this](JsonValue one) {
        one = see(one);
        if (!one.is(JsonKind::string)) {
            one = see(find_any(one, "name title label fields.name fields.title fields.label"));
        }
        if (!one.text().empty()) to_.out().element(one.text());
    };
    const JsonValue value = see(find_any(fields, names));
    to_.out().begin_array(member);
    if (value.is(JsonKind::array)) {
        for (const JsonValue one : value) write_one(one);
    } else {
        write_one(value);
    }
    to_.out().end_array();
}

bool SiteFields::write(JsonValue fields) {
    write_text("id", fields, "_id id");
    write_text("url", fields, url_fields);
    write_text("lang", fields, "lang language locale __i18n_lang");
    write_text("title", fields, title_fields);
    write_text("dek", fields, "dek subtitle standfirst excerpt summary description");
    write_names("kicker", fields, "kicker section category");
    write_names("tags", fields, "tags keywords categories topics");
    write_names("byline", fields, "author authors byline writer writers");
    write_text("published", fields,
               "publishedAt publishDate publishedDate published_at datePublished published date _createdAt "
               "createdAt");
    write_text("updated", fields, "updatedAt updated_at dateModified modifiedAt updated _updatedAt");
    return !see(find_any(fields, title_fields)).text().empty();
}

void SiteFields::write_hero(JsonValue fields, const char* member) {
    const JsonValue hero = find_hero(fields);
    to_.text(member, hero);
    write_object(member, hero,
                 "src=asset.url url src file.url\nwidth#asset.metadata.dimensions.width width file.width\n"
                 "height#asset.metadata.dimensions.height height file.height\n"
                 "alt=alt altText\ncaption=caption\ncredit=credit",
                 to_);
}

JsonValue SiteFields::find_hero(JsonValue fields) {
    return see(find_any(fields, "hero mainImage heroImage coverImage featuredImage leadImage image cover"));
}

}  // namespace longread
