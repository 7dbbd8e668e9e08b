#include "read/formats/site_fields.h"

#include "read/document_reader.h"
#include "read/formats/find_any.h"

namespace longread {
namespace {

JsonValue find_by_id(JsonValue list, std::string_view id) {
    for (const JsonValue item : list) {
        if (item.find("sys").find("id").text() == id) return item;
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
    const JsonValue sys = value.find("sys");
    if (sys.find("type").text() != "Link" || searches_ == 0) return value;
    --searches_;
    const bool is_asset = sys.find("linkType").text() == "Asset";
    const JsonValue target = find_by_id(includes_.find(is_asset ? "Asset" : "Entry"), sys.find("id").text());
    return target.exists() ? target : value;
}

JsonValue SiteFields::find(JsonValue fields, std::string_view names) { return see(find_any(fields, names)); }

JsonValue SiteFields::name_of(JsonValue value) {
    value = see(value);
    if (value.is(JsonKind::string)) return value;
    const JsonValue fields = value.find("fields").exists() ? value.find("fields") : value;
    return find(fields, "name title label");
}

void SiteFields::write_text(std::string_view name, JsonValue fields, std::string_view names) {
    to_.text(name, find(fields, names));
}

// A value, or each of a list, that is a name or has one.
void SiteFields::write_names(std::string_view member, JsonValue value) {
    const auto write_one = [this](JsonValue one) {
        const JsonValue name = name_of(one);
        if (!name.text().empty()) to_.out().element(name.text());
    };
    to_.out().begin_array(member);
    if (value.is(JsonKind::array)) {
        for (const JsonValue one : value) write_one(one);
    } else {
        write_one(value);
    }
    to_.out().end_array();
}

bool SiteFields::write(JsonValue fields) {
    to_.text("id", find_any(fields, "_id id"));
    write_text("url", fields, "canonicalUrl canonicalURL canonical_url url permalink link");
    write_text("lang", fields, "lang language locale __i18n_lang");
    const JsonValue title = find(fields, "title headline name");
    to_.text("title", title);
    write_text("dek", fields, "dek subtitle standfirst excerpt summary description");
    write_names("kicker", find(fields, "kicker section category"));
    write_names("tags", find(fields, "tags keywords categories topics"));
    write_names("byline", find(fields, "author authors byline writer writers"));
    write_text("published", fields,
               "publishedAt publishDate publishedDate published_at datePublished published date _createdAt "
               "createdAt");
    write_text("updated", fields, "updatedAt updated_at dateModified modifiedAt updated _updatedAt");
    return !title.text().empty();
}

JsonValue SiteFields::find_hero(JsonValue fields) {
    return find(fields, "hero mainImage heroImage coverImage featuredImage leadImage image cover");
}

}  // namespace longread
