#include "read/formats/site_fields.h"

#include "read/document_reader.h"
#include "read/formats/find_any.h"
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

}  // namespace

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
    write_text("url", fields, "canonicalUrl canonicalURL canonical_url url permalink link");
    write_text("lang", fields, "lang language locale __i18n_lang");
    const char* const title = "title headline name";
    write_text("title", fields, title);
    write_text("dek", fields, "dek subtitle standfirst excerpt summary description");
    write_names("kicker", fields, "kicker section category");
    write_names("tags", fields, "tags keywords categories topics");
    write_names("byline", fields, "author authors byline writer writers");
    write_text("published", fields,
               "publishedAt publishDate publishedDate published_at datePublished published date _createdAt "
               "createdAt");
    write_text("updated", fields, "updatedAt updated_at dateModified modifiedAt updated _updatedAt");
    return !see(find_any(fields, title)).text().empty();
}

void SiteFields::write_hero(JsonValue fields) {
    const JsonValue hero = find_hero(fields);
    to_.text("hero", hero);
    write_object("hero", hero,
                 "src=asset.url url src file.url\nwidth#asset.metadata.dimensions.width width file.width\n"
                 "height#asset.metadata.dimensions.height height file.height\n"
                 "alt=alt altText\ncaption=caption\ncredit=credit",
                 to_);
}

JsonValue SiteFields::find_hero(JsonValue fields) {
    return see(find_any(fields, "hero mainImage heroImage coverImage featuredImage leadImage image cover"));
}

}  // namespace longread
