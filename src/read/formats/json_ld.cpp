#include "read/formats/json_ld.h"

#include "base/text.h"
#include "read/formats/foreign_html.h"
#include "read/formats/foreign_story.h"

namespace longread {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// "NewsArticle", "schema:NewsArticle", "http://schema.org/NewsArticle".
bool is_story_type(std::string_view type) {
    for (const std::string_view end : {"Article", "Posting", "Review", "Report", "Recipe", "FAQPage"}) {
        if (ends_with(type, end)) return true;
    }
    return false;
}

// Most properties may be given as one value or as a list of them.
JsonValue first_of(JsonValue value) { return value.is(JsonKind::array) ? value.first() : value; }

bool is_story(JsonValue node) {
    const JsonValue type = node.find("@type");
    if (is_story_type(type.text())) return true;
    if (!type.is(JsonKind::array)) return false;
    for (const JsonValue one : type) {
        if (is_story_type(one.text())) return true;
    }
    return false;
}

// A text may be an object that says its language too.
JsonValue text_of(JsonValue node, const char* key) {
    const JsonValue value = first_of(node.find(key));
    return value.is(JsonKind::object) ? value.find("@value") : value;
}

// The first of these properties that has a text.
JsonValue first_text(JsonValue node, std::initializer_list<const char*> keys) {
    for (const char* const key : keys) {
        const JsonValue value = text_of(node, key);
        if (!value.text().empty()) return value;
    }
    return {};
}

// Calls `visit` with each node of the document until it says that it has enough.
template <typename Visit>
void visit_nodes(JsonValue root, Visit visit) {
    const auto visit_one = [&](JsonValue top) {
        const JsonValue graph = top.find("@graph");
        if (!graph.is(JsonKind::array)) return visit(top);
        for (const JsonValue node : graph) {
            if (visit(node)) return true;
        }
        return false;
    };
    if (!root.is(JsonKind::array)) {
        visit_one(root);
        return;
    }
    for (const JsonValue top : root) {
        if (visit_one(top)) return;
    }
}

// Any document that says that it is JSON-LD, so that what holds no article is told so.
bool recognises(JsonValue root) {
    const JsonValue top = root.is(JsonKind::array) ? root.first() : root;
    return top.find("@context").exists() || top.find("@type").exists() || top.find("@graph").exists();
}

class JsonLdReader {
  public:
    JsonLdReader(JsonValue root, Converter& to) : root_(root), to_(to) {}

    // The article that the document is about: one with a text before others.
    JsonValue find_story() {
        JsonValue found;
        visit_nodes(root_, [&](JsonValue node) {
            const JsonValue inner = first_of(node.find("mainEntity"));
            const JsonValue story = is_story(node) ? node : is_story(inner) ? inner : JsonValue();
            if (!story.exists()) return false;
            const bool has_text = find_body(story).exists();
            if (has_text || !found.exists()) found = story;
            return has_text;
        });
        return found;
    }

    List<JsonValue> find_stories() {
        List<JsonValue> found;
        visit_nodes(root_, [&](JsonValue node) {
            if (is_story(node)) found.add(node, to_.arena());
            for (const JsonValue element : node.find("itemListElement")) {
                const JsonValue item =
                    resolve(element.find("item").is(JsonKind::object) ? element.find("item") : element);
                if (is_story(item) && found.size() < most_written_cards) found.add(item, to_.arena());
            }
            return found.size() >= most_written_cards;
        });
        return found;
    }

    void read_story(JsonValue node, ForeignStory& story) {
        story.id = first_text(node, {"identifier", "@id"}).text();
        story.url = read_url(node);
        story.lang = language_of(text_of(node, "inLanguage").text(), to_.arena());
        story.title = to_.plain(first_text(node, {"headline", "name"}));
        story.dek = to_.plain(first_text(node, {"description", "abstract", "alternativeHeadline"}));
        story.kicker.label = to_.plain(text_of(node, "articleSection"));
        read_keywords(node.find("keywords"), story);
        read_people(node.find(node.find("author").exists() ? "author" : "creator"), story);
        story.published = first_text(node, {"datePublished", "dateCreated"}).text();
        story.updated = text_of(node, "dateModified").text();
        read_picture(node, story.picture);
    }

    std::optional<Error> write(JsonValue node) {
        ForeignStory story;
        read_story(node, story);
        note_access(node);
        const JsonValue place = find_body(node);
        const auto error = write_article(story, read_body(node), place.exists() ? place : node, to_);
        if (!error) write_corrections(node.find("correction"));
        return error;
    }

  private:
    // What {"@id": ...} points at, where it is in the document; else the value itself.
    JsonValue resolve(JsonValue value) {
        const std::string_view id = value.find("@id").text();
        const bool is_reference = !id.empty() && !value.first().next(value).exists();
        if (!is_reference) return value;
        JsonValue found = value;
        visit_nodes(root_, [&](JsonValue node) {
            const bool is_it = node.find("@id").text() == id && node.first().next(node).exists();
            if (is_it) found = node;
            return is_it;
        });
        return found;
    }

    static bool is_web(std::string_view url) { return url.substr(0, 4) == "http" || url.substr(0, 1) == "/"; }

    static std::string_view read_url(JsonValue node) {
        const JsonValue page = first_of(node.find("mainEntityOfPage"));
        const std::string_view own = either(text_of(node, "url").text(), page.find("@id").text());
        if (!own.empty()) return own;
        if (is_web(page.text())) return page.text();
        const std::string_view id = node.find("@id").text();
        return is_web(id) ? id : std::string_view();
    }

    // A text with commas, a list of texts, or of objects with names.
    void read_keywords(JsonValue value, ForeignStory& story) {
        if (value.is(JsonKind::string)) {
            std::string_view rest = value.text();
            while (!rest.empty()) {
                const std::size_t comma = rest.find(',');
                add_keyword(to_.words_of(rest.substr(0, comma), value), story);
                rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
            }
        }
        if (value.is(JsonKind::object)) add_keyword(text_of(value, "name").text(), story);
        if (!value.is(JsonKind::array)) return;
        for (const JsonValue one : value) {
            add_keyword(to_.plain(one.is(JsonKind::object) ? text_of(one, "name") : one), story);
        }
    }

    void add_keyword(std::string_view word, ForeignStory& story) {
        if (!word.empty()) story.tags.add({word, {}}, to_.arena());
    }

    void read_people(JsonValue value, ForeignStory& story) {
        if (!value.is(JsonKind::array)) return read_person(value, story);
        for (const JsonValue one : value) read_person(one, story);
    }

    void read_person(JsonValue value, ForeignStory& story) {
        const JsonValue person = resolve(value);
        const JsonValue names = person.is(JsonKind::object) ? person.find("name") : person;
        if (!names.is(JsonKind::array)) return add_person(names, person, story);
        for (const JsonValue name : names) add_person(name, person, story);
    }

    void add_person(JsonValue name, JsonValue person, ForeignStory& story) {
        ForeignPerson found;
        found.name = to_.plain(name);
        if (equals_ignoring_ascii_case(found.name.substr(0, 3), "by ")) found.name.remove_prefix(3);
        if (found.name.empty()) return;
        found.url = either(text_of(person, "url").text(), text_of(person, "sameAs").text());
        found.bio = to_.plain(text_of(person, "description"));
        const JsonValue image = first_of(person.find("image"));
        found.image = image.is(JsonKind::string) ? image.text() : image.find("url").text();
        story.byline.add(found, to_.arena());
    }

    void read_picture(JsonValue node, ForeignPicture& picture) {
        const JsonValue value =
            resolve(first_of(node.find(node.find("image").exists() ? "image" : "thumbnailUrl")));
        picture.src = value.text();
        if (!value.is(JsonKind::object)) return;
        picture.src = first_text(value, {"url", "contentUrl", "@id"}).text();
        picture.width = number_of(text_of(value, "width"));
        picture.height = number_of(text_of(value, "height"));
        picture.caption = to_.plain(text_of(value, "caption"));
        picture.credit = to_.plain(first_text(value, {"creditText", "copyrightNotice"}));
        if (picture.credit.empty())
            picture.credit = to_.plain(text_of(resolve(value.find("creator")), "name"));
    }

    static JsonValue find_body(JsonValue node) {
        const JsonValue text = first_text(node, {"articleBody", "reviewBody", "text"});
        if (text.exists()) return text;
        for (const char* const key : {"liveBlogUpdate", "mainEntity", "recipeInstructions"}) {
            if (!node.find(key).is_empty() || !node.find(key).text().empty()) return node.find(key);
        }
        return {};
    }

    std::string_view read_body(JsonValue node) {
        TextBuffer html;
        put_text(first_text(node, {"articleBody", "reviewBody", "text"}), html);
        put_list(node.find("recipeIngredient"), "ul", html);
        put_list(node.find("recipeInstructions"), "ol", html);
        put_updates(node.find("liveBlogUpdate"), html);
        put_updates(node.find("mainEntity"), html);
        return to_.arena().keep(html);
    }

    // Without an empty line, each line is a paragraph.
    void put_text(JsonValue value, TextBuffer& html) {
        std::string_view text = value.text();
        if (text.find("\n\n") == std::string_view::npos && text.find('<') == std::string_view::npos) {
            text = replace_all(text, "\n", "\n\n", to_.arena());
        }
        html += plain_or_html(text, to_.arena());
    }

    // Texts, or steps that have one; a list of one element may be that alone.
    void put_list(JsonValue value, std::string_view tag, TextBuffer& html) {
        if (value.is(JsonKind::string)) return put_text(value, html);
        if (!value.is(JsonKind::array)) return;
        html += '<';
        html += tag;
        html += '>';
        for (const JsonValue item : value) {
            html += "<li>";
            put_text(item.is(JsonKind::object) ? first_text(item, {"text", "name"}) : item, html);
        }
        html += "</";
        html += tag;
        html += '>';
    }

    // What a live blog and a list of questions have in common: parts with a headline.
    void put_updates(JsonValue value, TextBuffer& html) {
        if (value.is(JsonKind::object)) return put_update(value, html);
        if (!value.is(JsonKind::array)) return;
        for (const JsonValue part : value) put_update(resolve(part), html);
    }

    void put_update(JsonValue part, TextBuffer& html) {
        const JsonValue headline = first_text(part, {"headline", "name"});
        if (!headline.text().empty()) {
            html += "<h2>";
            append_escaped(html, to_.plain(headline));
            html += "</h2>";
        }
        put_text(first_text(part, {"articleBody", "text"}), html);
        put_text(first_text(first_of(part.find("acceptedAnswer")), {"text"}), html);
    }

    void note_access(JsonValue node) {
        const JsonValue free = node.find("isAccessibleForFree");
        const bool says_no = free.is(JsonKind::boolean) ? !free.boolean() : ends_with(free.text(), "alse");
        if (says_no) to_.note(Code::missing_field, free, "the rest is not for all readers");
    }

    void write_corrections(JsonValue value) {
        const JsonValue one = first_of(value);
        const bool is_object = one.is(JsonKind::object);
        const std::string_view text = to_.plain(is_object ? text_of(one, "text") : one);
        if (text.empty()) return;
        JsonWriter& out = to_.out();
        out.begin_array("corrections");
        out.begin_object();
        out.member("text", text);
        to_.text("date", text_of(one, "datePublished"));
        out.end_object();
        out.end_array();
    }

    JsonValue root_;
    Converter& to_;
};

std::optional<Error> convert_article(JsonValue root, Converter& to) {
    JsonLdReader reader(root, to);
    const JsonValue story = reader.find_story();
    if (!story.exists())
        return to.error(Code::not_a_document, root, "JSON-LD about something else than an article");
    return reader.write(story);
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    JsonLdReader reader(root, to);
    const List<JsonValue> stories = reader.find_stories();
    if (stories.empty()) return to.error(Code::not_a_document, root, "JSON-LD without articles");
    to.out().begin_array("items");
    for (const JsonValue node : stories) {
        ForeignStory story;
        reader.read_story(node, story);
        write_card(story, to);
    }
    to.out().end_array();
    return std::nullopt;
}

}  // namespace

constexpr Adapter json_ld = {"json-ld", recognises, convert_article, convert_feed};

}  // namespace longread
