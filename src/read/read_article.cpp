#include "read/read_article.h"

#include "base/json.h"
#include "base/locale.h"
#include "read/document_reader.h"
#include "read/html_policy.h"
#include "read/markdown_notes.h"
#include "read/read_blocks.h"
#include "read/read_card.h"

namespace longread {
namespace {

constexpr std::string_view article_fields =
    " longread id url lang dir title dek kicker tags byline published updated hero body follow related rails newsletter"
    " sensitive corrections ";

std::vector<Author> read_byline(JsonValue article, DocumentReader& reader) {
    std::vector<Author> authors;
    const JsonValue items = reader.list(article, "byline");
    if (!items.exists()) return authors;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
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
        if (!author.name.empty()) authors.push_back(std::move(author));
    }
    return authors;
}

std::vector<Follow> read_follow(JsonValue article, DocumentReader& reader) {
    std::vector<Follow> follows;
    const JsonValue items = reader.list(article, "follow");
    if (!items.exists()) return follows;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
        Follow follow{reader.raw_text(item, "network"), reader.text(item, "label"), reader.url(item, "url", UrlUse::link)};
        if (follow.label.empty()) follow.label = follow.network;
        if (!follow.label.empty() && !follow.url.empty()) follows.push_back(std::move(follow));
    }
    return follows;
}

std::vector<Rail> read_rails(JsonValue article, DocumentReader& reader) {
    std::vector<Rail> rails;
    const JsonValue items = reader.list(article, "rails");
    if (!items.exists()) return rails;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
        Rail rail;
        rail.title = reader.text(item, "title");
        const std::string feed = reader.raw_text(item, "feed");
        rail.from_feed = !feed.empty();
        if (feed.substr(0, 4) == "tag:") rail.tag = feed.substr(4);
        rail.items = read_cards(reader.list(item, "items"), reader);
        rails.push_back(std::move(rail));
    }
    return rails;
}

Newsletter read_newsletter(JsonValue article, DocumentReader& reader) {
    Newsletter newsletter;
    const JsonValue value = reader.member(article, "newsletter", JsonKind::object);
    if (!value.exists()) return newsletter;
    newsletter.title = reader.text(value, "title");
    newsletter.pitch = reader.text(value, "pitch");
    newsletter.action = reader.url(value, "action", UrlUse::web);
    if (std::string field = reader.raw_text(value, "field"); !field.empty()) newsletter.field = field;
    newsletter.button = reader.text(value, "button");
    newsletter.consent = reader.text(value, "consent");
    return newsletter;
}

std::vector<Correction> read_corrections(JsonValue article, DocumentReader& reader) {
    std::vector<Correction> corrections;
    const JsonValue items = reader.list(article, "corrections");
    if (!items.exists()) return corrections;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
        Correction correction{reader.time(item, "date"), reader.text(item, "text")};
        if (!correction.text.empty()) corrections.push_back(std::move(correction));
    }
    return corrections;
}

// HTML and Markdown differ only in the parser; what comes out meets the same policy.
Result<std::vector<Block>> read_markup(JsonValue text, ParseText parse, DocumentReader& reader) {
    Error missing = reader.error(Code::parser_unavailable, text, {});
    if (parse == nullptr) return missing;
    const Result<HtmlTree> tree = parse(text.text());
    if (!tree) {
        missing.code = tree.error().code;
        missing.detail = tree.error().detail;
        return missing;
    }
    const std::string path = text.pointer();
    return read_blocks(*tree, {reader.lang(), reader.base_url(), path}, reader.notes());
}

Result<std::vector<Block>> read_body(JsonValue article, const Parsers& parsers, DocumentReader& reader) {
    const JsonValue body = article.find("body");
    if (body.is(JsonKind::object)) {
        reader.note_unknown(body, " markdown html blocks ");
        if (const JsonValue text = body.find("markdown"); text.is(JsonKind::string)) {
            note_markdown_extensions(text.text(), text.pointer(), reader.notes());
            return read_markup(text, parsers.markdown, reader);
        }
        if (const JsonValue text = body.find("html"); text.is(JsonKind::string)) {
            return read_markup(text, parsers.html, reader);
        }
        return read_json_blocks(reader.list(body, "blocks"), reader);
    }
    if (body.is(JsonKind::array)) return read_json_blocks(body, reader);
    return std::vector<Block>();
}

Result<JsonDocument> parse_document(std::string_view source, DocumentReader& reader) {
    Result<JsonDocument> document = parse_json(source);
    if (!document) return document;
    const JsonValue root = document->root();
    const JsonValue version = root.find("longread");
    if (!version.exists()) {
        return reader.error(Code::not_a_document, root, "an article document says \"longread\": 1");
    }
    if (!version.is(JsonKind::integer) || version.integer() != 1) {
        return reader.error(Code::unsupported_version, version, "this reader knows version 1");
    }
    return document;
}

}  // namespace

Result<Article> read_article(std::string_view source, std::string_view base_url, const Parsers& parsers,
                             Notes& notes) {
    DocumentReader reader(source, base_url, notes);
    const Result<JsonDocument> document = parse_document(source, reader);
    if (!document) return document.error();
    const JsonValue root = document->root();
    reader.note_unknown(root, article_fields);

    Article article;
    article.lang = reader.lang_tag(root, "lang");
    if (article.lang.empty()) article.lang = "en";
    reader.set_lang(article.lang);
    const std::string dir = reader.raw_text(root, "dir");
    article.right_to_left = dir.empty() ? is_right_to_left(article.lang) : dir == "rtl";

    Result<std::vector<Block>> body = read_body(root, parsers, reader);
    if (!body) return body.error();
    if (body->empty()) return reader.error(Code::empty_body, root.find("body").exists() ? root.find("body") : root, {});
    article.body = std::move(*body);

    article.id = reader.raw_text(root, "id");
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
    article.related = read_cards(reader.list(root, "related"), reader);
    article.rails = read_rails(root, reader);
    article.newsletter = read_newsletter(root, reader);
    article.sensitive = reader.flag(root, "sensitive");
    article.corrections = read_corrections(root, reader);
    return article;
}

}  // namespace longread
