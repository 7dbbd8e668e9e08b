#include "read/read_newsletter.h"

#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t most_offered = 12;
// Ghost keeps 191 characters of a name, Mailchimp's and Kit's ids are numbers.
constexpr std::size_t longest_id = 191;

struct Service {
    std::string_view name;
    std::string_view field;
    std::string_view lists_field;  // empty: a list's id is the name of its field
};

// The names of the forms that the services give out to be put into pages, as they are known; a publisher
// tries the form. Ghost takes no forms but JSON, so nothing of its form has a name.
constexpr Service services[] = {
    {"mailchimp", "EMAIL", {}},
    {"buttondown", "email", "tag"},
    {"convertkit", "email_address", "tags[]"},
    {"ghost", {}, "newsletters"},
};

// A field is a property of its form, in the place of what stood there (action, dataset ...). No property of a
// form has one of these in its name, as those of real fields have: "email", "EMAIL", "fields[address]",
// "cm-abc".
bool is_field_name(std::string_view name) {
    bool is_ours = name.find_first_of("-[") != std::string_view::npos;
    for (std::size_t i = 0; i < name.size(); ++i) {
        is_ours = is_ours || equals_ignoring_ascii_case(name.substr(i, 4), "mail");
        const char c = name[i];
        if (c < 0 || (!is_word(static_cast<char32_t>(c)) && std::string_view("_-.[]").find(c) > 5))
            return false;
    }
    return is_ours && name.size() <= 64;
}

std::string_view find_parameter(std::string_view url, std::string_view name) {
    std::string_view rest = url.substr(0, url.find('#'));
    for (std::size_t at = rest.find('?'); at != std::string_view::npos; at = rest.find('&')) {
        rest.remove_prefix(at + 1);
        if (rest.substr(0, name.size()) == name) {
            rest.remove_prefix(name.size());
            return rest.substr(0, rest.find('&'));
        }
    }
    return {};
}

// The field that Mailchimp's own form hides from people: one that is filled in was filled in by a program.
std::string_view mailchimp_trap(std::string_view action, Arena& arena) {
    TextBuffer name("b_");
    name += find_parameter(action, "u=");
    name += '_';
    name += find_parameter(action, "id=");
    return arena.keep(name);
}

void read_field(JsonValue value, Newsletter& newsletter, DocumentReader& reader) {
    const std::string_view field = reader.raw_text(value, "field");
    if (field.empty()) return;
    if (is_field_name(field)) {
        newsletter.field = field;
    } else {
        reader.note(Code::bad_value, value.find("field"), field);
    }
}

void read_service(JsonValue value, Newsletter& newsletter, DocumentReader& reader) {
    const std::string_view name = reader.raw_text(value, "service");
    if (name.empty()) return read_field(value, newsletter, reader);
    for (const Service& service : services) {
        if (service.name != name) continue;
        newsletter.service = service.name;
        newsletter.field = service.field;
        newsletter.lists_field = service.lists_field;
        if (name == "mailchimp") newsletter.trap = mailchimp_trap(newsletter.action, reader.arena());
        return;
    }
    reader.note(Code::bad_value, value.find("service"), name);
    read_field(value, newsletter, reader);
}

void read_lists(JsonValue value, Newsletter& newsletter, DocumentReader& reader) {
    for (const JsonValue item : reader.list(value, "lists")) {
        if (newsletter.lists.size() == most_offered)
            return reader.note(Code::bad_value, item, "more than 12");
        NewsletterList list;
        list.id = reader.raw_text(item, "id");
        list.title = reader.text(item, "title");
        list.description = reader.text(item, "description");
        const JsonValue checked = item.find("checked");
        list.checked = checked.is(JsonKind::boolean) && checked.boolean();
        const bool is_name = newsletter.lists_field.empty();
        if (list.id.empty() || list.id.size() > longest_id || (is_name && !is_field_name(list.id))) {
            reader.note(Code::bad_value, item, list.id);
            continue;
        }
        if (list.title.empty()) list.title = list.id;
        newsletter.lists.add(list, reader.arena());
    }
}

}  // namespace

Newsletter read_newsletter(JsonValue article, DocumentReader& reader) {
    Newsletter newsletter;
    const JsonValue value = reader.member(article, "newsletter", JsonKind::object);
    if (!value.exists()) return newsletter;
    newsletter.title = reader.text(value, "title");
    newsletter.pitch = reader.text(value, "pitch");
    newsletter.action = reader.url(value, "action", UrlUse::web);
    newsletter.button = reader.text(value, "button");
    newsletter.consent = reader.text(value, "consent");
    const JsonValue link = reader.member(value, "consent_link", JsonKind::object);
    if (link.exists()) {
        newsletter.consent_link.label = reader.text(link, "label");
        newsletter.consent_link.url = reader.url(link, "url", UrlUse::web);
    }
    read_service(value, newsletter, reader);
    read_lists(value, newsletter, reader);
    return newsletter;
}

}  // namespace longread
