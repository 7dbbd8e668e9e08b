#include "read/read_article.h"

#include "base/locale.h"
#include "read/own_document.h"
#include "read/read_blocks.h"
#include "read/read_markup.h"

namespace longread {
namespace {

constexpr std::string_view article_fields =
    "longread id url lang dir title dek kicker tags byline published updated hero body follow related rails "
    "newsletter"
    " sensitive corrections";

List<Author> read_byline(JsonValue article, DocumentReader& reader) {
    List<Author> authors;
    for (const JsonValue item : reader.list(article, "byline")) {
        Author author;
        if (item.is(JsonKind::object)) {
            author.name = reader.text(item, "name");
            author.url = reader.url(item, "url", UrlUse::link);
            author.role = reader.text(item, "role");
            author.image = reader.image(item, "image");
            author.bio = reader.text(item, "bio");
        } else {
            author.name = reader.tidy(item);
        }
        if (!author.name.empty()) authors.add(author, reader.arena());
    }
    return authors;
}

List<Follow> read_follow(JsonValue article, DocumentReader& reader) {
    List<Follow> follows;
    for (const JsonValue item : reader.list(article, "follow")) {
        Follow follow{reader.raw_text(item, "network"), reader.text(item, "label"),
                      reader.url(item, "url", UrlUse::link)};
        if (follow.label.empty()) follow.label = follow.network;
        if (!follow.label.empty() && !follow.url.empty()) follows.add(follow, reader.arena());
    }
    return follows;
}

List<Correction> read_corrections(JsonValue article, DocumentReader& reader) {
    List<Correction> corrections;
    for (const JsonValue item : reader.list(article, "corrections")) {
        const Correction correction{reader.time(item, "date"), reader.text(item, "text")};
        if (!correction.text.empty()) corrections.add(correction, reader.arena());
    }
    return corrections;
}

// Whether it would be worth asking read_surroundings.
bool has_surroundings(JsonValue article) {
    return !article.find("related").is_empty() || !article.find("rails").is_empty() ||
           !article.find("newsletter").is_empty();
}

Result<Blocks> read_body(JsonValue article, const Parsers& parsers, DocumentReader& reader) {
    const JsonValue body = article.find("body");
    if (body.is(JsonKind::object)) {
        reader.note_unknown(body, "markdown html blocks");
        const std::string_view from = body.find("_from").text();
        if (const JsonValue text = body.find("markdown"); text.is(JsonKind::string)) {
            return read_markup(text, from, parsers.markdown, reader);
        }
        if (const JsonValue text = body.find("html"); text.is(JsonKind::string)) {
            return read_markup(text, from, parsers.html, reader);
        }
        return read_json_blocks(reader.list(body, "blocks"), reader);
    }
    if (body.is(JsonKind::array)) return read_json_blocks(body, reader);
    return Blocks();
}

}  // namespace

Result<Article> read_article(std::string_view source, std::string_view base_url, const Parsers& parsers,
                             Arena& arena, Notes& notes) {
    DocumentReader reader(source, base_url, arena, notes);
    const Result<JsonDocument> document = parse_own_document(source, reader);
    if (!document) return document.error();
    const JsonValue root = document->root();
    reader.note_unknown(root, article_fields);

    Article article;
    article.lang = reader.lang();
    const std::string_view dir = reader.raw_text(root, "dir");
    article.right_to_left = dir.empty() ? is_right_to_left(article.lang) : dir == "rtl";

    const Result<Blocks> body = read_body(root, parsers, reader);
    if (!body) return body.error();
    if (!reader.has_room())
        return reader.error(Code::tree_too_large, root.find("body"), "50,000 elements, or 1 MiB of text");
    if (body->empty())
        return reader.error(Code::empty_body, root.find("body").exists() ? root.find("body") : root, {});
    article.body = *body;

    article.url = reader.url(root, "url", UrlUse::web);
    article.title = reader.text(root, "title");
    if (article.title.empty()) reader.note(Code::missing_field, root, "title");
    article.dek = reader.text(root, "dek");
    article.kicker = reader.links(root, "kicker");
    article.tags = reader.links(root, "tags");
    article.byline = read_byline(root, reader);
    article.published = reader.time(root, "published");
    article.updated = reader.time(root, "updated");
    article.hero = reader.image(root, "hero");
    article.follow = read_follow(root, reader);
    article.corrections = read_corrections(root, reader);
    article.has_surroundings = has_surroundings(root);
    return article;
}

}  // namespace longread
